package export

import (
	"context"
	"strings"

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
