package extract

import (
	"sync"

	"concord/lexicon"
	"concord/text"
)

// spokenOf are the acts whose noun is a thing that lasts and is spoken of long after it came about: "the deal", "the ceasefire". It tells of
// a happening only where words beside it do.
var spokenOf = actsOf(agreement, talks, siege, ceasefire)

// onlySpokenOf reports whether e's noun is such a thing, and no word says that it came about, went on or ended: "any deal must last", "despite
// the truce".
func (r *reader) onlySpokenOf(e *event) bool {
	switch {
	case e.found.pos != 'n' || !spokenOf.has(e.found.act):
		return false
	case e.found.act == ceasefire:
		return e.truce.step == "mentioned" || r.describedBy(e.head, e.truce.word)
	}
	return !r.comesAbout(e.head) && !r.goneThrough(e)
}

// comesAbout reports whether a word above noun i, or a participle below it, says that what it names comes about, goes on or ends. A
// headline may say so without one.
func (r *reader) comesAbout(i int) bool {
	for c := range r.Children(i) {
		if t := &r.Tokens[c]; t.Rel == text.Acl && t.Tag == text.VBN && r.tellsCourse(c, text.Obj) && !r.describedBy(i, c) {
			return true // "an accord reached on Monday"
		}
	}
	for range 4 {
		t := &r.Tokens[i]
		if t.Head < 0 {
			return r.Child(i, text.Cop) < 0
		}
		if (t.Rel != text.Obl || ties[r.marker(i)]) && r.tellsCourse(t.Head, t.Rel) {
			return true
		}
		if above := &r.Tokens[t.Head]; above.POS == text.VERB && !lightVerbs[above.Lemma] {
			return false
		}
		i = t.Head
	}
	return false
}

// ties are the prepositions that tie what comes about to its verb; what is told "under", "amid" or "since" it is another thing.
var ties = map[string]bool{"to": true, "into": true, "on": true, "from": true, "with": true}

// describedBy reports whether the word at token c, which tells what became of noun i, only describes it, and no time says when: "the truce put in
// place by the envoys".
func (r *reader) describedBy(i, c int) bool {
	return c >= 0 && r.Tokens[c].Rel == text.Acl && r.Tokens[c].Head == i && r.Tokens[i].Rel != text.Root && !r.timed(c)
}

// tellsCourse reports whether the word at token i, to which a noun stands as rel, tells what became of it.
func (r *reader) tellsCourse(i int, rel text.Rel) bool {
	lemma := r.Tokens[i].Lemma
	if rel == text.Nsubj && r.Tokens[i].Tag == text.VBD && !r.hasObject(i) && r.tellsCourse(i, text.Obj) {
		return true // "talks held in Vienna", taken for a clause
	}
	switch step, _ := truces().step(r, i, rel); step {
	case "", "proposed", "violated", "in_effect":
	default:
		return true
	}
	switch {
	case rel == text.Nsubj:
		return courses()["subject"][lemma]
	case rel == text.Obj || rel == text.NsubjPass:
		return courses()["object"][lemma]
	case r.Tokens[i].POS == text.VERB:
		return rel == text.Obl && courses()["object"][lemma]
	}
	return courses()["noun"][lemma]
}

// goneThrough reports whether something else is told after or during what e's noun names, which is told for the first time with its day
// or place: "after talks in Vienna". What is "under" a siege suffers it.
func (r *reader) goneThrough(e *event) bool {
	switch r.marker(e.head) {
	case "after", "following", "during", "at":
		return !r.definite(e) && r.set(e)
	case "under":
		return e.found.act == siege
	}
	return false
}

// courses are the rows of lexicon/courses.tsv: words by how the thing stands to them.
var courses = sync.OnceValue(func() map[string]map[string]bool {
	table := map[string]map[string]bool{}
	for _, row := range lexicon.Table("courses") {
		as := row.Get("as")
		if table[as] == nil {
			table[as] = map[string]bool{}
		}
		table[as][row.Get("word")] = true
	}
	return table
})
