package extract

import (
	"slices"
	"strings"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// trigger is a row of lexicon/triggers.tsv.
type trigger struct {
	words []string // lemmas; "" stands for a gap
	pos   byte     // v, n, a, s
	act   act
	frame frame
}

// gapWords is the most words that a gap in a trigger covers.
const gapWords = 4

// triggers are the rows by first word, the longest first.
var triggers = sync.OnceValue(func() *lexicon.Words[[]*trigger] {
	table, irregular := map[string][]*trigger{}, map[string][]string{}
	for _, row := range lexicon.Table("lemmas") {
		irregular[row.Get("lemma")] = append(irregular[row.Get("lemma")], row.Get("form"))
	}
	for _, row := range lexicon.Table("triggers") {
		t := &trigger{words: lexicon.Tokens(row.Get("phrase")), pos: row.Get("pos")[0], frame: frameNames[row.Get("frame")]}
		t.act = act(max(0, slices.Index(actNames[:], row.Get("act"))))
		for i, w := range t.words {
			if w == "_" {
				t.words[i] = ""
			}
		}
		table[t.words[0]] = append(table[t.words[0]], t)
		if t.pos == 'v' {
			for _, form := range pastForms(t.words[0], irregular) {
				table[form] = append(table[form], t)
			}
		}
	}
	words := lexicon.NewWords[[]*trigger]()
	for word, list := range table {
		slices.SortStableFunc(list, func(a, b *trigger) int { return len(b.words) - len(a.words) })
		words.Set(word, list)
	}
	return words
})

// pastForms returns the forms of a verb in the past, by the list of those that are irregular and by the rules of spelling. A word that
// the tagger has never seen may have been given any part of speech and lemma: these forms are known whatever it says.
func pastForms(verb string, irregular map[string][]string) []string {
	n := len(verb)
	regular := verb + "ed"
	switch {
	case strings.HasSuffix(verb, "e"):
		regular = verb + "d"
	case strings.HasSuffix(verb, "y") && n > 2 && !strings.ContainsRune("aeiou", rune(verb[n-2])):
		regular = verb[:n-1] + "ied"
	}
	forms := append([]string{regular}, irregular[verb]...)
	return slices.DeleteFunc(forms, func(f string) bool { return f == verb })
}

// found is a trigger in the text.
type found struct {
	*trigger
	first, last int // tokens from the first to after the last word, gaps included
	head        int
	covers      []int // its words
}

// triggersIn returns the triggers of tokens [first, last), from left to right; no token serves two.
func (r *reader) triggersIn(first, last int) []found {
	var list []found
	taken := make(map[int]bool)
	table := triggers()
	for i := first; i < last; i++ {
		if taken[i] || !r.content(i) {
			continue
		}
		if f, ok := r.triggerAt(table, i, last); ok && !slices.ContainsFunc(f.covers, func(j int) bool { return taken[j] }) {
			for _, j := range f.covers {
				taken[j] = true
			}
			list = append(list, f)
		}
	}
	return list
}

// content reports whether token i can begin a trigger: no function word, no part of a name, a place or a date.
func (r *reader) content(i int) bool {
	switch r.Tokens[i].POS {
	case text.PUNCT, text.DET, text.ADP, text.PRON, text.NUM, text.CCONJ, text.SCONJ, text.PART:
		return false
	}
	if r.Tokens[i].POS == text.VERB && r.Tokens[i].Rel.Main() == text.Case {
		return false // "according to"
	}
	if n := r.NameAt(i); n != nil && (n.Kind == text.PersonName || n.Kind == text.PlaceName) && !(n.Last == n.First+1 && i == r.Sentences[r.Tokens[i].Sentence].First) && !isForce(r.Tokens[i].Norm) {
		return false
	}
	return r.placeAt[i] == 0 && !r.timeAt[i]
}

// isForce reports whether a word names a force of nature: "Typhoon" is a trigger in a name too.
func isForce(word string) bool {
	return slices.ContainsFunc(triggers().Get(word), func(t *trigger) bool { return t.act == natural && t.pos == 'n' && len(t.words) == 1 })
}

func (r *reader) triggerAt(table *lexicon.Words[[]*trigger], i, last int) (found, bool) {
	t := &r.Tokens[i]
	if f, ok := r.longest(table.Get(t.Lemma), i, last); ok {
		return f, true
	}
	if t.Norm != t.Lemma {
		if f, ok := r.longest(table.Get(t.Norm), i, last); ok {
			return f, true
		}
	}
	if t.POS == text.PROPN {
		if one := singular(t.Norm); one != t.Norm {
			return r.longest(table.Get(one), i, last)
		}
	}
	return found{}, false
}

func (r *reader) longest(list []*trigger, i, last int) (found, bool) {
	for _, t := range list {
		fits := r.fits(t, i)
		if !fits && (t.pos != 'v' || len(t.words) == 1 || r.Tokens[i].POS != text.NOUN) {
			continue
		}
		if covers := r.match(t, i, last); covers != nil && (fits || r.headlineVerb(covers)) && !r.pastVerb(t, covers) {
			f := found{trigger: t, first: i, last: covers[len(covers)-1] + 1, head: i, covers: covers}
			switch t.pos {
			case 'n', 's':
				f.head = r.headOf(covers)
			case 'v':
				f.head = r.verbAmong(covers)
			}
			return f, true
		}
	}
	return found{}, false
}

// pastVerb reports whether the words of a noun end in a verb in the past: "a missile |struck|" is no missile strike.
func (r *reader) pastVerb(t *trigger, covers []int) bool {
	last := r.Tokens[covers[len(covers)-1]].Tag
	return t.pos == 'n' && len(covers) > 1 && (last == text.VBD || last == text.VBN)
}

// fits reports whether token i has the part of speech that t asks for.
func (r *reader) fits(t *trigger, i int) bool {
	token := &r.Tokens[i]
	switch t.pos {
	case 'v':
		return token.POS == text.VERB || token.POS == text.AUX || token.POS == text.ADV && len(t.words) > 1 || token.Tag >= text.VB && token.Tag <= text.VBZ || r.pastOf(t, i)
	case 'n', 's':
		if len(t.words) > 1 {
			return true
		}
		return token.POS == text.NOUN || token.POS == text.PROPN || token.Tag == text.VBG && r.nominal(i)
	}
	return true
}

// headlineVerb reports whether a verb and its object stand together that the tagger holds to be nouns, as it does in headlines: "police foil
// plot". The verb has no determiner, preposition or adjective before it.
func (r *reader) headlineVerb(covers []int) bool {
	i, object := covers[0], covers[len(covers)-1]
	if i == r.Sentences[r.Tokens[i].Sentence].First || r.Tokens[object].POS != text.NOUN {
		return false
	}
	before := r.Tokens[i-1].POS
	return before == text.NOUN || before == text.PROPN
}

// pastOf reports whether token i, which the tagger holds to be no verb, is a past form that stands as one: after a noun and before what
// may be its object.
func (r *reader) pastOf(t *trigger, i int) bool {
	token := &r.Tokens[i]
	s := r.Sentences[token.Sentence]
	if token.Norm == t.words[0] || token.POS != text.ADJ && token.POS != text.NOUN && token.POS != text.PROPN || i == s.First || i+1 >= s.Last {
		return false
	}
	before, after := &r.Tokens[i-1], &r.Tokens[i+1]
	subject := before.POS == text.NOUN || before.POS == text.PROPN || before.POS == text.VERB || before.Norm == "and" || before.POS == text.ADV
	object := after.POS == text.DET || after.POS == text.NUM || after.POS == text.PROPN || after.POS == text.NOUN || after.POS == text.ADP || after.POS == text.ADJ
	return subject && object
}

// nominal reports whether a participle stands where a noun does: "the shelling of".
func (r *reader) nominal(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	before := i > s.First && (r.Tokens[i-1].POS == text.DET || r.Tokens[i-1].POS == text.ADJ || r.Tokens[i-1].Tag == text.Genitive ||
		r.Tokens[i-1].POS == text.ADP)
	after := i+1 < s.Last && (r.Tokens[i+1].Norm == "of" || r.Tokens[i+1].POS == text.VERB || r.Tokens[i+1].POS == text.AUX)
	return before || after
}

// match returns the tokens of the trigger's words from token i on, nil where they do not stand there.
func (r *reader) match(t *trigger, i, last int) []int {
	var most [8]int
	covers := append(most[:0], i)
	at := i + 1
	for k := 1; k < len(t.words); k++ {
		if r.hyphen(at, last) && t.words[k] != "-" {
			at++ // "air-strike"
		}
		if t.words[k] != "" {
			if at >= last || r.timeAt[at] || !r.is(at, t.words[k]) {
				return nil
			}
			covers = append(covers, at)
			at++
			continue
		}
		k++
		end := min(last, at+gapWords+1)
		for at < end && (r.timeAt[at] || !r.is(at, t.words[k])) {
			if p := r.Tokens[at].Norm; p == "," || p == ";" || p == "." {
				return nil
			}
			at++
		}
		if at >= end {
			return nil
		}
		covers = append(covers, at)
		at++
	}
	return slices.Clone(covers)
}

// hyphen reports whether token i ties two words to one.
func (r *reader) hyphen(i, last int) bool {
	return i < last && r.Tokens[i].Norm == "-" && !r.Tokens[i-1].SpaceAfter && !r.Tokens[i].SpaceAfter
}

// is reports whether token i is a form of the word.
func (r *reader) is(i int, word string) bool {
	return r.Tokens[i].Norm == word || r.Tokens[i].Lemma == word
}

// verbAmong returns the first verb of a verb trigger's words: "sexually assaulted".
func (r *reader) verbAmong(covers []int) int {
	for _, i := range covers {
		if r.Tokens[i].POS == text.VERB {
			return i
		}
	}
	return covers[0]
}

// headOf returns the token among those of a noun trigger that the others depend on: the last of the first run of nouns.
func (r *reader) headOf(covers []int) int {
	head := covers[0]
	for k, i := range covers {
		if k > 0 && (covers[k-1] != i-1 || r.Tokens[i].POS == text.ADP) {
			break
		}
		head = i
	}
	return head
}
