package extract

import (
	"sync"

	"concord/lexicon"
	"concord/text"
)

// standing is how a ceasefire stands to the word that tells what became of it.
type standing uint8

const (
	asSubject standing = iota
	asObject
	ofNoun
	marked
)

// truceWords are the rows of lexicon/truce.tsv.
type truceWords struct {
	steps   [4]map[string]string // by standing
	through map[string]bool
	brokers map[string]bool            // verbs whose subject mediates
	other   map[string]map[string]bool // verbs by what else the table says of them: witness, accuse, urge, due, seem, watch, vouch
}

var truces = sync.OnceValue(func() *truceWords {
	w := &truceWords{through: map[string]bool{}, brokers: map[string]bool{},
		other: map[string]map[string]bool{"witness": {}, "accuse": {}, "urge": {}, "due": {}, "seem": {}, "watch": {}, "vouch": {}}}
	at := map[string]standing{"subject": asSubject, "object": asObject, "noun": ofNoun, "mark": marked}
	for i := range w.steps {
		w.steps[i] = map[string]string{}
	}
	for _, row := range lexicon.Table("truce") {
		word, step := row.Get("word"), row.Get("step")
		if row.Get("as") == "through" {
			w.through[word] = true
			continue
		}
		if other := w.other[row.Get("as")]; other != nil {
			other[word] = true
			continue
		}
		if step == "mediator" {
			w.brokers[word], step = true, "agreed"
		}
		w.steps[at[row.Get("as")]][word] = step
	}
	return w
})

// lightVerbs say nothing by themselves: their object or complement does.
var lightVerbs = map[string]bool{"be": true, "have": true, "make": true, "take": true, "come": true, "go": true, "put": true, "bring": true,
	"enter": true, "remain": true, "give": true}

// step returns what the word at token i tells of a ceasefire that stands to it as rel says, and the token that tells it: another one
// only where i says no more than that it is to come.
func (w *truceWords) step(r *reader, i int, rel text.Rel) (string, int) {
	word := &r.Tokens[i]
	switch rel {
	case text.Nsubj:
		return w.subjectStep(r, i)
	case text.NsubjPass, text.Obj:
		return w.told(r, asObject, i), i
	case text.Obl, text.Nmod, text.Compound, text.NmodPoss, text.OblUnmarked, text.Amod:
		if word.POS == text.VERB {
			return w.told(r, asObject, i), i
		}
		return w.steps[ofNoun][word.Lemma], i
	}
	return "", i
}

// endsOther reports whether the verb at token i has an object that is no time: "the truce ended months of
// fighting" tells of no end of the truce.
func (r *reader) endsOther(i int) bool {
	object := r.Child(i, text.Obj)
	return object >= 0 && (!r.timeAt[object] || object+1 < len(r.Tokens) && r.Tokens[object+1].Norm == "of")
}

// told returns what the word at token i tells of a ceasefire that stands to it so, with the word after it if that makes another one of it ("called
// off"); "" where it tells nothing.
func (w *truceWords) told(r *reader, as standing, i int) string {
	lemma := r.Tokens[i].Lemma
	if i+1 < len(r.Tokens) {
		if step := w.steps[as][lemma+" "+r.Tokens[i+1].Norm]; step != "" {
			return step
		}
	}
	return w.steps[as][lemma]
}

// subjectStep is the case of a ceasefire that is the subject of the word at token i.
func (w *truceWords) subjectStep(r *reader, i int) (string, int) {
	word := &r.Tokens[i]
	switch {
	case word.Lemma == "over" || word.Lemma == "dead":
		return "ended", i
	case r.takesEffect(i):
		return "begun", i
	case w.told(r, asSubject, i) == "ended" && r.endsOther(i):
		return "", i
	case w.told(r, asSubject, i) != "":
		return w.told(r, asSubject, i), i
	case word.POS == text.VERB && r.passive(i):
		if c := r.Child(i, text.Conj, text.Ccomp, text.Parataxis, text.Advcl); c >= 0 && r.takesEffect(c) {
			return "begun", i // "a truce brokered by Russia took effect", the participle taken for the verb
		}
		return w.told(r, asObject, i), i
	case w.other["due"][word.Lemma], w.other["seem"][word.Lemma]:
		if c := r.Child(i, text.Xcomp, text.Advcl, text.Ccomp); c >= 0 {
			if r.takesEffect(c) {
				return "begun", c
			}
			return w.told(r, asSubject, c), c
		}
	}
	return "", i
}

// takesEffect reports whether the verb at token i has "effect", "force" or "place" with it: "came into force".
func (r *reader) takesEffect(i int) bool {
	for c := range r.Children(i) {
		switch r.Tokens[c].Norm {
		case "effect", "force", "place":
			if r.Tokens[c].Rel == text.Obj || r.Tokens[c].Rel == text.Obl {
				return true
			}
		}
	}
	return r.Tokens[i].Lemma == "force" || r.Tokens[i].Lemma == "effect" || r.Tokens[i].Lemma == "place"
}
