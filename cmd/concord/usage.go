package main

import (
	"errors"
	"fmt"
	"io"
	"runtime/debug"
	"strings"

	"github.com/alecthomas/kong"

	"concord"
)

// asked turns what newcomers type into what the command line knows: nothing at all and "help" ask for help, "--version" for the version.
func asked(args []string) []string {
	switch {
	case len(args) == 0:
		return []string{"--help"}
	case args[0] == "help":
		return append(args[1:len(args):len(args)], "--help")
	case args[0] == "--version":
		return []string{"version"}
	}
	return args
}

// wrongUsage says what is wrong with a command line, and which help tells of it.
func wrongUsage(w io.Writer, err error) {
	command := "concord"
	var failed *kong.ParseError
	if errors.As(err, &failed) && failed.Context != nil {
		for _, step := range failed.Context.Path {
			if step.Command != nil {
				command = "concord " + commandOf(step.Command)
			}
		}
	}
	what := strings.ReplaceAll(err.Error(), `one of "",`, "one of ") // empty stands for a flag that is not given
	if !strings.HasSuffix(what, "?") {
		what += "."
	}
	fmt.Fprintf(w, "concord: %s See %s --help\n", what, command)
}

// commandOf returns the words that call a command: "gazetteer find".
func commandOf(node *kong.Node) string {
	if node.Parent == nil || node.Parent.Type == kong.ApplicationNode {
		return node.Name
	}
	return commandOf(node.Parent) + " " + node.Name
}

type versionCommand struct{}

// Run prints which version this is, and of which edition what it reads.
func (versionCommand) Run(s streams) error {
	version := "of unknown version"
	if info, ok := debug.ReadBuildInfo(); ok {
		version = info.Main.Version
	}
	_, err := fmt.Fprintf(s.out, "concord %s, edition %d\n", version, concord.Edition)
	return err
}
