package text

// pieceEnd returns where the piece of a sentence ends that begins at token first: after a semicolon with a clause on either side. What stands on
// one side of it hardly ever depends on a word of the other, and the parser has seen few.
func (d *Doc) pieceEnd(first, last int) int {
	for i := first + 1; i+1 < last; i++ {
		if d.Tokens[i].Norm == ";" && d.hasClause(first, i) && d.hasClause(i+1, d.semicolon(i+1, last)) {
			return i + 1
		}
	}
	return last
}

// semicolon returns the next semicolon among tokens [i, last), last where there is none.
func (d *Doc) semicolon(i, last int) int {
	for i < last && d.Tokens[i].Norm != ";" {
		i++
	}
	return i
}

// hasClause reports whether a verb with a tense stands among tokens [first, last).
func (d *Doc) hasClause(first, last int) bool {
	for _, t := range d.Tokens[first:last] {
		switch t.Tag {
		case VBD, VBP, VBZ, MD:
			return true
		}
	}
	return false
}
