package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/text"
)

// readItems numbers the items of the report, by paragraph: each paragraph that begins with a bullet is one, or with its place or its hour as
// those of a bulletin and a log do, and so is all that follows a line with nothing but a time, as in a live blog, and a question with its
// answer. What is told in two of them is seldom one happening. A form and what follows it are one.
func (r *reader) readItems() {
	r.itemAt = make([]int32, len(r.Paragraphs))
	timed := r.isLog()
	item, bullet := int32(0), false
	for i, p := range r.Paragraphs {
		f := r.formAt[p.First]
		opens := f == nil && r.isBullet(p)
		if f != nil && f.fields[0].sentence == p.First {
			item++
		}
		if opens || bullet || f == nil && (r.isStamp(p) || r.isQuestionTurn(p) || r.isPlaceLabel(p) || timed && r.isTimed(p)) {
			item++
		}
		bullet = opens
		r.itemAt[i] = item
	}
}

// leastTimed is how many paragraphs of a log begin with their hour or day at least.
const leastTimed = 2

// isLog reports whether several paragraphs of the report begin with their hour or day.
func (r *reader) isLog() bool {
	n := 0
	for _, p := range r.Paragraphs {
		if r.isTimed(p) {
			n++
		}
	}
	return n >= leastTimed
}

// isTimed reports whether a paragraph begins with an hour, "14:55 Shells hit", or with a time and a colon or a dash.
func (r *reader) isTimed(p text.Paragraph) bool {
	first, last := r.Sentences[p.First].First, r.Sentences[p.Last-1].Last
	if !r.isClock(first) && !r.timeAt[first] {
		return false
	}
	i := first
	for i < last && (r.timeAt[i] || r.isClock(i) || r.Tokens[i].Norm == ",") {
		i++
	}
	return i < last && i-first <= longestStamp && (r.isClock(first) || r.Tokens[i].Norm == ":" || r.Tokens[i].Norm == "-")
}

// longestStamp is how many words the day and the hour take that an entry of a log begins with.
const longestStamp = 8

// isClock reports whether token i is an hour in digits: "14:55", "9.30".
func (r *reader) isClock(i int) bool {
	word := r.Form(i)
	hour, minute, ok := strings.Cut(word, ":")
	if !ok {
		hour, minute, ok = strings.Cut(word, ".")
	}
	digits := func(s string) bool { return strings.Trim(s, "0123456789") == "" }
	return ok && len(minute) == 2 && (len(hour) == 1 || len(hour) == 2) && digits(hour) && digits(minute)
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

// isPlaceLabel reports whether a paragraph begins with its place and a colon, as the headlines and the points of a bulletin do: "Gao: A mine
// killed two drivers."
func (r *reader) isPlaceLabel(p text.Paragraph) bool {
	s := r.Sentences[p.First]
	i := s.First
	for i < s.Last && r.placeAt[i] > 0 {
		i++
	}
	if i < s.Last && i > s.First && placeNouns[r.Tokens[i].Norm] {
		i++
	}
	return i > s.First && i+1 < s.Last && r.Tokens[i].Norm == ":"
}

// placeNouns are the words that may follow a name before the colon.
var placeNouns = map[string]bool{"province": true, "governorate": true, "region": true, "district": true, "city": true, "state": true, "oblast": true, "county": true}

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
