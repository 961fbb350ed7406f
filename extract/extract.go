// Package extract turns a tagged and parsed report with its mentions into claims and accounts. One kind of claim a file:
// statement.go, event.go, figure.go, responsibility.go; account.go gathers claims of one happening.
//
// Statements come first: whatever stands in a statement's content takes its source from it.
package extract

import (
	"concord"
	"concord/text"
)

// reader is one report while claims are being drawn from it.
type reader struct {
	*text.Doc
	mentions *concord.Mentions

	statements []*statement
	events     []*event
	figures    []*figure
	blames     []*blame
}

// statement is a statement claim in the making. Token ranges are [first, last).
type statement struct {
	claim    concord.Claim // Statement set, spans in bytes
	source   [2]int        // tokens of the speaker, equal where there is none
	cue      [2]int
	content  [][2]int
	embedded *statement // the statement in whose content this one stands
}

// event is an event claim in the making.
type event struct {
	claim   concord.Claim // Event set
	head    int           // the token that names the event
	account *account

	perpetrators []concord.Perpetrator
	victims      []concord.Victim
	objects      []concord.ObjectHit
	weapons      []concord.WeaponUsed
}

// figure is a figure claim in the making.
type figure struct {
	claim   concord.Claim // Figure set
	head    int           // the token that is counted, or the number
	event   *event        // the event whose toll it is, nil where none is named
	account *account
}

// blame is a responsibility claim in the making.
type blame struct {
	claim   concord.Claim // Responsibility set
	head    int
	event   *event
	account *account
}

// account is an account in the making.
type account struct {
	concord.Account
	events []*event
}

// Needs reports whether a sentence may hold a claim and so needs its grammar.
func Needs(d *text.Doc, sentence int) bool { return true }

// Read returns the claims of a report, in order of the text, and the accounts that they form. Offsets are bytes.
func Read(d *text.Doc, m *concord.Mentions) ([]concord.Claim, []concord.Account) {
	return []concord.Claim{}, []concord.Account{}
}
