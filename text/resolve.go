package text

import "concord/lexicon"

// Resolve ties the short forms of names to the fullest form in the report, and pronouns and role nouns to names, where
// the evidence is good. It uses the grammar of those sentences that are parsed.
func (e *Engine) Resolve(d *Doc) {
	r := resolver{Doc: d, cues: e.namer.cues}
	r.addAcronyms()
	r.describe()
	r.link()
	r.tie()
}

// Antecedent returns the index in Names of the fullest name of the person or body that token i, a pronoun ("he") or the
// head of a role noun ("the minister"), stands for; ok is false where that is not clear.
func (d *Doc) Antecedent(i int) (name int, ok bool) {
	name, ok = d.antecedents[i]
	return name, ok
}

// resolver ties names together.
type resolver struct {
	*Doc
	cues *lexicon.Words[cue]
	of   []bearer // of each name
}

// link sets Same of every name.
func (r *resolver) link() {
	byWord := map[string][]int{} // names by each of their words
	for i := range r.Names {
		for _, w := range r.of[i].words {
			if list := byWord[w]; len(list) == 0 || list[len(list)-1] != i {
				byWord[w] = append(list, i)
			}
		}
	}
	acronyms := r.acronyms()
	for i := range r.Names {
		full := r.fuller(i, byWord[r.of[i].words[len(r.of[i].words)-1]])
		if full == i {
			if j, ok := acronyms[r.of[i].words[0]]; ok && len(r.of[i].words) == 1 && j != i {
				full = j
			}
		}
		r.Names[i].Same = full
	}
	for i := range r.Names {
		r.Names[i].Same = r.root(i)
		r.Names[i].Kind = r.Names[r.Names[i].Same].Kind
	}
}

// root follows Same to its end.
func (r *resolver) root(i int) int {
	for range len(r.Names) {
		if r.Names[i].Same == i {
			break
		}
		i = r.Names[i].Same
	}
	return i
}

// fuller returns the name among the candidates, which share the last word of name i, that is the fullest name of its
// bearer: the nearest before it, else the first after it; the first that reads the same where none is fuller.
func (r *resolver) fuller(i int, candidates []int) int {
	best, same := -1, i
	for _, j := range candidates {
		switch {
		case j < same && r.reads(i, j):
			same = j
		case len(r.of[j].words) <= len(r.of[i].words) || !r.shortens(i, j):
		case best < 0, j < i, best > i && len(r.of[j].words) > len(r.of[best].words):
			best = j
		}
	}
	if best >= 0 {
		return best
	}
	return same
}

// reads reports whether two names are the same words.
func (r *resolver) reads(i, j int) bool {
	a, b := r.of[i].words, r.of[j].words
	if len(a) != len(b) {
		return false
	}
	for k := range a {
		if a[k] != b[k] {
			return false
		}
	}
	return true
}

// shortens reports whether name i may be a short form of the longer name j.
func (r *resolver) shortens(i, j int) bool {
	short, long := &r.of[i], &r.of[j]
	kind := r.Names[i].Kind
	switch r.Names[j].Kind {
	case PersonName:
		if kind == NationalityName || kind == PlaceName && r.cues.Get(short.words[0])&countryCue != 0 ||
			short.gender != anyGender && long.gender != anyGender && short.gender != long.gender {
			return false
		}
		return hasSuffix(long.words, short.words)
	case OrganisationName:
		if kind != OrganisationName && kind != OtherName || r.cues.Get(short.words[0])&(peopleCue|countryCue) != 0 {
			return false
		}
		return contains(long.words, short.words)
	}
	return false
}

// hasSuffix reports whether the longer list of words ends in the shorter.
func hasSuffix(long, short []string) bool {
	for k := range short {
		if long[len(long)-len(short)+k] != short[k] {
			return false
		}
	}
	return true
}

// contains reports whether the words of the shorter list stand together in the longer.
func contains(long, short []string) bool {
	for k := 0; k+len(short) <= len(long); k++ {
		if hasSuffix(long[:k+len(short)], short) {
			return true
		}
	}
	return false
}
