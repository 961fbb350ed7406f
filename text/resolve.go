package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord/lexicon"
)

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

// bearer is what the words around a name say of who bears it.
type bearer struct {
	words  []string // norms
	gender gender
	roles  []string // "minister", "spokesman"
	quoted bool     // inside a quotation
	weight int      // how well it stands: subjects above all
}

type gender uint8

const (
	anyGender gender = iota
	woman
	man
)

// describe fills the bearers.
func (r *resolver) describe() {
	quoted := r.quotedNames()
	r.of = make([]bearer, len(r.Names))
	for i := range r.Names {
		n, b := &r.Names[i], &r.of[i]
		b.quoted = quoted[i]
		for k := n.First; k < n.Last; k++ {
			b.words = append(b.words, r.Tokens[k].Norm)
		}
		if n.Kind != PersonName {
			continue
		}
		b.roles = r.rolesOf(n)
		b.gender = r.genderOf(n, b.roles)
		b.weight = r.weightOf(n)
	}
}

// quotedNames reports for each name whether it stands inside a quotation of its paragraph.
func (r *resolver) quotedNames() []bool {
	quoted := make([]bool, len(r.Names))
	open, paragraph := false, -1
	at := 0
	for i := range r.Names {
		for ; at < r.Names[i].First; at++ {
			t := &r.Tokens[at]
			if p := r.Sentences[t.Sentence].Paragraph; p != paragraph {
				open, paragraph = false, p
			}
			if t.Norm == `"` {
				open = !open
			}
		}
		quoted[i] = open && r.Sentences[r.Tokens[r.Names[i].First].Sentence].Paragraph == paragraph
	}
	return quoted
}

// Around a name: how far its title may stand before it, and its role after the comma.
const (
	titleReach = 5
	roleReach  = 9
)

// rolesOf returns the role nouns before the name ("Foreign Minister Ivan Odo") and in the apposition after it
// ("Ivan Odo, the foreign minister,").
func (r *resolver) rolesOf(n *Name) []string {
	s := r.Sentences[r.Tokens[n.First].Sentence]
	var roles []string
	for i := n.First - 1; i >= max(s.First, n.First-titleReach); i-- {
		t := &r.Tokens[i]
		if r.cues.Get(t.Norm)&titleCue != 0 {
			roles = append(roles, t.Norm)
		} else if !isAlphabetic(t.Norm) || t.POS == VERB || t.POS == AUX {
			break
		}
	}
	if n.Last < s.Last && r.Tokens[n.Last].Norm == "," {
		for i := n.Last + 1; i < min(s.Last, n.Last+roleReach); i++ {
			t := &r.Tokens[i]
			if r.cues.Get(t.Norm)&titleCue != 0 {
				roles = append(roles, t.Norm)
			} else if t.Norm == "," || t.POS == VERB || t.POS == AUX {
				break
			}
		}
	}
	return roles
}

func isAlphabetic(norm string) bool {
	r, _ := utf8.DecodeRuneInString(norm)
	return unicode.IsLetter(r)
}

func (r *resolver) genderOf(n *Name, roles []string) gender {
	for _, role := range roles {
		switch role {
		case "mrs.", "ms.", "mrs", "ms", "lady", "dame", "queen", "princess", "spokeswoman", "chairwoman", "congresswoman":
			return woman
		case "mr.", "mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "congressman", "father", "imam":
			return man
		}
	}
	switch c := r.cues.Get(r.Tokens[n.First].Norm); {
	case n.Last-n.First < 2 || c&givenCue == 0:
		return anyGender
	case c&womanCue != 0:
		return woman
	}
	return man
}

