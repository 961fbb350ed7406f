package gazetteer

import "concord/text"

// metonym reports whether the name of a country or a capital stands for those who govern there: it acts or is spoken with, and
// nothing says that something is in it.
func (f *finder) metonym(s *spot) bool {
	if k := s.options[s.choice].Kind; k != Country && k != Capital || s.preceding&(within|ofKind|direction|nearBy) != 0 {
		return false
	}
	if f.isParty(s) {
		return true
	}
	i := s.first - 1
	if i >= 0 && f.Tokens[i].Norm == "the" {
		i--
	}
	if i >= f.Sentences[f.Tokens[s.first].Sentence].First {
		switch f.Tokens[i].Lemma {
		case "with", "by", "against", "between", "accuse", "blame", "urge", "tell", "ask", "condemn", "warn", "thank", "accused", "blamed":
			return true
		}
		if s.preceding&along != 0 && !f.sharesSubject(s) {
			return false
		}
	}
	next := s.last
	for next < len(f.Tokens) && f.Tokens[next].POS == text.ADV {
		next++
	}
	if next == len(f.Tokens) || f.Tokens[next].Sentence != f.Tokens[s.first].Sentence {
		return false
	}
	t := &f.Tokens[next]
	return t.POS == text.VERB && t.Tag != text.VBN && t.Tag != text.VBG || t.POS == text.AUX && (t.Lemma != "be" || f.intends(next+1))
}

// sharesSubject reports whether a country is named with another that no preposition stands before: "|Israel and Iran| traded blows".
func (f *finder) sharesSubject(s *spot) bool {
	if f.Tokens[s.first-1].Norm != "and" {
		return false
	}
	for i := range f.spots {
		if o := &f.spots[i]; o.last == s.first-1 {
			return o.name != nil && o.choice >= 0 && o.options[o.choice].Kind == Country && o.preceding == 0
		}
	}
	return false
}

// listSpan is how many words a list of parties may have.
const listSpan = 8

// isParty reports whether a country is one of several that are the parties to something: "between the US and Russia", "the sponsors (Russia,
// Turkey and Iran)".
func (f *finder) isParty(s *spot) bool {
	opened, several := false, false
	for i := s.first - 1; i >= max(0, s.first-listSpan, f.Sentences[f.Tokens[s.first].Sentence].First) && !opened; i-- {
		switch t := &f.Tokens[i]; {
		case t.Norm == "between" && several:
			return f.Tokens[s.first-1].Norm == "and" || f.Tokens[s.first-1].Norm == "the"
		case t.Norm == "(":
			opened = true
		case t.Norm == "," || t.Norm == "and":
			several = true
		case t.POS != text.PROPN && t.POS != text.DET:
			return false
		}
	}
	for i := s.last; opened && i < min(len(f.Tokens), s.last+listSpan); i++ {
		switch t := &f.Tokens[i]; {
		case t.Norm == ")":
			return several
		case t.Norm == "," || t.Norm == "and":
			several = true
		case t.POS != text.PROPN && t.POS != text.DET:
			return false
		}
	}
	return false
}

// intends reports whether token i, after a form of "be", says what only those who govern do: "is committed", "is sending".
func (f *finder) intends(i int) bool {
	for i < len(f.Tokens) && f.Tokens[i].POS == text.ADV {
		i++
	}
	if i == len(f.Tokens) {
		return false
	}
	return owning()["govern"][f.Tokens[i].Norm]
}
