package timex

// fixedPhrase is a phrase of times_fixed.tsv.
func fixedPhrase(l *line, i int) (meaning, int) {
	if f, end := phraseAt(l, i, l.fixed.Match); end > i && !(l.has(end-1, "past") && l.is(end, digits|aNumber)) && !(l.has(i, "in") && l.has(i+1, "future") && isNoun(l.tag(end))) && !(l.capital(end-1) && end < len(l.atoms) && l.is(i, determiner)) {
		return constant{f}, end
	}
	return nil, i
}

// constant is a value that depends on no date.
type constant struct{ fixed }

func (m constant) resolve(n *narrative) result {
	r := result{kind: m.kind, value: m.value}
	if m.value == "PRESENT_REF" && n.known {
		r.first, r.last, r.known = at(n.now, oneDay), at(n.now, oneDay), true
	}
	return r
}
