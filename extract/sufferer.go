package extract

import (
	"strconv"
	"sync"

	"concord/lexicon"
	"concord/text"
)

// sufferer is somebody to whom an account's events did something, while it is found out who is who: tokens of the first
// words for them, how many, and what became of them.
type sufferer struct {
	tally
	effect  string
	figure  *figure   // that counts them, nil where only a role names them
	figures []*figure // all that do
	gender  string    // man, woman, empty where unsaid
	age     string
	named   *text.Name // whom a pronoun or "the victim" may mean, nil where that is not known
	armed   bool       // a gunman, who may be among the dead but is not "the victim"
	fresh   bool       // "another", "a second": nobody spoken of before
	partOf  *sufferer  // who already counts this one
	implied bool       // not told, but the rest of those who are: "two men were shot, one fatally"
}

// genders are the rows of lexicon/genders.tsv.
var genders = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range lexicon.Table("genders") {
		table[row.Get("word")] = row.Get("gender")
	}
	return table
})

// sufferer fills what is known of the people of t.
func (r *reader) sufferer(t tally, effect string, f *figure) *sufferer {
	s := &sufferer{tally: t, effect: effect, figure: f}
	if f != nil {
		s.figures = []*figure{f}
	}
	s.gender = genders()[r.Tokens[t.head].Lemma]
	if s.gender == "" {
		s.gender = genders()[r.Tokens[t.head].Norm]
	}
	if p := r.phraseOf(t.head); p != nil {
		s.armed = p.noun.class == gunman || p.noun.class == criminal
		s.age = r.ageIn(p.first, p.head)
	}
	if s.age == "" && t.last+1 < len(r.Tokens) && (r.Tokens[t.last].Norm == "," || r.Tokens[t.last].Norm == "(") {
		s.age = r.ageIn(t.last+1, t.last+2)
	}
	for i := t.first; i < t.head; i++ {
		switch r.Tokens[i].Norm {
		case "another", "second", "other":
			s.fresh = true
		}
	}
	if t.name == nil && t.single() {
		s.named = r.personMeant(t.head)
	}
	return s
}

// personMeant returns the person whom a pronoun or role noun at token i stands for; nil where that is nobody known, or
// somebody who only speaks.
func (r *reader) personMeant(i int) *text.Name {
	name, ok := r.Antecedent(i)
	if !ok || r.Names[name].Kind != text.PersonName || r.speaks(r.Names[name].First) {
		return nil
	}
	return &r.Names[name]
}

// ageIn returns the age, in digits, that tokens [first, last) tell: "19-year-old", "19".
func (r *reader) ageIn(first, last int) string {
	for i := first; i < last && i < len(r.Tokens); i++ {
		if n, err := strconv.Atoi(r.Tokens[i].Norm); err == nil && n > 0 && n < 120 && (i+2 >= last || r.Tokens[i+1].Norm == "-") {
			return r.Tokens[i].Norm
		}
	}
	return ""
}

// single reports whether t is exactly one.
func (t *tally) single() bool { return t.low == 1 && t.high != nil && *t.high == 1 }
