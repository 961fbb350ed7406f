package main

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

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

func section(b *strings.Builder, command string) {
	var out bytes.Buffer
	run(append(strings.Fields(command)[1:], "--help"), streams{out: &out, err: &out})
	fmt.Fprintf(b, "\n## %s\n\n```\n%s\n```\n", command, strings.TrimSpace(out.String()))
}
