// Command concord reads reports of an armed conflict and keeps one sourced record of what they claim.
package main

import (
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"strconv"
	"time"

	"github.com/alecthomas/kong"

	"concord"
	"concord/pipeline"
)

// commands is the command line; each command stands in a file of its own.
type commands struct {
	Read    readCommand    `cmd:"" help:"Read reports and print what they claim, without keeping it."`
	Parse   parseCommand   `cmd:"" help:"Print tokens, tags and dependencies in CoNLL-U."`
	Explain explainCommand `cmd:"" help:"Show the rules that made a claim, as a tree."`

	Version versionCommand `cmd:"" help:"Show which version this is."`

	Gazetteer gazetteerCommand `cmd:"" help:"Places by name: what a name may mean, and adding your own." group:"Places"`

	Add         addCommand         `cmd:"" help:"Take reports into the record and link what they tell." group:"The record"`
	Incidents   incidentsCommand   `cmd:"" help:"List incidents." group:"The record"`
	Incident    incidentCommand    `cmd:"" help:"Show one incident: figures side by side, who blames whom, every claim." group:"The record"`
	Claims      claimsCommand      `cmd:"" help:"List claims." group:"The record"`
	Search      searchCommand      `cmd:"" help:"Find words in the texts of all reports." group:"The record"`
	Reports     reportsCommand     `cmd:"" help:"List reports." group:"The record"`
	Ceasefires  ceasefiresCommand  `cmd:"" help:"List ceasefires: when they are said to have taken effect and ended, how many violations are alleged." group:"The record"`
	Ceasefire   ceasefireCommand   `cmd:"" help:"Show one ceasefire: its steps, who accuses whom, what was promised." group:"The record"`
	Commitments commitmentsCommand `cmd:"" help:"List promises, demands and threats of named speakers, and what later reports say of them." group:"The record"`
	Speakers    speakersCommand    `cmd:"" help:"List who is heard: speakers, and publishers in their own voice." group:"The record"`
	Speaker     speakerCommand     `cmd:"" help:"Show what one speaker said over time, and where it turned." group:"The record"`
	Totals      totalsCommand      `cmd:"" help:"Sum a measure over incidents, by day, place, actor or type." group:"The record"`
	Export      exportCommand      `cmd:"" help:"Write incidents or figures for publication: CSV, Parquet, GeoJSON, JSON." group:"The record"`
	Rebuild     rebuildCommand     `cmd:"" help:"Read all reports of the record anew and derive all that is derived." group:"The record"`
	Serve       serveCommand       `cmd:"" help:"Open the workspace: pages to read, compare and decide." group:"The record"`

	Merge     mergeCommand     `cmd:"" help:"Hold two incidents to be one." group:"Decisions"`
	Split     splitCommand     `cmd:"" help:"Take reports out of an incident." group:"Decisions"`
	SameAs    sameCommand      `cmd:"" name:"same-as" help:"Hold accounts of reports to be of one incident." group:"Decisions"`
	Different differentCommand `cmd:"" help:"Hold an account apart from others." group:"Decisions"`
	Undo      undoCommand      `cmd:"" help:"Take a decision back." group:"Decisions"`
	Decisions decisionsCommand `cmd:"" help:"List who decided what and when." group:"Decisions"`
}

// streams are what a command reads and writes; tests give their own.
type streams struct {
	in       io.Reader
	out, err io.Writer
	now      func() time.Time
}

// Exit statuses.
const (
	exitOK        = 0
	exitPartly    = 1 // some of the input could not be read; the rest was
	exitUsage     = 2 // the command line is wrong, or the thing asked for does not exist
	exitStore     = 3 // the record cannot be reached or written, or the output cannot
	exitOurs      = 4 // our own fault
	exitStatusDoc = "Exit status: 0 all done, 1 some input could not be read, 2 wrong usage or no such thing in the record (a list may be empty), 3 the record cannot be reached or written, or the output cannot, 4 a fault of concord's own."
)

func main() {
	os.Exit(run(os.Args[1:], streams{os.Stdin, os.Stdout, os.Stderr, time.Now}))
}

// newParser makes the parser of the command line.
func newParser(c *commands, s streams, options ...kong.Option) (*kong.Kong, error) {
	return kong.New(c, append(options,
		kong.Name("concord"),
		kong.Description("Concord reads reports of an armed conflict and keeps one sourced record: who said what happened, when, where, to how many, and who is blamed; where the reports agree, and where they do not.\n\n"+exitStatusDoc),
		kong.Vars{"batch": strconv.Itoa(pipeline.DefaultBatch)},
		kong.Writers(s.out, s.err),
		kong.ConfigureHelp(kong.HelpOptions{Compact: true, WrapUpperBound: 100}))...)
}

// run executes one command line and returns the exit status.
func run(args []string, s streams) int {
	var c commands
	exit := -1
	parser, err := newParser(&c, s, kong.Exit(func(status int) { exit = status }))
	if err != nil {
		fmt.Fprintln(s.err, "concord:", err)
		return exitOurs
	}
	context, err := parser.Parse(asked(args))
	if exit >= 0 && len(args) == 0 {
		return exitUsage
	}
	if exit >= 0 {
		return exit
	}
	if err != nil {
		wrongUsage(s.err, err)
		return exitUsage
	}
	if err := outputFault(context.Run(s)); err != nil {
		if !errors.Is(err, errPartly) {
			fmt.Fprintln(s.err, "concord:", err)
		}
		return status(err)
	}
	return exitOK
}

// outputFault gives an error of writing to standard output the words that a user can act on.
func outputFault(err error) error {
	var failed *fs.PathError
	if !errors.As(err, &failed) || failed.Path != os.Stdout.Name() {
		return err
	}
	return &concord.Error{Code: concord.Unavailable, Op: "write to standard output", Message: "see that there is room where it goes", Err: failed.Err}
}

// errPartly says that some input could not be read, which has been reported already.
var errPartly = errors.New("some input could not be read")

// status is the exit status that an error leads to.
func status(err error) int {
	if errors.Is(err, errPartly) {
		return exitPartly
	}
	switch concord.CodeOf(err) {
	case concord.Invalid, concord.NotFound, concord.Conflict:
		return exitUsage
	case concord.Unavailable, concord.Newer:
		return exitStore
	}
	return exitOurs
}
