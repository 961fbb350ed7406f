package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
)

// governor is a row of lexicon/governors.tsv.
type governor struct {
	subject  role // of the event that the verb governs, 0 for none
	modality concord.Modality
}

// governors are the verbs that govern events, by lemma.
var governors = sync.OnceValue(func() *lexicon.Phrases[governor] {
	roles := map[string]role{"agent": agent, "patient": patient}
	phrases := lexicon.NewPhrases[governor]()
	for _, row := range lexicon.Table("governors") {
		phrases.Add(row.Get("verb"), governor{roles[row.Get("subject")], concord.Modality(row.Get("modality"))})
	}
	return phrases
})

// governorAt returns the row of the verb at token i.
func (r *reader) governorAt(i int) (governor, bool) {
	g, length := r.governorOf(i)
	return g, length > 0
}

// governorOf returns the row of the words that begin with the verb at token i, and how many they are.
func (r *reader) governorOf(i int) (governor, int) {
	s := r.Sentences[r.Tokens[i].Sentence]
	return governors().Match(func(i int) string { return r.Tokens[i].Lemma }, i, s.Last)
}
