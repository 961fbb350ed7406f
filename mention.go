package concord

// Mentions are the words of a report that name something, by kind, each kind in the order of the text.
type Mentions struct {
	Times      []TimeMention     `json:"times"`
	Places     []PlaceMention    `json:"places"`
	Actors     []ActorMention    `json:"actors"`
	Weapons    []WeaponMention   `json:"weapons"`
	Quantities []QuantityMention `json:"quantities"`
}

// TimeMention is a TIMEX3 of TimeML 1.2.1.
type TimeMention struct {
	Span
	Type  string `json:"type"`  // DATE, TIME, DURATION, SET
	Value string `json:"value"` // the TIMEX3 value: "2016-09-23", "P3D", "PRESENT_REF" …
	When  *When  `json:"-"`     // the days meant, nil for sets, for durations tied to no day and for what cannot be resolved
}

// PlaceMention is a name that means a place here. Where.Span is Span.
type PlaceMention struct {
	Where
	Metonym bool `json:"-"` // the name stands for those who govern there ("Washington said") or for its people ("Syrian")
	Demonym bool `json:"-"` // it is the name of its people
	// Within are indices of mentions that say where this one lies ("Urum al-Kubra, west of Aleppo"), nearest first.
	Within []int `json:"-"`
}

// ActorMention is a name or noun phrase that means somebody who acts or is acted upon.
type ActorMention struct {
	Span
	Name         string      `json:"name"` // in full, resolved within the report: "he" → "Sergei Lavrov"
	Kind         ActorKind   `json:"kind"`
	Role         string      `json:"role,omitempty"`         // "foreign minister", "spokesman"
	Organisation string      `json:"organisation,omitempty"` // whom the person speaks for
	Country      string      `json:"country,omitempty"`      // ISO 3166-1 alpha-2
	Side         SpeakerKind `json:"-"`                      // what kind of speaker this actor is
	People       bool        `json:"-"`                      // a whole people: "Syrians"
}

// ActorKind is what an actor mention means.
type ActorKind string

// The kinds of actor.
const (
	Person       ActorKind = "person"
	Organisation ActorKind = "organisation"
	ArmedGroup   ActorKind = "armed_group"
	State        ActorKind = "state" // a state, its government, its forces
	Nationality  ActorKind = "nationality"
	OtherActor   ActorKind = "other"
)

// WeaponMention is a noun phrase that names a weapon, a munition or a platform.
type WeaponMention struct {
	Span
	Kind string `json:"kind"` // explosive, bomb, missile, artillery, aircraft, drone, firearm, fire, chemical, vehicle, other
}

// QuantityMention is a number or number-like phrase with what it counts or measures.
type QuantityMention struct {
	Span
	Low       int       `json:"low"`
	High      *int      `json:"high"`
	Unit      string    `json:"unit"` // what is counted ("civilians", "trucks"), "%", "USD", "km"; empty where unsaid
	Qualifier Qualifier `json:"qualifier"`
	Number    Span      `json:"-"` // the number's own words within Span
	Phrase    Span      `json:"-"` // from the words that qualify the number to the noun that is counted
	Counted   Span      `json:"-"` // the words for what is counted, the last of them its noun ("armed men"); empty where unsaid
	Unsaid    bool      `json:"-"` // the words say no number: "many", "no", "both", "one of them"
	Counts    bool      `json:"-"` // false for ages, money, distances, times, sizes, ranks: what counts no one
}

// Named returns the mentions without those that only help to read the others: among the places peoples ("Syrians" are an actor) and
// words in the name of an armed group or of a state's forces, and quantities whose words say no number. m is not changed.
func (m *Mentions) Named() *Mentions {
	named := *m
	named.Places, named.Quantities = []PlaceMention{}, []QuantityMention{}
	actor := 0
	for i := range m.Places {
		p := &m.Places[i]
		for actor < len(m.Actors) && m.Actors[actor].End < p.Span.End {
			actor++
		}
		if actor == len(m.Actors) || !m.Actors[actor].names(p) {
			named.Places = append(named.Places, *p)
		}
	}
	for i := range m.Quantities {
		if !m.Quantities[i].Unsaid {
			named.Quantities = append(named.Quantities, m.Quantities[i])
		}
	}
	return &named
}

// names reports whether a place is only a word in the name of the actor: a people, "the |Syrian army", "the Islamic State of |Iraq".
func (a *ActorMention) names(p *PlaceMention) bool {
	if a.Start > p.Span.Start {
		return false
	}
	switch longer := a.Len() > p.Span.Len(); a.Kind {
	case ArmedGroup:
		return longer
	case State:
		return longer && p.Demonym
	case OtherActor:
		return a.People && p.Metonym && a.End == p.Span.End
	}
	return false
}
