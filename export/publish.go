package export

import (
	"bytes"
	"context"
	"encoding/json"
	"regexp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
	"concord/lexicon"
)

// Release says what may be published that is withheld otherwise. The zero Release withholds all of it.
type Release struct {
	Names  bool // of victims, of witnesses, of minors
	Places bool // exact positions of hospitals, shelters, camps and convoys
}

// What stands in the place of words that are withheld.
const (
	nameWithheld  = "[name withheld]"
	placeWithheld = "[place withheld]"
)

// Incident is an incident as it may be published.
type Incident struct {
	concord.Incident
	// Withheld tells what was left out: "names", "places". A quote with withheld words is no longer the report's text to the letter.
	Withheld []string `json:"withheld"`
}

// Publisher prepares incidents for publication. It reads the reports of an incident to know who in it is a victim.
type Publisher struct {
	store     concord.Store
	release   Release
	sheltered []shelter
	called    naming
	office    []parts // names of persons in public office
}

// NewPublisher returns a publisher over a record.
func NewPublisher(store concord.Store, release Release) *Publisher {
	p := &Publisher{store: store, release: release}
	for _, row := range lexicon.Table("sheltered") {
		p.sheltered = append(p.sheltered, shelter{strings.Fields(row.Get("words")), row.List("unless")})
	}
	p.called = newNaming(p.sheltered)
	for _, row := range lexicon.Table("leaders") {
		for _, name := range append(row.List("aliases"), row.Get("name")) {
			p.office = append(p.office, partsOf(name))
		}
	}
	return p
}

// Publish returns the incident without what is withheld.
func (p *Publisher) Publish(ctx context.Context, in concord.Incident) (Incident, error) {
	var hidden []hiddenWords
	out := Incident{Withheld: []string{}}
	if !p.release.Names {
		names, err := p.names(ctx, &in)
		if err != nil {
			return out, err
		}
		for _, name := range names {
			hidden = append(hidden, hiddenWords{words: name, instead: nameWithheld})
		}
	}
	names, placed := placesOf(&in)
	places := (placed || told(&in)) && !p.release.Places && p.shelters(&in)
	if places {
		hidden = append(hidden, hiddenWords{pattern: position, instead: placeWithheld})
		hidden = append(hidden, p.called.in(in.Claims)...)
		for _, name := range names {
			hidden = append(hidden, hiddenWords{words: name, instead: placeWithheld})
		}
	}
	unnamed, err := redact(&in, &out.Incident, hidden)
	if err != nil {
		return out, err
	}
	if unnamed {
		out.Withheld = append(out.Withheld, "names")
	}
	if places {
		blur(&out.Incident)
		out.Withheld = append(out.Withheld, "places")
	}
	return out, nil
}

// placesOf returns the names of the places of the incident and its claims that are known better than by their province, the
// longest first. placed is false where there is no such place.
func placesOf(in *concord.Incident) (names []string, placed bool) {
	found := map[string]bool{}
	add := func(w *concord.Where) {
		if w == nil || !exact(w) {
			return
		}
		placed = true
		for _, name := range []string{w.Name, w.Quote} {
			if name != "" && name != w.Admin1 {
				found[name] = true
			}
		}
	}
	add(in.Where)
	for i := range in.Claims {
		if e := in.Claims[i].Event; e != nil {
			add(e.Where)
		}
	}
	return longestFirst(found), placed
}

// exact reports whether a place is told better than by its province. One that no gazetteer knows is told by its name.
func exact(w *concord.Where) bool {
	switch w.Precision {
	case concord.ToCountry, concord.ToRegion:
		return false
	case concord.ToProvince:
		return w.Name != w.Admin1 && w.Admin1 != ""
	}
	return true
}

// blur leaves of the places no more than their province.
func blur(in *concord.Incident) {
	in.Where = blurred(in.Where)
	for i := range in.Claims {
		if e := in.Claims[i].Event; e != nil {
			e.Where = blurred(e.Where)
		}
	}
}

