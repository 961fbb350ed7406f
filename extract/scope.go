package extract

import (
	"cmp"
	"strings"
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

// scopeTimes reads a period from the time expressions: "since 2011", "in the past three weeks", "in 24 hours".
func (r *reader) scopeTimes(f *figure, first, last int) (widest concord.Scope, why string) {
	span := r.Span(first, last)
	for k := range r.mentions.Times {
		m := &r.mentions.Times[k]
		if m.Start >= span.End || !span.Contains(m.Span) {
			continue
		}
		if scope := cmp.Or(r.stretch(k), r.timeScope(f, m)); wider(scope, widest) && !r.ranked(first, r.TokenAt(m.Start)) {
			widest, why = scope, m.Of(r.Text)
		}
	}
	return widest, why
}

// stretch returns the scope of the days from the time expression k to the next: "between 3 and 9 March", "from Monday to Friday".
func (r *reader) stretch(k int) concord.Scope {
	if w := r.stretchAt(k); w != nil && days(&concord.TimeMention{When: &concord.When{From: w.From, To: w.To, Precision: concord.ToDay}}) > 2 {
		return concord.ScopePeriod
	}
	return ""
}

// stretchAt returns the time from that of the mention of number k to the next, where the two are its first and last: "between 2 and 9 May"; nil
// where they are not.
func (r *reader) stretchAt(k int) *concord.When {
	if k+1 >= len(r.mentions.Times) {
		return nil
	}
	m, n := &r.mentions.Times[k], &r.mentions.Times[k+1]
	at := r.TokenAt(m.Start)
	if at == 0 || r.Tokens[at-1].Norm != "between" && r.Tokens[at-1].Norm != "from" || m.When == nil || n.When == nil {
		return nil
	}
	switch strings.TrimSpace(strings.ToLower(r.Text[m.End:max(m.End, n.Start)])) {
	case "and", "to", "until", "till", "through":
	default:
		return nil
	}
	span := concord.Span{Start: m.Start, End: n.End}
	return &concord.When{From: m.When.From, To: cmp.Or(n.When.To, n.When.From), Precision: m.When.Precision, Span: &span, Quote: span.Of(r.Text)}
}

// timeScope returns the scope that a time expression gives by what it is and the preposition before it.
func (r *reader) timeScope(f *figure, m *concord.TimeMention) concord.Scope {
	at := r.TokenAt(m.Start)
	before := ""
	if at > 0 {
		before = r.Tokens[at-1].Norm
	}
	words := strings.ToLower(m.Of(r.Text))
	switch {
	case before == "since" || strings.HasPrefix(words, "since "):
		return r.since(m)
	case r.tollOfTime(m):
		return concord.ScopePeriod // "this month's toll"
	case m.Type == "DURATION" && at > 1 && r.Tokens[at-2].Norm == "time":
		return "" // "the second time in a month"
	case m.Type == "DURATION":
		return durationScope(before, words, m.Value)
	case m.Type == "SET" || (before == "between" || before == "from" || strings.HasPrefix(words, "between ") || strings.HasPrefix(words, "from ")) && days(m) > 2:
		return concord.ScopePeriod
	case m.Type == "DATE" && before == "in" && m.When != nil && (m.When.Precision == concord.ToYear || m.When.Precision == concord.ToMonth) &&
		f.tally.low > 1 && (f.frame == deedOn || f.frame == victimNoun || f.frame == tollOf || f.frame == attackNoun):
		return concord.ScopePeriod
	}
	return ""
}

// days returns how many days a time expression spans that names the first and the last of them, 0 for others.
func days(m *concord.TimeMention) int {
	if m.When == nil || m.When.Precision != concord.ToDay {
		return 0
	}
	from, _, ok1 := m.When.From.Bounds()
	_, to, ok2 := m.When.To.Bounds()
	if !ok1 || !ok2 {
		return 0
	}
	return int(to.Sub(from).Hours()/24) + 1
}

// tollOfTime reports whether a week, month or year has a toll: "taking this month's toll to 38".
func (r *reader) tollOfTime(m *concord.TimeMention) bool {
	_, last := r.TokensIn(m.Span)
	if m.When == nil || exact(m.When) || last+1 >= len(r.Tokens) || r.Tokens[last].Tag != text.Genitive && r.Tokens[last-1].Tag != text.Genitive {
		return false
	}
	for i := last; i < min(last+4, len(r.Tokens)); i++ {
		switch r.Tokens[i].Lemma {
		case "toll", "total", "tally", "count":
			return true
		}
	}
	return false
}

// since tells a war from a spell by how far back it reaches.
func (r *reader) since(m *concord.TimeMention) concord.Scope {
	if m.When == nil {
		return concord.ScopePeriod
	}
	from, _, ok := m.When.From.Bounds()
	now, _, dated := r.Report.Published.Bounds()
	if ok && dated && now.Sub(from).Hours() > 24*300 || m.When.Precision == concord.ToYear {
		return concord.ScopeConflict
	}
	return concord.ScopePeriod
}

// durationScope reads "in 24 hours", "over the past week", "in six years".
func durationScope(before, words, value string) concord.Scope {
	switch before {
	case "in", "over", "during", "within", "the", "past", "last", "of":
	default:
		if !strings.Contains(words, "past") && !strings.Contains(words, "last") {
			return ""
		}
	}
	switch {
	case value == "PT24H" || value == "P1D":
		return concord.ScopeDay
	case strings.HasPrefix(value, "PT") || value == "":
		return ""
	}
	return concord.ScopePeriod
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
