package quantity

import "concord"

// qualifier reads the words before a number that say how it is put ("at least another") and returns where the number
// should begin. Of several the first that is more than "about" counts.
func (f *finder) qualifier(i int) (begin int, stated concord.Qualifier) {
	for i < f.end {
		q, length := f.words.before.Match(f.word, i, f.end)
		if length == 0 {
			break
		}
		if stated == "" || stated == concord.About && q != "" {
			stated = q
		}
		i += length
	}
	return i, stated
}

// put applies the words before the number.
func (n *number) put(stated concord.Qualifier) {
	switch {
	case stated == "" || n.qualifier == concord.None:
	case n.qualifier == concord.Exact || n.qualifier == concord.About:
		n.qualifier = stated
	case stated == concord.AtLeast || stated == concord.MoreThan:
		n.qualifier, n.open = concord.AtLeast, true
	case stated == concord.AtMost && n.qualifier == concord.Between:
		n.qualifier = concord.AtMost
	}
}

// after reads the words after the number that say how it is put ("or more", "-plus") and takes them in.
func (f *finder) after(n *number) {
	q, length := f.words.after.Match(f.wordOrEmpty, n.last, f.end)
	if length == 0 || n.qualifier == concord.None {
		return
	}
	if f.word(n.last) == "-" && f.Tokens[n.last-1].SpaceAfter {
		return
	}
	if n.qualifier == concord.Exact || n.qualifier == concord.About {
		n.qualifier = q
		n.last += length
	}
}
