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

// namesShelter reports whether words name a place that is withheld.
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
	pattern *regexp.Regexp  // groups: name and what it is, or kind and of, the name
	openers map[string]bool // words that are no part of a name though they have a capital
}

// newNaming makes the pattern of the words for shelters and for parts of towns.
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
	const name = word + `(?:\s(?:bin\s|ibn\s)?` + word + `)*`
	n.pattern = regexp.MustCompile(`(?P<name>` + name + `)(?P<what>\s(?i:` + strings.Join(after, "|") + `)\b)|(?P<kind>\b(?i:` + strings.Join(of, "|") + `)\sof\s)(?P<of>` + name + `)`)
	return n
}

// in returns what is to be hidden of the claims' words, and what is to stand there: "[place withheld] hospital".
func (n naming) in(claims []concord.IncidentClaim) []hiddenWords {
	var found []hiddenWords
	for i := range claims {
		found = append(found, n.within(claims[i].Text)...)
		if e := claims[i].Event; e != nil {
			for _, who := range e.Participants {
				found = append(found, n.within(who.Name)...)
			}
		}
		if s := claims[i].Statement; s != nil {
			for _, part := range s.Content {
				found = append(found, n.within(part.Text)...)
			}
		}
	}
	return found
}

// within returns what is to be hidden of a text.
func (n naming) within(text string) []hiddenWords {
	var found []hiddenWords
	for _, m := range n.pattern.FindAllStringSubmatch(text, -1) {
		group := func(name string) string { return m[n.pattern.SubexpIndex(name)] }
		name, what, kind, of := n.withoutOpeners(group("name")), group("what"), group("kind"), group("of")
		if name+of != "" {
			found = append(found, hiddenWords{words: kind + name + of + what, instead: kind + placeWithheld + what})
		}
	}
	return found
}

// withoutOpeners returns a name without the words before it that have a capital only because a sentence begins with them.
func (n naming) withoutOpeners(name string) string {
	for first, rest, more := strings.Cut(name, " "); n.openers[strings.ToLower(first)]; first, rest, more = strings.Cut(rest, " ") {
		if name = rest; !more {
			break
		}
	}
	return name
}
