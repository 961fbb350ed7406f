package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// proofs are the rows of lexicon/proofs.tsv: by word, "verb" for one who finds out, "noun" for what shows it, "unable" for what keeps from it.
var proofs = sync.OnceValue(func() map[string]string {
	kinds := map[string]string{}
	for _, row := range lexicon.Table("proofs") {
		kinds[row.Get("word")] = row.Get("kind")
	}
	return kinds
})

// unproven returns the word by which somebody leaves open what the clause of token i tells, neither held nor denied: "the mission could not
// |confirm| that rebels had shelled it", "no |evidence| that they did"; empty where nobody does.
func (r *reader) unproven(i int) string {
	for range 5 {
		t := &r.Tokens[i]
		if t.Head < 0 || !r.dependsFor(t.Rel) || r.finiteAnew(i) {
			return ""
		}
		above := &r.Tokens[t.Head]
		clause := t.Rel == text.Ccomp || t.Rel == text.Acl
		switch kind := proofs()[above.Lemma]; {
		case clause && kind == "noun" && r.none(t.Head), clause && kind == "verb" && r.keptFrom(t.Head):
			return above.Lemma
		}
		i = t.Head
	}
	return ""
}

// keptFrom reports whether the verb at token i, which is to find out, is said not to have: it is negated, or its infinitive hangs on a word for
// that.
func (r *reader) keptFrom(i int) bool {
	if m, _ := r.ownModality(i); m == concord.Denied {
		return true
	}
	t := &r.Tokens[i]
	return t.Rel == text.Xcomp && t.Head >= 0 && proofs()[r.Tokens[t.Head].Lemma] == "unable"
}
