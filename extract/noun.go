package extract

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// invariants are the rows of lexicon/invariants.tsv.
var invariants = sync.OnceValue(func() map[string]bool { return lexicon.Set("invariants", "word") })

// nounClass looks the longest run of words that ends in the head up in the table; a person's name gives way to a title before it.
func (r *reader) nounClass(p *phrase) noun {
	head := &r.Tokens[p.head]
	last := ""
	word := func(i int) string {
		if i == p.head {
			return last
		}
		return r.Tokens[i].Norm
	}
	table, forms := nouns(), [...]string{head.Lemma, head.Norm, singular(head.Norm)}
	for i := max(p.first, p.head-3); i <= p.head; i++ {
		for k := range forms {
			if k > 0 && forms[k] == last {
				continue
			}
			last = forms[k]
			if n, length := table.Match(word, i, p.head+1); length > 0 && i+length == p.head+1 {
				p.common = true
				return r.named(p, n)
			}
		}
	}
	return r.named(p, noun{})
}

// named corrects the class of a phrase by the name in it.
func (r *reader) named(p *phrase, n noun) noun {
	if p.actor != nil {
		switch p.actor.Kind {
		case concord.ArmedGroup:
			if n.class == noClass || n.class == army {
				return noun{group, concord.Combatant} // "the Arakan Army"
			}
		case concord.State:
			if n.class == noClass {
				return noun{government, concord.Anyone}
			}
		case concord.Organisation:
			if n.class == noClass {
				return noun{organisation, concord.Anyone}
			}
		}
	}
	if n.class != noClass {
		return n
	}
	if p.plural && r.capital(p.head) && p.actor != nil && (p.actor.Kind == concord.OtherActor || p.actor.Kind == concord.Nationality) && p.actor.Country != "" {
		return noun{person, concord.Anyone} // "four Serbs", whatever kind of name they bear
	}
	if p.name != nil {
		if p.name.Kind == text.PersonName && p.place >= 0 && p.name.Last-p.name.First == 1 {
			return noun{territory, concord.Object} // the gazetteer knows more than the letters tell
		}
		switch p.name.Kind {
		case text.PersonName:
			if p.name.First == p.first+1 && p.name.Last == p.last && r.Tokens[p.first].Norm == "the" {
				return noun{organisation, concord.Anyone} // "the Shabab"
			}
			return r.titled(p)
		case text.OrganisationName:
			return noun{organisation, concord.Anyone}
		case text.NationalityName:
			return noun{person, concord.Anyone}
		case text.PlaceName:
			return noun{territory, concord.Object}
		}
	}
	if p.place >= 0 {
		return noun{territory, concord.Object}
	}
	return n
}

// titled returns the class that a title before a person's name gives: "Colonel", "Judge", "teacher".
func (r *reader) titled(p *phrase) noun {
	norm := func(i int) string { return r.Tokens[i].Lemma }
	for i := p.name.First - 1; i >= p.first; i-- {
		if n, length := nouns().Match(norm, i, p.name.First); length > 0 && n.class.people() {
			return n
		}
	}
	return noun{person, concord.Anyone}
}

// singular strips the ending of a plural, for words that were taken for names.
func singular(norm string) string {
	switch {
	case strings.HasSuffix(norm, "men"):
		return norm[:len(norm)-2] + "an"
	case strings.HasSuffix(norm, "ies"):
		return norm[:len(norm)-3] + "y"
	case strings.HasSuffix(norm, "ses"), strings.HasSuffix(norm, "ches"), strings.HasSuffix(norm, "xes"), strings.HasSuffix(norm, "shes"):
		return norm[:len(norm)-2]
	case strings.HasSuffix(norm, "s") && !strings.HasSuffix(norm, "ss"):
		return norm[:len(norm)-1]
	}
	return norm
}

type noun struct {
	class  class
	status concord.Status
}

// nouns are the rows of lexicon/nouns.tsv.
var nouns = sync.OnceValue(func() *lexicon.Phrases[noun] {
	phrases := lexicon.NewPhrases[noun]()
	for _, row := range lexicon.Table("nouns") {
		phrases.Add(row.Get("noun"), noun{classNames[row.Get("class")], concord.Status(row.Get("status"))})
	}
	return phrases
})