// weightOf says how well a name stands in its sentence as what a later pronoun means.
func (r *resolver) weightOf(n *Name) int {
	for i := n.First; i < n.Last; i++ {
		switch r.Tokens[i].Rel {
		case Nsubj, NsubjPass:
			return 3
		case NmodPoss, Compound:
			return 0
		}
	}
	if r.Tokens[n.First].Sentence < len(r.Sentences) && !r.Sentences[r.Tokens[n.First].Sentence].Parsed && n.First-r.Sentences[r.Tokens[n.First].Sentence].First < 6 {
		return 2
	}
	return 1
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

func hasSuffix(long, short []string) bool {
	for k := range short {
		if long[len(long)-len(short)+k] != short[k] {
			return false
		}
	}
	return true
}

func contains(long, short []string) bool {
	for k := 0; k+len(short) <= len(long); k++ {
		if hasSuffix(long[:k+len(short)], short) {
			return true
		}
	}
	return false
}

// acronyms returns the names that acronyms stand for: by the first letters of their words, or by a bracket after them.
func (r *resolver) acronyms() map[string]int {
	found := map[string]int{}
	for i := range r.Names {
		n := &r.Names[i]
		if n.Last-n.First < 2 || n.Kind == PersonName {
			continue
		}
		var all, main strings.Builder
		for k := n.First; k < n.Last; k++ {
			w := r.Tokens[k].Norm
			if !isAlphabetic(w) {
				continue
			}
			all.WriteByte(w[0])
			if !isSmallWord(w) {
				main.WriteByte(w[0])
			}
		}
		for _, short := range []string{all.String(), main.String()} {
			if _, known := found[short]; !known && len(short) > 1 {
				found[short] = i
			}
		}
		if n.Last+2 < len(r.Tokens) && r.Tokens[n.Last].Norm == "(" && r.Tokens[n.Last+2].Norm == ")" && isCapitals(r.Form(n.Last+1)) {
			found[r.Tokens[n.Last+1].Norm] = i
		}
	}
	return found
}

// addAcronyms adds the names that are known by their full form alone: "SOHR" after "Syrian Observatory for Human Rights".
func (r *resolver) addAcronyms() {
	acronyms := r.acronyms()
	if len(acronyms) == 0 {
		return
	}
	known := len(r.Names)
	for i := range r.Tokens {
		if full, ok := acronyms[r.Tokens[i].Norm]; ok && r.nameAt[i] == 0 && isCapitals(r.Form(i)) {
			r.Names = append(r.Names, Name{First: i, Last: i + 1, Kind: r.Names[full].Kind})
		}
	}
	if len(r.Names) == known {
		return
	}
	slices.SortFunc(r.Names, func(a, b Name) int { return a.First - b.First })
	for i := range r.Names {
		n := &r.Names[i]
		n.Same = i
		for k := n.First; k < n.Last; k++ {
			r.nameAt[k] = int32(i + 1)
		}
	}
}

func isSmallWord(w string) bool {
	switch w {
	case "of", "for", "the", "and", "in", "on", "to", "de", "al", "del", "la", "y":
		return true
	}
	return false
}

func isCapitals(form string) bool {
	return len(form) > 1 && len(form) < 9 && strings.ToUpper(form) == form && isAlphabetic(form)
}

// tie finds the antecedents of pronouns and role nouns.
func (r *resolver) tie() {
	r.antecedents = map[int]int{}
	before := 0 // names that begin before token i
	for i := range r.Tokens {
		for before < len(r.Names) && r.Names[before].First < i {
			before++
		}
		name := -1
		switch t := &r.Tokens[i]; t.Norm {
		case "he", "him", "his", "himself":
			name = r.person(i, before, man)
		case "she", "her", "hers", "herself":
			name = r.person(i, before, woman)
		default:
			if r.NameAt(i) == nil && r.isDefinite(i) {
				name = r.role(t.Norm, before)
			}
		}
		if name >= 0 {
			r.antecedents[i] = r.Names[name].Same
		}
	}
}

// isDefinite reports whether token i heads "the minister", "the defence ministry".
func (r *resolver) isDefinite(i int) bool {
	c := r.cues.Get(r.Tokens[i].Norm)
	if c&(titleCue|organisationCue) == 0 || i+1 < len(r.Tokens) && r.NameAt(i+1) != nil && c&titleCue != 0 {
		return false
	}
	for k := i - 1; k >= max(0, i-3); k-- {
		switch r.Tokens[k].Norm {
		case "the", "The", "this":
			return true
		}
		if r.Tokens[k].Sentence != r.Tokens[i].Sentence || !isAlphabetic(r.Tokens[k].Norm) {
			return false
		}
	}
	return false
}

// pronounReach is how many sentences back a pronoun may point.
const pronounReach = 6

// person returns the person before token i whom a pronoun of this gender means, or -1: of the names in the nearest
// sentences the one that stands best, quotations aside.
func (r *resolver) person(i, before int, g gender) int {
	best, top := -1, -1000
	seen := map[int]int{} // how often a bearer was named
	for j := before - 1; j >= 0; j-- {
		n, b := &r.Names[j], &r.of[j]
		back := r.Tokens[i].Sentence - r.Tokens[n.First].Sentence
		if back > pronounReach {
			break
		}
		full := r.of[n.Same]
		if n.Kind != PersonName || n.Last > i || disagree(b.gender, g) || disagree(full.gender, g) {
			continue
		}
		seen[n.Same]++
		score := 2*b.weight - 3*back + min(seen[n.Same], 3)
		if b.quoted {
			score -= 4
		}
		if score > top {
			best, top = j, score
		}
	}
	return best
}

func disagree(a, b gender) bool { return a != anyGender && b != anyGender && a != b }

// role returns the last name before that bears the role, or that the noun is a word of.
func (r *resolver) role(noun string, before int) int {
	for j := before - 1; j >= 0; j-- {
		n := &r.Names[j]
		switch n.Kind {
		case PersonName:
			for _, role := range append(r.of[j].roles, r.of[n.Same].roles...) {
				if role == noun {
					return j
				}
			}
		case OrganisationName:
			if words := r.of[n.Same].words; len(words) > 1 && contains(words, []string{noun}) {
				return j
			}
		}
	}
	return -1
}