func blurred(w *concord.Where) *concord.Where {
	if w == nil || !exact(w) {
		return w
	}
	if w.Admin1 == "" && w.Country == "" {
		return nil
	}
	if w.Admin1 == "" {
		return &concord.Where{Name: lexicon.Country(w.Country), Country: w.Country, Precision: concord.ToCountry}
	}
	return &concord.Where{Name: w.Admin1, Country: w.Country, Admin1: w.Admin1, Precision: concord.ToProvince}
}

// hiddenWords are words, or all that match a pattern, with what stands in their place.
type hiddenWords struct {
	words   string
	pattern *regexp.Regexp
	instead string
}

// position matches a latitude or longitude in figures, or both: "33°30′21″N", "36.20124, 37.16117". A number told to ten metres is one.
var position = regexp.MustCompile(angle + `(?:[\s,;]{1,2}` + angle + `)?`)

const angle = `(?:-?\d{1,3}\.\d{4,}|\d{1,3}(?:\.\d+)?\s?°\s?(?:\d{1,2}(?:\.\d+)?\s?['′’]\s?(?:\d{1,2}(?:\.\d+)?\s?(?:["″”]|''|′′)\s?)?(?:[NSEW]\b)?|[NSEW]\b))`

// told reports whether a claim's words give a position in figures.
func told(in *concord.Incident) bool {
	return slices.ContainsFunc(in.Claims, func(c concord.IncidentClaim) bool { return position.MatchString(c.Text) })
}

// identifiers are the fields of the JSON that name a row of the record and are left as they are.
var identifiers = map[string]bool{"id": true, "report": true, "report_id": true, "reports": true, "claim": true, "account": true,
	"superseded_by": true, "repeated_by": true, "of": true, "type": true, "kind": true, "country": true, "admin1": true, "publisher": true}

// redact copies an incident with the words hidden wherever they stand, and reports whether there were names among them. It goes through the
// JSON, so that no field is forgotten.
func redact(from, to *concord.Incident, hidden []hiddenWords) (names bool, err error) {
	data, err := json.Marshal(from)
	if err != nil {
		return false, err
	}
	if len(hidden) > 0 {
		var tree any
		if err := json.Unmarshal(data, &tree); err != nil {
			return false, err
		}
		if data, err = json.Marshal(redactTree(tree, hidden)); err != nil {
			return false, err
		}
	}
	return bytes.Contains(data, []byte(nameWithheld)), json.Unmarshal(data, to)
}

func redactTree(value any, hidden []hiddenWords) any {
	switch v := value.(type) {
	case string:
		for _, h := range hidden {
			v = hide(v, h)
		}
		return v
	case []any:
		for i := range v {
			v[i] = redactTree(v[i], hidden)
		}
	case map[string]any:
		for key := range v {
			if !identifiers[key] {
				v[key] = redactTree(v[key], hidden)
			}
		}
	}
	return value
}

// hide replaces what matches the pattern, or the words wherever they stand as whole words, in whatever case.
func hide(text string, h hiddenWords) string {
	if h.pattern != nil {
		return h.pattern.ReplaceAllLiteralString(text, h.instead)
	}
	var b strings.Builder
	for {
		i := indexWords(text, h.words)
		if i < 0 {
			b.WriteString(text)
			return b.String()
		}
		b.WriteString(text[:i])
		b.WriteString(h.instead)
		text = text[i+len(h.words):]
	}
}

// indexWords returns where words stand in text as whole words, -1 where they do not.
func indexWords(text, words string) int {
	for i := 0; i+len(words) <= len(text); i++ {
		if !strings.EqualFold(text[i:i+len(words)], words) {
			continue
		}
		before, _ := utf8.DecodeLastRuneInString(text[:i])
		after, _ := utf8.DecodeRuneInString(text[i+len(words):])
		if !unicode.IsLetter(before) && !unicode.IsLetter(after) {
			return i
		}
	}
	return -1
}
