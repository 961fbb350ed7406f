package extract

import (
	"cmp"
	"strings"

	"concord"
	"concord/text"
)

// scopeTimes reads a period from the time expressions: "since 2011", "in the past three weeks", "in 24 hours".
func (r *reader) scopeTimes(f *figure, first, last int) (widest concord.Scope, why string) {
	span := r.Span(first, last)
	for k := range r.mentions.Times {
		m := &r.mentions.Times[k]
		if m.Start >= span.End || !span.Contains(m.Span) {
			continue
		}
		if scope := cmp.Or(r.stretch(f, k), r.timeScope(f, m)); wider(scope, widest) && !r.ranked(first, r.TokenAt(m.Start)) {
			widest, why = scope, m.Of(r.Text)
		}
	}
	return widest, why
}

// stretch returns the scope of the days from the time expression k to the next: "between 3 and 9 March", "from Monday to Friday". Those of a few days
// in one town are of one incident that lasted so long.
func (r *reader) stretch(f *figure, k int) concord.Scope {
	w := r.stretchAt(k)
	if w == nil {
		return ""
	}
	lasts := days(&concord.TimeMention{When: &concord.When{From: w.From, To: w.To, Precision: concord.ToDay}})
	if lasts > 5 || lasts > 2 && !r.namesTown(r.Tokens[f.head].Sentence) {
		return concord.ScopePeriod
	}
	return ""
}

// namesTown reports whether a sentence names one town, and no place more.
func (r *reader) namesTown(sentence int) bool {
	s, named := r.Sentences[sentence], 0
	for k := range r.mentions.Places {
		p := &r.mentions.Places[k]
		if at := r.TokenAt(p.Start); at < s.First || at >= s.Last {
			continue
		}
		if coarseness(&p.Where) > 0 {
			return false
		}
		named++
	}
	return named == 1
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
	case m.Type == "SET" && r.ownsNoun(m):
		return "" // "Thursdays raids", which lost its apostrophe
	case m.Type == "SET" || (before == "between" || before == "from" || strings.HasPrefix(words, "between ") || strings.HasPrefix(words, "from ")) && days(m) > 2:
		return concord.ScopePeriod
	case m.Type == "DATE" && before == "in" && m.When != nil && (m.When.Precision == concord.ToYear || m.When.Precision == concord.ToMonth) &&
		f.tally.low > 1 && (f.frame == deedOn || f.frame == victimNoun || f.frame == tollOf || f.frame == attackNoun):
		return concord.ScopePeriod
	}
	return ""
}

// ownsNoun reports whether a weekday in the plural stands right before a noun that it says the day of.
func (r *reader) ownsNoun(m *concord.TimeMention) bool {
	first, last := r.TokensIn(m.Span)
	if last-first != 1 || last >= len(r.Tokens) || !isWeekday(strings.TrimSuffix(r.Tokens[first].Norm, "s")) {
		return false
	}
	p := r.phraseOf(last)
	return p != nil && p.first <= last && r.Tokens[p.head].Sentence == r.Tokens[first].Sentence && (r.Tokens[last].POS == text.NOUN || r.Tokens[last].POS == text.ADJ)
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
