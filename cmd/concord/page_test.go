package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/alecthomas/kong"

	"concord/pagetest"
)

// TestCommandsPage proves that docs/commands.md shows the help of every command as it is.
func TestCommandsPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("# Commands\n\nEvery command with its flags, as `concord COMMAND --help` prints them. This page is written by\n" +
		"`go test ./cmd/concord -run TestCommandsPage -update`.\n")
	section(&b, "concord")
	parser, err := newParser(&commands{}, streams{})
	if err != nil {
		t.Fatal(err)
	}
	for _, node := range parser.Model.Leaves(true) {
		section(&b, "concord "+commandOf(node))
	}
	pagetest.Holds(t, "../../docs/commands.md", b.String())
}

// commandOf returns the words that call a command: "gazetteer find".
func commandOf(node *kong.Node) string {
	if node.Parent == nil || node.Parent.Type == kong.ApplicationNode {
		return node.Name
	}
	return commandOf(node.Parent) + " " + node.Name
}

func section(b *strings.Builder, command string) {
	var out bytes.Buffer
	run(append(strings.Fields(command)[1:], "--help"), streams{out: &out, err: &out})
	fmt.Fprintf(b, "\n## %s\n\n```\n%s\n```\n", command, strings.TrimSpace(out.String()))
}
