package actor

import "strings"

// alias is a name of an actor as the tables write it.
type alias struct {
	*entry
	written  string
	capitals bool // counts in capitals only
	mixed    bool // counts as written only: "LeT"
	local    bool // counts in a report that names its country only: "AFC"
}

// newAlias reads a name of the tables with its marks: "?" counts in a report on its country only, "!" as written only.
func newAlias(e *entry, name string) alias {
	name, local := strings.CutSuffix(strings.TrimPrefix(name, "the "), "?")
	name, written := strings.CutSuffix(name, "!")
	a := alias{entry: e, written: name, capitals: name == strings.ToUpper(name) && len(name) <= 5, local: local}
	a.mixed = !a.capitals && len(name) <= 5 && strings.ToLower(name[1:]) != name[1:] && !strings.ContainsAny(name, " -'.")
	a.mixed = a.mixed || written
	return a
}

// homonyms are the actors that one name may mean: "ADF" in Congo, in Cameroon.
type homonyms struct{ all []alias }

// of returns the actor that the name means: among those that may be written so, the one written just so, else the one of a country that
// the report names, the oftener the better, else the first. ok is false where none may be.
func (h *homonyms) of(form string, countries map[string]int) (best alias, ok bool) {
	rank := -1
	for _, a := range h.all {
		switch common := form == strings.ToLower(form) && strings.Contains(form, " "); {
		case a.written == form && !a.local:
		case a.capitals && form != strings.ToUpper(form), a.mixed && a.written != form, a.local && countries[a.country] == 0:
			continue
		case common: // "on the southern front"
			continue
		}
		r := countries[a.country]
		if a.written == form {
			r += 1000
		}
		if r > rank {
			best, rank = a, r
		}
	}
	return best, rank >= 0
}
