package timex

import (
	"strings"
	"sync"

	"concord/lexicon"
)

// fixed is a phrase whose value depends on no date.
type fixed struct{ kind, value string }

// vocabulary is all that the tables say.
type vocabulary struct {
	rules    []rule
	starts   [classBits]ruleSet // the rules that are tried at words of each class
	dates    ruleSet            // those that name dates
	words    *lexicon.Words[*word]
	fixed    *lexicon.Phrases[fixed]
	holidays *lexicon.Phrases[holiday]
}

var vocabularyOnce = sync.OnceValue(loadVocabulary)

// loadVocabulary reads the tables.
func loadVocabulary() *vocabulary {
	v := &vocabulary{rules: allRules(), words: lexicon.NewWords[*word](), fixed: lexicon.NewPhrases[fixed](), holidays: lexicon.NewPhrases[holiday]()}
	v.starts, v.dates = startsOf(v.rules)
	for _, row := range lexicon.Table("times") {
		v.entry(row.Get("word")).learn(row.Get("kind"), row.Get("value"))
	}
	for _, row := range lexicon.Table("times_fixed") {
		v.addPhrase(row.Get("phrase"))
		v.fixed.Add(row.Get("phrase"), fixed{row.Get("type"), row.Get("value")})
	}
	for _, row := range lexicon.Table("holidays") {
		name := atomsOf(row.Get("name"))
		v.addPhrase(name)
		v.holidays.Add(name, newHoliday(row.Get("rule"), row.Get("days")))
	}
	return v
}

// atomsOf writes a name as a line cuts it: "eid al - adha", "new year 's eve".
func atomsOf(name string) string {
	return strings.NewReplacer("-", " - ", "/", " / ", "'s", " 's", "s' ", "s ' ").Replace(name)
}

// entry returns what the table says of a word, a new entry where it says nothing yet.
func (v *vocabulary) entry(norm string) *word {
	w := v.words.Get(norm)
	if w == nil {
		w = &word{}
		v.words.Set(norm, w)
	}
	return w
}

func (v *vocabulary) addPhrase(phrase string) {
	first, _, _ := strings.Cut(phrase, " ")
	v.entry(first).is |= phraseStart
}
