package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// scopes are the rows of lexicon/scopes.tsv: words that say what a figure is the toll of.
var scopes = sync.OnceValue(func() *lexicon.Phrases[concord.Scope] {
	phrases := lexicon.NewPhrases[concord.Scope]()
	for _, row := range lexicon.Table("scopes") {
		phrases.Add(row.Get("words"), concord.Scope(row.Get("scope")))
	}
	return phrases
})

// tooMany is more than any one happening of a war has killed: such a number is the war's.
const tooMany = 10000

// scopeOf says what f is the toll of, and which words say so. A figure is an incident's unless something says otherwise.
func (r *reader) scopeOf(f *figure) (concord.Scope, string) {
	if f.part != nil {
		return r.scopeOf(f.part)
	}
	first, last := r.countedIn(f)
	scope, why := r.scopeWords(first, last)
	if other, because := r.scopeTimes(f, first, last); wider(other, scope) {
		scope, why = other, because
	}
	if scope == "" {
		scope, why = r.scopeOfWar(f, first, last)
	}
	if scope == concord.ScopePeriod && r.inOneAttack(f) {
		scope = ""
	}
	switch {
	case (f.measure == concord.Displaced || f.measure == concord.Injured) && f.tally.low >= 100*tooMany:
		return concord.ScopeConflict, "more than one incident drives out or hurts"
	case f.measure == concord.Killed && f.tally.low >= tooMany:
		return concord.ScopeConflict, "more than one incident kills"
	case scope != "":
		return scope, why
	case f.measure == concord.Attacks:
		if v := r.verbOf(f.hit.verb); v >= 0 && counters[r.Tokens[v].Lemma] {
			return concord.ScopePeriod, r.Tokens[v].Norm
		}
	}
	return concord.ScopeIncident, ""
}

// countedIn returns the tokens that may say what f is the toll of: its sentence, up to or from a clause that adds f's number to others, as
// in "killing four, bringing to 45 the number killed this week".
func (r *reader) countedIn(f *figure) (first, last int) {
	s := r.Sentences[r.Tokens[f.head].Sentence]
	first, last = s.First, s.Last
	for i := s.First + 1; i < s.Last; i++ {
		if r.Tokens[i].Norm == ";" {
			if f.head < i {
				last = i
				break
			}
			first = i + 1
		}
	}
	first, last = r.clauseCounted(f.head, first, last)
	for i := first + 1; i < last; i++ {
		if !sums[r.Tokens[i].Norm] || r.Tokens[i-1].Norm != "," && r.Tokens[i-1].Norm != "and" {
			continue
		}
		if f.head > i {
			return i, last
		}
		last = i
		break
	}
	return first, last
}

// clauseCounted returns those of tokens [first, last) that may say what the figure at token head is the toll of: what a clause between commas
// says of a war is said of its own figures alone, as in "in the war, which has cost 900 lives, a shell killed two".
func (r *reader) clauseCounted(head, first, last int) (int, int) {
	for i := first + 1; i+1 < last; i++ {
		if r.Tokens[i].Norm != "," || r.Tokens[i+1].Norm != "which" && r.Tokens[i+1].Norm != "where" {
			continue
		}
		end := i + 2
		for end < last && r.Tokens[end].Norm != "," {
			end++
		}
		switch {
		case end == last:
			return first, last
		case head > end:
			return r.clauseCounted(head, end+1, last)
		case head > i:
			return first, end
		}
	}
	return first, last
}

// sums are participles that add a number to those before.
var sums = map[string]bool{"bringing": true, "raising": true, "taking": true, "pushing": true, "lifting": true}

// breadth orders scopes.
var breadth = map[concord.Scope]int{concord.ScopeIncident: 1, concord.ScopeDay: 2, concord.ScopePeriod: 3, concord.ScopeConflict: 4}

func wider(a, b concord.Scope) bool { return breadth[a] > breadth[b] }

// counters are verbs of those who keep count.
var counters = map[string]bool{"count": true, "record": true, "document": true, "register": true, "log": true, "conduct": true, "tally": true, "total": true}

// scopeWords looks for the phrase of the table with the widest scope; "in the war-torn town" is none.
func (r *reader) scopeWords(first, last int) (widest concord.Scope, why string) {
	for i := first; i < last; i++ {
		if scope, length := scopes().Match(r.norm, i, last); length > 0 && wider(scope, widest) && !r.ranked(first, i) && (i+length == last || r.Tokens[i+length].Norm != "-") {
			widest, why = scope, r.Words(i, i+length)
		}
	}
	return widest, why
}

// ranked reports whether "since" at token i, or right before it, only says among which others something is the worst or the first: "the
// deadliest strike since the war began".
func (r *reader) ranked(first, i int) bool {
	if before := r.Tokens[max(i-1, 0)].Norm; r.Tokens[i].Norm != "since" && before != "since" && before != "in" && before != "for" {
		return false
	}
	for j := i - 1; j >= first && j > i-12; j-- {
		t := &r.Tokens[j]
		if (t.Tag == text.JJS || t.Tag == text.RBS) && t.Norm != "least" && t.Norm != "most" || t.Norm == "first" {
			return true
		}
	}
	return false
}

// verbOf returns the verb that token i depends on, itself included; -1 where there is none.
func (r *reader) verbOf(i int) int {
	for ; i >= 0; i = r.Tokens[i].Head {
		if r.Tokens[i].POS == text.VERB {
			return i
		}
	}
	return -1
}
