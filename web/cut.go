package web

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"concord"
)

// paragraph is a run of a report's text, cut into pieces, with the claims that begin in it.
type paragraph struct {
	Start  int // code points from the start of the text
	Pieces []piece
	Claims []*concord.Claim
}

// piece is a run of text over which the same claims and mentions hold. Claims nest and overlap; pieces do neither.
type piece struct {
	Text    string
	Start   int
	Anchors []string // ids of claims that begin here
	Class   string   // style: the innermost claim's kind, and whether the claim is the chosen one
	Claim   string   // id of the innermost claim, empty where none holds
	Claims  string   // ids of all claims that hold, parted by spaces
	First   bool     // the first piece of Claim: the one that the keyboard stops at
	Mention string   // kind of the innermost mention
	Note    string   // what the mention names
}

// Blank reports whether the piece is only white space between the words of claims, which is no link.
func (p piece) Blank() bool { return strings.TrimSpace(p.Text) == "" }

// noted is a mention with what it names.
type noted struct {
	concord.Span
	kind, note string
}

// longParagraph is how many code points a paragraph may have before it is cut at the end of a sentence: some
// collections hold whole articles on one line, and claims belong beside their words.
const longParagraph = 500

// cutText cuts a report's text into paragraphs and pieces. Claims and mentions may nest and overlap in any way; chosen
// is the id of a claim to set off, or empty. Joined, the pieces are the text without the breaks between paragraphs.
func cutText(r *concord.Reading, chosen string) []paragraph {
	c := cutter{text: []rune(r.Report.Text), chosen: chosen, notes: notesOf(r.Mentions)}
	for i := range r.Claims {
		c.claims = append(c.claims, &r.Claims[i])
	}
	slices.SortStableFunc(c.claims, func(x, y *concord.Claim) int {
		return cmp.Or(cmp.Compare(x.Start, y.Start), cmp.Compare(y.End, x.End))
	})
	var paragraphs []paragraph
	for _, s := range c.paragraphs() {
		paragraphs = append(paragraphs, c.cut(s))
	}
	return paragraphs
}

type cutter struct {
	text   []rune
	claims []*concord.Claim // by start, longer ones first
	notes  []noted
	chosen string
}

// paragraphs returns the spans between line breaks, long ones cut after a sentence.
func (c *cutter) paragraphs() []concord.Span {
	var spans []concord.Span
	start := 0
	for i := 0; i <= len(c.text); i++ {
		end := i == len(c.text) || c.text[i] == '\n'
		if !end && !c.sentenceEnds(start, i) {
			continue
		}
		if strings.TrimSpace(string(c.text[start:i])) != "" {
			spans = append(spans, concord.Span{Start: start, End: i})
		}
		start = i
		if end {
			start = i + 1
		}
	}
	return spans
}

// sentenceEnds reports whether a paragraph that began at start may be cut at i: it is long, a sentence ends
// there, and no claim goes on.
func (c *cutter) sentenceEnds(start, i int) bool {
	if i-start < longParagraph || c.text[i] != ' ' || !strings.ContainsRune(".!?\"”", c.text[i-1]) {
		return false
	}
	return !slices.ContainsFunc(c.claims, func(cl *concord.Claim) bool { return cl.Start < i && i < cl.End })
}

// cut cuts one paragraph at every offset where a claim or a mention begins or ends.
func (c *cutter) cut(s concord.Span) paragraph {
	p := paragraph{Start: s.Start}
	var holding []*concord.Claim
	for _, cl := range c.claims {
		if cl.Start >= s.Start && cl.Start < s.End {
			p.Claims = append(p.Claims, cl)
		}
		if cl.Overlaps(s) {
			holding = append(holding, cl)
		}
	}
	var notes []noted
	for _, n := range c.notes {
		if n.Overlaps(s) {
			notes = append(notes, n)
		}
	}
	edges := edgesOf(s, holding, notes)
	for i := range edges[1:] {
		p.Pieces = append(p.Pieces, c.piece(concord.Span{Start: edges[i], End: edges[i+1]}, s, holding, notes))
	}
	return p
}

// edgesOf returns the offsets within s where something begins or ends, s's own among them.
func edgesOf(s concord.Span, claims []*concord.Claim, notes []noted) []int {
	edges := []int{s.Start, s.End}
	add := func(t concord.Span) {
		edges = append(edges, min(max(t.Start, s.Start), s.End), min(max(t.End, s.Start), s.End))
	}
	for _, cl := range claims {
		add(cl.Span)
	}
	for _, n := range notes {
		add(n.Span)
	}
	slices.Sort(edges)
	return slices.Compact(edges)
}

func (c *cutter) piece(s, within concord.Span, claims []*concord.Claim, notes []noted) piece {
	p := piece{Text: string(c.text[s.Start:s.End]), Start: s.Start}
	var inner *concord.Claim
	var ids []string
	for _, cl := range claims {
		if cl.Start == s.Start {
			p.Anchors = append(p.Anchors, cl.ID)
		}
		if !cl.Contains(s) {
			continue
		}
		ids = append(ids, cl.ID)
		if inner == nil || cl.Len() <= inner.Len() {
			inner = cl
		}
		if cl.ID == c.chosen {
			p.Class = " chosen"
		}
	}
	if inner != nil {
		p.Claim, p.Claims = inner.ID, strings.Join(ids, " ")
		p.Class = fmt.Sprintf("in-%s%s", inner.Kind, p.Class)
		p.First = max(inner.Start, within.Start) == s.Start
	}
	for _, n := range notes {
		if n.Contains(s) {
			p.Mention, p.Note = n.kind, n.note
		}
	}
	return p
}

// notesOf gathers the mentions of a report, wider ones first, so that the innermost is seen last.
func notesOf(m *concord.Mentions) []noted {
	if m == nil {
		return nil
	}
	var list []noted
	for _, t := range m.Times {
		list = append(list, noted{t.Span, "time", t.Value})
	}
	for _, p := range m.Places {
		if p.Where.Span != nil {
			list = append(list, noted{*p.Where.Span, "place", strings.Trim(p.Name+", "+p.Country, ", ")})
		}
	}
	for _, a := range m.Actors {
		list = append(list, noted{a.Span, "actor", a.Name})
	}
	for _, w := range m.Weapons {
		list = append(list, noted{w.Span, "weapon", w.Kind})
	}
	for _, q := range m.Quantities {
		list = append(list, noted{q.Span, "quantity", strings.TrimSpace(concord.Range(q.Low, q.High) + " " + q.Unit)})
	}
	slices.SortStableFunc(list, func(x, y noted) int { return cmp.Compare(y.Len(), x.Len()) })
	return list
}
