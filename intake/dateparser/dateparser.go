// Package dateparser stands in for github.com/markusmobius/go-dateparser, which go-htmldate asks last for the date of a
// web page, after its own patterns have failed. That package builds tables for 200 languages whenever the program
// starts: a quarter of a second and 78 MB for every command, for pages whose date nothing else could read. This
// one finds none, and such a page is taken in without a date, which its reader is told.
package dateparser

import (
	"errors"
	"time"
)

// Parser would look for dates in prose.
type Parser struct {
	ParserTypes []ParserType
}

// ParserType is a way to look for dates.
type ParserType uint8

// The ways that go-htmldate asks for.
const (
	CustomFormat ParserType = iota
	AbsoluteTime
)

// PreferredDateSource says which of several days an incomplete date means.
type PreferredDateSource uint8

// Past is the preference that go-htmldate asks for.
const Past PreferredDateSource = 1

// Configuration is how to look.
type Configuration struct {
	PreferredDateSource PreferredDateSource
	StrictParsing       bool
}

// Date is a date that was found.
type Date struct {
	Time time.Time
}

var errNone = errors.New("no date")

// Parse finds none.
func (*Parser) Parse(*Configuration, string, ...string) (Date, error) { return Date{}, errNone }
