package export

import (
	"regexp"
	"slices"
	"strings"
	"unicode"

	"concord"
	"concord/lexicon"
)

// shelter is a way to name a place that is withheld.
type shelter struct {
	words  []string
	unless []string
}

// shelters reports whether the incident befell a place that is withheld: its events' words, what took part, or what is counted name one.
func (p *Publisher) shelters(in *concord.Incident) bool {
	for i := range in.Claims {
		c := &in.Claims[i]
		if c.Event != nil {
			if p.namesShelter(c.Text) {
				return true
			}
			for _, who := range c.Participants {
				if p.namesShelter(who.Name) {
					return true
				}
			}
		}
		if c.Figure != nil && p.namesShelter(c.Counted.Text) {
			return true
		}
	}
	return false
}

func (p *Publisher) namesShelter(text string) bool {
	words := strings.FieldsFunc(strings.ToLower(text), func(r rune) bool { return !unicode.IsLetter(r) })
	for i := range words {
		for _, s := range p.sheltered {
			if len(words)-i >= len(s.words) && slices.Equal(words[i:i+len(s.words)], s.words) && (i == 0 || !slices.Contains(s.unless, words[i-1])) {
				return true
			}
		}
	}
	return false
}

// naming finds the names by which a shelter or a part of a town is called: "al-Salam hospital", "the Rawda quarter", "the village of Lipa".
type naming struct {
	pattern *regexp.Regexp  // groups: the name and what it is, or the other way round
	openers map[string]bool // words that are no part of a name though they have a capital
}

func newNaming(sheltered []shelter) naming {
	var after, of []string
	for _, s := range sheltered {
		after = append(after, strings.Join(s.words, " "))
	}
	for _, row := range lexicon.Table("placewords") {
		switch kind := row.Get("kind"); {
		case row.Get("class") == "after" && (kind == "quarter" || kind == "village" || kind == "site"):
			after = append(after, row.Get("word"))
		case row.Get("class") == "of":
			of = append(of, row.Get("word"))
		}
	}
	n := naming{openers: map[string]bool{}}
	for _, row := range lexicon.Table("openers") {
		n.openers[row.Get("word")] = true
	}
	const word = `(?:\p{Lu}|\b[ae][a-z]{1,2}[-’'])[\p{L}’'-]*`
	const name = `(` + word + `(?:\s(?:bin\s|ibn\s)?` + word + `)*)`
	n.pattern = regexp.MustCompile(name + `(\s(?i:` + strings.Join(after, "|") + `)\b)|(\b(?i:` + strings.Join(of, "|") + `)\sof\s)` + name)
	return n
}

// in returns what is to be hidden of the claims' words, and what is to stand there: "[place withheld] hospital".
func (n naming) in(claims []concord.IncidentClaim) []hiddenWords {
	var found []hiddenWords
	look := func(text string) {
		for _, m := range n.pattern.FindAllStringSubmatch(text, -1) {
			name, what, kind, of := m[1], m[2], m[3], m[4]
			for first, rest, more := strings.Cut(name, " "); n.openers[strings.ToLower(first)]; first, rest, more = strings.Cut(rest, " ") {
				if name = rest; !more {
					break
				}
			}
			if name+of != "" {
				found = append(found, hiddenWords{words: kind + name + of + what, instead: kind + placeWithheld + what})
			}
		}
	}
	for i := range claims {
		look(claims[i].Text)
		if e := claims[i].Event; e != nil {
			for _, who := range e.Participants {
				look(who.Name)
			}
		}
		if s := claims[i].Statement; s != nil {
			for _, part := range s.Content {
				look(part.Text)
			}
		}
	}
	return found
}
