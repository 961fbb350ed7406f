package concord

import (
	"crypto/sha256"
	"encoding/hex"
)

// Report is one published text: an article, a situation report, a briefing, a statement.
// Its Text never changes once taken in, and its ID is derived from that text alone.
type Report struct {
	ID        string  `json:"id"`        // "sha256:" and the hexadecimal digest of Text
	Name      string  `json:"name"`      // the file it came from, or the id its line gave
	URL       *string `json:"url"`       // null where unknown
	Title     string  `json:"title"`     // the headline; not necessarily a part of Text
	Publisher string  `json:"publisher"` // the outlet, empty where unknown
	Published Date    `json:"published"` // empty where unknown: relative dates then stay unresolved
	Language  string  `json:"language"`  // ISO 639-1
	Text      string  `json:"text"`

	// Layout tells the parts of Text from one another, in order and without overlap;
	// bytes between parts are white space. Offsets are bytes.
	Layout []Part `json:"-"`
}

// Part is a run of a report's text (a paragraph, as a rule) that plays one role on the page.
type Part struct {
	Span
	Kind PartKind
}

// PartKind is the role of a Part.
type PartKind uint8

// The roles. Only Title, Standfirst, Caption and Body are read for claims.
const (
	Body       PartKind = iota
	Title               // the headline, also where it is repeated
	Standfirst          // the summary under the headline
	Caption             // words under a picture
	Byline              // who wrote it
	Dateline            // when and where it was written, on a line of its own
	Furniture           // reading time, "share this", credits, navigation
)

// Told reports whether parts of this kind tell what happened.
func (k PartKind) Told() bool { return k <= Caption }

// ReportID returns the id of a report with this text.
func ReportID(text string) string {
	sum := sha256.Sum256([]byte(text))
	return "sha256:" + hex.EncodeToString(sum[:])
}
