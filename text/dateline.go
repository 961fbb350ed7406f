package text

import "concord"

// InDateline reports whether the words stand between the place and the dash that open a report: "ADEN, 3 May (Example News) - ", or on a
// line of such a kind. A dateline says where and when a report was written, not where and when it happened.
func (d *Doc) InDateline(words concord.Span) bool {
	first, last := d.TokensIn(words)
	if first >= len(d.Tokens) {
		return false
	}
	sentence := d.Sentences[d.Tokens[first].Sentence]
	paragraph := &d.Paragraphs[sentence.Paragraph]
	if paragraph.Kind == concord.Dateline || paragraph.Kind == concord.Byline {
		return true
	}
	if first-sentence.First > 10 || d.Tokens[first].Sentence != paragraph.First {
		return false
	}
	for t := sentence.First; t < min(last+14, len(d.Tokens)); t++ {
		switch token := &d.Tokens[t]; {
		case t >= last && isDash(token.Norm) && d.Tokens[t-1].SpaceAfter:
			return true
		case token.POS == VERB && token.Tag >= VB && token.Tag <= VBZ:
			return false
		}
	}
	return false
}
