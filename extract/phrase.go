package extract

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// class is what kind of thing a noun phrase stands for.
type class uint8

// The classes, as lexicon/nouns.tsv names them.
const (
	noClass class = iota
	soldier
	army
	police
	fighter
	group // an armed group
	gunman
	criminal
	protester
	mobster
	civilian
	child
	woman
	person
	official
	government
	medic
	aidWorker
	rescuer
	journalist
	prisoner
	building
	post // a building that soldiers or police hold
	vehicle
	aircraft
	infrastructure
	land
	territory
	livestock
	arms
	goods
	organisation // a named organisation that is no armed group
	classCount
)

var classNames = map[string]class{"soldier": soldier, "army": army, "police": police, "fighter": fighter, "group": group,
	"gunman": gunman, "criminal": criminal, "protester": protester, "mob": mobster, "civilian": civilian, "child": child, "woman": woman,
	"person": person, "official": official, "government": government, "medic": medic, "aid": aidWorker, "rescuer": rescuer,
	"journalist": journalist, "prisoner": prisoner, "building": building, "post": post, "vehicle": vehicle, "aircraft": aircraft,
	"infrastructure": infrastructure, "land": land, "territory": territory, "livestock": livestock, "arms": arms, "goods": goods}

// people reports whether c stands for human beings, alone or in a body.
func (c class) people() bool { return c >= soldier && c <= prisoner || c == organisation }

// body reports whether c acts as a whole and is no person: an army, a government, an armed group.
func (c class) body() bool { return c == army || c == group || c == government || c == organisation }

// armed reports whether c bears arms.
func (c class) armed() bool { return armedSides.has(c) || outlaws.has(c) }

// thing reports whether c can be damaged or taken.
func (c class) thing() bool { return c >= building && c <= goods }

// classes is a set of classes.
type classes uint64

func classesOf(list ...class) (s classes) {
	for _, c := range list {
		s |= 1 << c
	}
	return s
}

func (s classes) has(c class) bool     { return s&(1<<c) != 0 }
func (s classes) any(t classes) bool   { return s&t != 0 }
func (s classes) with(c class) classes { return s | 1<<c }

// Sides.
var (
	stateSide   = classesOf(soldier, army, police, government)
	rebelSide   = classesOf(fighter, group)
	outlaws     = classesOf(gunman, criminal)
	armedSides  = classesOf(soldier, army, police, fighter, group)
	forces      = classesOf(soldier, army, police)
	unarmed     = classesOf(civilian, child, woman, official, medic, aidWorker, rescuer, journalist, prisoner)
	persons     = armedSides | outlaws | unarmed | classesOf(government, protester, mobster, person, organisation)
	thingsHit   = classesOf(building, post, vehicle, aircraft, infrastructure, land, livestock, goods)
	placesTaken = classesOf(territory, building, post, infrastructure)
)

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

// phrase is a noun phrase without what follows its head.
type phrase struct {
	first, last int // tokens
	head        int
	owner       int // the phrase in the genitive before it, or -1
	noun        noun
	name        *text.Name            // the name that its head stands in
	actor       *concord.ActorMention // the actor that its head stands in
	place       int                   // index of the place mention that its head stands in, or -1
	low         int
	high        *int
	counted     bool // it has a number
	plural      bool
	definite    bool // "the", "this", a genitive
	pronoun     bool
	common      bool // its head is a noun of lexicon/nouns.tsv
}

// phrases cuts every sentence into noun phrases.
func (r *reader) readPhrases() {
	r.phraseAt = make([]int32, len(r.Tokens))
	r.phrases = make([]phrase, 0, len(r.Tokens)/3)
	for s := range r.Sentences {
		for i := r.Sentences[s].First; i < r.Sentences[s].Last; {
			i = r.phraseFrom(i, r.Sentences[s].Last)
		}
	}
	for i := range r.phrases {
		r.collect(&r.phrases[i])
	}
}

// manyOf are the rows of lexicon/collectives.tsv.
var manyOf = sync.OnceValue(func() map[string]bool { return lexicon.Set("collectives", "word") })

// collect gives a collective noun the class of those it is made of: "a coalition of armed groups", "members of the police".
func (r *reader) collect(p *phrase) {
	if !manyOf()[r.Tokens[p.head].Lemma] || p.last+1 >= len(r.Tokens) || r.Tokens[p.last].Norm != "of" {
		return
	}
	if q := r.phraseOf(p.last + 1); q != nil && q.noun.class.people() && !q.pronoun {
		p.noun, p.plural = q.noun, p.plural || r.Tokens[p.head].Lemma != "member"
	}
}

