package extract

import (
	"strings"

	"concord/text"
)

// turn is what one speaker says in a transcript, until the next is named.
type turn struct {
	paragraph int
	colon     int    // the token that parts the speaker from the words; the speaker's own where there is none
	source    [2]int // tokens of the speaker
	first     int    // the first token of the words
}

// leastTurns is how many paragraphs name their speakers in a transcript at least: in one, paragraphs that name nobody go on with a turn.
const leastTurns = 3

// readTurns adds the statements of paragraphs that begin with their speaker: "Q: Who fired?", "MS. ODO: We do not know."
func (r *reader) readTurns() {
	var turns []turn
	for i, p := range r.Paragraphs {
		if t, ok := r.turnAt(p); ok {
			t.paragraph = i
			turns = append(turns, t)
		}
	}
	for k, t := range turns {
		content := [][2]int{{t.first, r.endOf(t.paragraph)}}
		if len(turns) >= leastTurns && k+1 < len(turns) {
			for i := t.paragraph + 1; i < turns[k+1].paragraph; i++ {
				content = append(content, [2]int{r.Sentences[r.Paragraphs[i].First].First, r.endOf(i)})
			}
		}
		r.addHeadline(t.colon, t.source, content...)
	}
}

// endOf returns the token after the last of a paragraph.
func (r *reader) endOf(paragraph int) int {
	return r.Sentences[r.Paragraphs[paragraph].Last-1].Last
}

// turnAt returns the turn that paragraph p begins with, if it names its speaker before a colon, as transcripts do, or asks as "Q".
func (r *reader) turnAt(p text.Paragraph) (turn, bool) {
	first, last := r.Sentences[p.First].First, r.Sentences[p.Last-1].Last
	if r.isQuestionTurn(p) && r.Tokens[first+1].Norm != ":" {
		return turn{colon: first, source: [2]int{first, first + 1}, first: first + 1}, true
	}
	for i := first + 1; i < min(first+longestLabel, last-2); i++ {
		if r.Tokens[i].Norm == ":" {
			return turn{colon: i, source: [2]int{first, i}, first: i + 1}, r.isLabelled(first, i)
		}
	}
	return turn{}, false
}

// isLabelled reports whether the words from token first to the colon name a speaker.
func (r *reader) isLabelled(first, colon int) bool {
	form := r.Form(first)
	if n := r.NameAt(colon - 1); n != nil && n.Kind == text.PersonName && n.First <= first+1 {
		return true
	}
	return colon == first+1 && (form == "Q" || form == "A" || len(form) > 2 && strings.ToUpper(form) == form && r.Tokens[first].POS == text.PROPN)
}

// longestLabel is how many words may name the speaker before a colon.
const longestLabel = 5
