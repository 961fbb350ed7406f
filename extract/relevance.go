package extract

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"concord"
	"concord/text"
)

// weighAccount writes the features that tell an account of one happening from talk about violence in general.
func (r *reader) weighAccount(s *sheet, a *account) {
	s.reset()
	s.add("bias")
	s.add("modality", string(a.Modality))
	victims, named := len(a.Victims), 0
	for _, v := range a.Victims {
		if v.Name != nil {
			named++
		}
	}
	s.add("victims", strconv.Itoa(min(victims, 3)))
	s.add("named", strconv.Itoa(min(named, 2)))
	s.add("objects", strconv.Itoa(min(len(a.Objects), 2)))
	hit := strconv.FormatBool(victims > 0) + strconv.FormatBool(len(a.Objects) > 0)
	s.add("hit", hit, strconv.FormatBool(len(a.Perpetrators) > 0))
	s.add("perpetrators", strconv.Itoa(min(len(a.Perpetrators), 2)))
	s.add("weapons", strconv.Itoa(min(len(a.Weapons), 2)))
	s.add("events", strconv.Itoa(min(len(a.events), 5)))
	r.weighWho(s, a)
	r.weighTime(s, a)
	if a.Where != nil {
		s.add("place", string(a.Where.Precision))
	} else {
		s.add("place", "none")
	}
	first := r.Tokens[a.events[0].head].Sentence
	s.add("begins", depth(first))
	s.add("begins share", strconv.Itoa(first*4/max(1, len(r.Sentences))))
	s.add("first account", strconv.FormatBool(a == r.accounts[0]))
	here := a.Where != nil && r.told(a.events[0], a.Where.Span)
	today := a.When != nil && r.told(a.events[0], a.When.Span)
	s.add("hit told", hit, strconv.FormatBool(here), strconv.FormatBool(today))
	r.weighClause(s, a.events[0])
	r.weighTelling(s, a)
}

// weighTelling notes what kind of happening it is, by the words for it and for those who took part.
func (r *reader) weighTelling(s *sheet, a *account) {
	s.add("type", string(a.Type))
	s.add("type modality", string(a.Type), string(a.Modality))
	seen := map[string]bool{}
	once := func(name string, values ...string) {
		if key := name + strings.Join(values, "="); !seen[key] {
			seen[key] = true
			s.add(name, values...)
		}
	}
	sentences := map[int]bool{}
	for _, e := range a.events {
		sentences[r.Tokens[e.head].Sentence] = true
		once("word", e.found.words[0])
		once("act", e.found.act.String())
		for _, x := range e.args {
			if x.phrase.pronoun {
				once("pronoun", roleNames[x.role], r.Tokens[x.phrase.head].Norm)
				continue
			}
			once("class", roleNames[x.role], strconv.Itoa(int(x.phrase.noun.class)))
			if x.phrase.name == nil {
				once("noun", roleNames[x.role], r.Tokens[x.phrase.head].Lemma)
			}
		}
	}
	for _, v := range a.Victims {
		once("victim", string(v.Status), v.Effect)
	}
	for _, v := range a.Objects {
		once("object", v.Kind, v.Effect)
	}
	s.add("told in", strconv.Itoa(min(len(sentences), 5)))
	s.add("said", strconv.FormatBool(len(a.events[0].claim.Source) > 0))
	s.add("rank", strconv.Itoa(min(slices.Index(r.accounts, a), 6)))
	s.add("accounts", strconv.Itoa(min(len(r.accounts), 8)))
	s.add("we", strconv.Itoa(r.manner.first))
	s.add("quotes", strconv.Itoa(r.manner.quotes))
}

// manner says how a report is told, in steps: how often in the first person, as speeches and comments are, and how much in quotes.
type manner struct{ first, quotes int }

func (r *reader) mannerOf() manner {
	first, quotes := 0, 0
	for i := range r.Tokens {
		switch r.Tokens[i].Norm {
		case "we", "our", "us", "i", "my":
			first++
		case `"`:
			quotes++
		}
	}
	n := max(1, len(r.Sentences))
	return manner{min(first*8/n, 6), min(quotes*4/n, 4)}
}

// weighWho notes how exactly those hit are told: by name, by number, one, or some of a kind.
func (r *reader) weighWho(s *sheet, a *account) {
	named, counted, one, some := false, false, false, false
	for _, e := range a.events {
		for _, x := range e.args {
			p := x.phrase
			if x.role != patient {
				continue
			}
			switch {
			case p.name != nil && p.name.Kind == text.PersonName:
				named = true
			case p.counted:
				counted = true
			case p.plural || p.noun.class.body():
				some = true
			default:
				one = true
			}
		}
	}
	s.add("who", strconv.FormatBool(named), strconv.FormatBool(counted), strconv.FormatBool(one), strconv.FormatBool(some))
	told := 0
	last := -1
	for _, e := range r.events {
		if at := r.Tokens[e.head].Sentence; at != last && violence.has(e.found.act) {
			told, last = told+1, at
		}
	}
	s.add("density", strconv.Itoa(told*5/max(1, len(r.Sentences))))
	s.add("sentences", depth(len(r.Sentences)/2))
}

// depth puts the number of a sentence into a bucket.
func depth(sentence int) string {
	switch {
	case sentence <= 1:
		return "top"
	case sentence <= 4:
		return "high"
	case sentence <= 12:
		return "middle"
	}
	return "low"
}

// weighTime notes how exactly, and how long before the report, the account happened.
func (r *reader) weighTime(s *sheet, a *account) {
	if a.When == nil {
		s.add("time", "none")
		return
	}
	told, precision := "implied", concord.ToDay
	if a.When.Span != nil {
		told = "told"
		if a.When.Precision != concord.Unknown {
			precision = a.When.Precision
		}
	}
	s.add("time", told, string(precision))
	day, _, ok := a.When.From.Bounds()
	published, _, known := r.Report.Published.Bounds()
	if ok && known {
		s.add("age", told, age(published.Sub(day)))
	}
}

func age(d time.Duration) string {
	switch days := int(d.Hours() / 24); {
	case days < 0:
		return "ahead"
	case days <= 3:
		return "days"
	case days <= 31:
		return "month"
	case days <= 366:
		return "year"
	}
	return "years"
}

// weighClause notes how the words of an event stand in their sentence.
func (r *reader) weighClause(s *sheet, e *event) {
	t := &r.Tokens[e.head]
	s.add("voice", r.voice(e))
	s.add("clause", t.Rel.String(), string(e.found.pos))
	s.add("event modality", string(e.claim.Modality))
	if t.Tag == text.NNS {
		s.add("plural", string(e.found.pos))
	}
	if e.found.pos == 'v' {
		aux := ""
		if i := r.Child(e.head, text.Aux); i >= 0 {
			aux = r.Tokens[i].Norm
		}
		s.add("tense", t.Tag.String(), aux)
		s.add("person", r.personOf(e.head))
	}
	if r.definite(e) {
		s.add("definite")
	}
}

// personOf returns the pronoun that is the subject of the verb, empty where it is a noun.
func (r *reader) personOf(verb int) string {
	if i := r.subject(verb); i >= 0 && r.Tokens[i].POS == text.PRON {
		return r.Tokens[i].Norm
	}
	return ""
}
