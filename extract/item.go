package extract

import (
	"unicode"
	"unicode/utf8"

	"concord/text"
)

// readItems numbers the items of the report, by paragraph: each paragraph that begins with a bullet is one, and so is all that follows a
// line with nothing but a time, as in a live blog, or after a headline within the text that names its place, and a question with its answer. What is told in two of them is seldom one happening.
func (r *reader) readItems() {
	r.itemAt = make([]int32, len(r.Paragraphs))
	item, bullet := int32(0), false
	for i, p := range r.Paragraphs {
		opens := r.isBullet(p)
		if opens || bullet || r.isStamp(p) || r.isQuestionTurn(p) || r.isPlaceHeading(p) {
			item++
		}
		bullet = opens
		r.itemAt[i] = item
	}
}

// itemOf returns the number of the item that token i stands in.
func (r *reader) itemOf(i int) int32 {
	return r.itemAt[r.Sentences[r.Tokens[i].Sentence].Paragraph]
}

// isBullet reports whether a paragraph begins with a bullet, a dash or a picture.
func (r *reader) isBullet(p text.Paragraph) bool {
	s := r.Sentences[p.First]
	if s.Last-s.First < 2 {
		return false
	}
	first, _ := utf8.DecodeRuneInString(r.Text[r.Tokens[s.First].Start:])
	switch first {
	case '*', '-', '–', '•', '·', '‣':
		return r.Tokens[s.First].SpaceAfter && r.Tokens[s.First].End-r.Tokens[s.First].Start <= len("•")
	}
	return unicode.Is(unicode.So, first) || unicode.Is(unicode.Sk, first)
}

// isQuestionTurn reports whether a paragraph is what a reporter asks in a transcript: "Q: Was it hit?", "Q    Was it hit?"
func (r *reader) isQuestionTurn(p text.Paragraph) bool {
	s := r.Sentences[p.First]
	return r.Form(s.First) == "Q" && s.First+1 < s.Last && (r.Tokens[s.First+1].Norm == ":" || r.Tokens[s.First+1].Start-r.Tokens[s.First].End > 1)
}

// isPlaceHeading reports whether a paragraph is a headline that begins with its place, as those of a bulletin do: "Mali: Nine soldiers killed".
func (r *reader) isPlaceHeading(p text.Paragraph) bool {
	s := r.Sentences[p.First]
	if r.placeAt[s.First] == 0 || r.Tokens[r.Sentences[p.Last-1].Last-1].POS == text.PUNCT {
		return false
	}
	i := s.First
	for i < s.Last && r.placeAt[i] > 0 {
		i++
	}
	return i+1 < s.Last && r.Tokens[i].Norm == ":"
}

// isSign reports whether token i is a bullet or a picture, whatever the tagger takes it for.
func (r *reader) isSign(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.Text[r.Tokens[i].Start:])
	return first >= utf8.RuneSelf && !unicode.IsLetter(first) && !unicode.IsNumber(first) && !unicode.IsPunct(first) && !unicode.IsMark(first) || first == '•'
}

// stampLength is how many words a line with a time alone has at most: "14:32 BST".
const stampLength = 4

// isStamp reports whether a paragraph is a time and nothing else.
func (r *reader) isStamp(p text.Paragraph) bool {
	s := r.Sentences[p.First]
	if p.Last-p.First > 1 || s.Last-s.First > stampLength || !r.timeAt[s.First] {
		return false
	}
	for i := s.First; i < s.Last; i++ {
		if !r.timeAt[i] && r.Tokens[i].POS != text.PUNCT && r.Tokens[i].POS != text.PROPN {
			return false
		}
	}
	return true
}
