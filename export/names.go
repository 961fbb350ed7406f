package export

import (
	"cmp"
	"context"
	"maps"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
)

// names returns the names to be withheld of an incident, the longest first, each whole and each of its capitalised words: of its victims, and
// of all persons in its reports but those in public office, those who speak for a body, and grown-ups who are accused.
func (p *Publisher) names(ctx context.Context, in *concord.Incident) ([]string, error) {
	found := map[string]bool{}
	for _, key := range in.Accounts {
		reading, err := p.store.Reading(ctx, key.Report)
		if err != nil {
			return nil, err
		}
		for _, a := range reading.Accounts {
			for _, v := range a.Victims {
				if a.ID == key.Account && v.Name != nil {
					addName(found, *v.Name)
				}
			}
		}
		p.private(&reading, found)
	}
	for i := range in.Claims {
		for _, s := range in.Claims[i].Source {
			if s.Kind == concord.Witness {
				addName(found, s.Name)
			}
		}
	}
	return longestFirst(found), nil
}

// private adds the names of all persons whom a report names without an office, and of all minors. What shares a word with a place or a body
// of the report is no person's name for certain, and a name of one word only a minor's.
func (p *Publisher) private(r *concord.Reading, found map[string]bool) {
	if r.Mentions == nil {
		return
	}
	known := slices.Concat(p.office, inOffice(r))
	others := notPersons(r.Mentions)
	text := []rune(r.Report.Text)
	for _, m := range r.Mentions.Actors {
		if m.Kind != concord.Person {
			continue
		}
		name := partsOf(m.Name)
		public := m.Organisation != "" || slices.ContainsFunc(known, name.within)
		person := len(name) > 1 && !slices.ContainsFunc(name, func(part string) bool { return others[part] })
		if person && !public || minor(text, m.Span) {
			addName(found, m.Name)
		}
	}
}

// notPersons returns the capitalised words of the places and bodies that a report names.
func notPersons(m *concord.Mentions) map[string]bool {
	words := map[string]bool{}
	add := func(name string) {
		for _, part := range partsOf(name) {
			words[part] = true
		}
	}
	for _, place := range m.Places {
		add(place.Name)
		add(place.Quote)
	}
	for _, a := range m.Actors {
		if a.Kind != concord.Person {
			add(a.Name)
		}
	}
	return words
}

// inOffice returns the names of those who speak for a body or in an office in a report, and of those who are accused in it.
func inOffice(r *concord.Reading) []parts {
	var known []parts
	for i := range r.Claims {
		for _, s := range r.Claims[i].Source {
			switch s.Kind {
			case concord.Witness, concord.Unnamed, concord.OtherSpeaker:
				if s.Organisation == "" {
					continue
				}
			}
			known = append(known, partsOf(s.Name))
		}
	}
	for _, a := range r.Accounts {
		for _, who := range a.Perpetrators {
			known = append(known, partsOf(who.Name))
		}
	}
	return known
}

// youngAfter and youngBefore match an age under eighteen beside a name: "Omar, 7,", "the 12-year-old Huda".
var (
	youngAfter  = regexp.MustCompile(`^(?:, | \()(?:aged )?(?:\d|1[0-7])[,.;)]`)
	youngBefore = regexp.MustCompile(`\b(?:\d|1[0-7])-year-old (?:\p{L}+ )?$`)
)

// minor reports whether the text gives the person that is named there an age under eighteen.
func minor(text []rune, at concord.Span) bool {
	if at.Start < 0 || at.End > len(text) || at.Start > at.End {
		return false
	}
	return youngAfter.MatchString(string(text[at.End:min(at.End+14, len(text))])) || youngBefore.MatchString(string(text[max(at.Start-40, 0):at.Start]))
}

// parts are the capitalised words of a name.
type parts []string

func partsOf(name string) parts {
	var found parts
	for _, word := range strings.Fields(name) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) })
		first, _ := utf8.DecodeRuneInString(word)
		if unicode.IsUpper(first) && utf8.RuneCountInString(word) > 2 {
			found = append(found, word)
		}
	}
	return found
}

// within reports whether all parts of p, and at least one, are parts of a fuller name.
func (p parts) within(fuller parts) bool {
	return len(p) > 0 && !slices.ContainsFunc(p, func(part string) bool { return !slices.Contains(fuller, part) })
}

// addName adds a name and its parts; "a resident" is no name.
func addName(found map[string]bool, name string) {
	for _, part := range partsOf(name) {
		found[part], found[name] = true, true
	}
}

// longestFirst returns names from the longest to the shortest, so that none is cut by one within it.
func longestFirst(found map[string]bool) []string {
	return slices.SortedFunc(maps.Keys(found), func(a, b string) int { return cmp.Or(cmp.Compare(len(b), len(a)), strings.Compare(a, b)) })
}