// phraseFrom reads a phrase that begins at token i, if one does, and returns where to go on.
func (r *reader) phraseFrom(i, last int) int {
	first, head := i, -1
	owner := -1
	for ; i < last; i++ {
		t := &r.Tokens[i]
		if age := r.ageEnd(i, last); age > i && head < 0 {
			i = age - 1
			continue
		}
		if i > first && r.timeAt[i] != r.timeAt[i-1] && t.Tag != text.Genitive {
			if r.timeAt[i] && head >= 0 {
				break // "dozens of civilians Friday"
			}
			if r.timeAt[first] {
				first = i // "On 12 March 2014 Islamic State fighters"
			}
			head = -1
		}
		switch {
		case t.Tag == text.Genitive && head >= 0:
			owner = r.addPhrase(first, i, head, owner)
			head = -1
			continue
		case t.POS == text.NOUN || t.POS == text.PROPN:
			head = i
			continue
		case t.POS == text.PRON && t.Tag != text.PRPS && t.Tag != text.DT:
			if head < 0 && owner < 0 && (t.Tag == text.PRP || t.Tag == text.WP || t.Tag == text.WDT) {
				r.addPhrase(i, i+1, i, -1)
				return i + 1
			}
		case t.POS == text.NUM && head < 0, t.POS == text.ADJ && head < 0, t.Tag == text.PRPS && head < 0, t.POS == text.DET && head < 0:
			continue
		case t.POS == text.ADJ && head >= 0 && i+1 < last && r.Tokens[i+1].POS == text.PROPN && r.Tokens[i-1].POS != text.PUNCT:
			continue // "secretary general Hector Oqueli"
		case t.POS == text.NUM && head >= 0 && r.Tokens[i-1].POS == text.PROPN, t.POS == text.SYM && head < 0, t.Tag == text.HYPH:
			continue
		case t.POS == text.ADV && (t.Tag != text.WRB || t.Norm == "how") && head < 0 && i+1 < last && (r.Tokens[i+1].POS == text.NUM || r.Tokens[i+1].POS == text.ADJ):
			continue
		case (t.Tag == text.VBN || t.Tag == text.VBG) && head < 0 && r.prenominal(i, first, last):
			continue
		}
		break
	}
	if head < 0 {
		head = r.bareHead(first, i)
	}
	if head >= 0 {
		r.addPhrase(first, head+1, head, owner)
		return max(i, head+1)
	}
	return max(i, first) + 1
}

// ageEnd returns the token after an age that begins at token i as "19-year-old" does, i where none begins.
func (r *reader) ageEnd(i, last int) int {
	if r.Tokens[i].POS != text.NUM {
		return i
	}
	at := i + 1
	for _, word := range [...]string{"year", "old"} {
		for at < last && r.Tokens[at].Norm == "-" {
			at++
		}
		if at >= last || !r.is(at, word) && !(word == "year" && r.is(at, "month")) {
			return i
		}
		at++
	}
	return at
}

// prenominal reports whether participle i stands before its noun: "an unidentified gunman", "burning tyres".
func (r *reader) prenominal(i, first, last int) bool {
	if i+1 >= last || r.Tokens[i].Norm == "including" {
		return false
	}
	next := r.Tokens[i+1]
	nounNext := next.POS == text.NOUN || next.POS == text.ADJ || next.POS == text.PROPN
	return nounNext && (i > first || i > 0 && r.Tokens[i-1].POS == text.ADP)
}

// bareHead returns the head of a phrase without a noun: "three", "the wounded"; -1 where it is none.
func (r *reader) bareHead(first, last int) int {
	for i := last - 1; i >= first; i-- {
		if r.Tokens[i].POS == text.NUM || r.Tokens[i].POS == text.ADJ && i > first && r.Tokens[first].POS == text.DET {
			return i
		}
	}
	return -1
}

func (r *reader) addPhrase(first, last, head, owner int) int {
	for first < head && (r.isSign(first) || r.Tokens[first].POS == text.PUNCT || r.Tokens[first].POS == text.CCONJ || r.approximates(first)) {
		first++
	}
	p := phrase{first: first, last: last, head: head, owner: owner, place: -1, low: 1}
	if owner >= 0 {
		p.first = r.phrases[owner].first
		p.definite = true
	}
	r.classify(&p)
	r.count(&p)
	r.phrases = append(r.phrases, p)
	for i := first; i < last; i++ {
		r.phraseAt[i] = int32(len(r.phrases))
	}
	return len(r.phrases) - 1
}

// approximates reports whether token i is the rest of "at least", "at most" or "more than" before a number.
func (r *reader) approximates(i int) bool {
	switch r.Tokens[i].Norm {
	case "least", "most", "more", "than", "about", "some", "nearly", "almost", "approximately", "around", "over":
		return r.Tokens[i+1].POS == text.NUM || r.Tokens[i+1].Norm == "than"
	}
	return false
}

// phraseOf returns the phrase that token i stands in, or nil; i may lie before the first token or after the last.
func (r *reader) phraseOf(i int) *phrase {
	if i < 0 || i >= len(r.phraseAt) || r.phraseAt[i] == 0 {
		return nil
	}
	return &r.phrases[r.phraseAt[i]-1]
}

// classify finds out what the phrase stands for: by its head noun with the words before it, else by its name.
func (r *reader) classify(p *phrase) {
	head := &r.Tokens[p.head]
	p.pronoun = head.POS == text.PRON
	p.plural = (head.Tag == text.NNS || head.Tag == text.NNPS) && !invariants()[head.Norm]
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "the", "this", "these", "that", "those", "his", "her", "its", "their", "my", "our":
			p.definite = true
		}
	}
	p.name = r.NameAt(p.head)
	if k := r.actorAt[p.head]; k > 0 {
		p.actor = &r.mentions.Actors[k-1]
	}
	p.place = int(r.placeAt[p.head]) - 1
	p.noun = r.nounClass(p)
}

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
			if n.class == noClass {
				return noun{group, concord.Combatant}
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

// count reads the number in the phrase.
func (r *reader) count(p *phrase) {
	span := r.Span(p.first, p.last)
	after := func(q concord.QuantityMention, start int) int { return cmp.Compare(q.End, start+1) }
	i, _ := slices.BinarySearchFunc(r.mentions.Quantities, span.Start, after)
	for ; i < len(r.mentions.Quantities); i++ {
		q := &r.mentions.Quantities[i]
		if q.Start >= span.End {
			break
		}
		if q.Counts && q.Number.Start >= span.Start && q.Number.End <= span.End && q.Number.End > q.Number.Start {
			p.low, p.high, p.counted = q.Low, q.High, true
			p.plural = p.plural || q.Low > 1
			return
		}
	}
	if p.plural {
		p.low, p.high = 2, nil
		return
	}
	p.low, p.high = 1, &one
}

// one is the upper bound of what is named in the singular. Nobody changes it.
var one = 1

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
