package extract

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// sufferer is somebody to whom an account's events did something, while it is found out who is who: tokens of the first
// words for them, how many, and what became of them.
type sufferer struct {
	tally
	effect  string
	figure  *figure   // that counts them, nil where only a role names them
	figures []*figure // all that do
	gender  string    // man, woman, empty where unsaid
	age     string
	named   *text.Name // whom a pronoun or "the victim" may mean, nil where that is not known
	armed   bool       // a gunman, who may be among the dead but is not "the victim"
	fresh   bool       // "another", "a second": nobody spoken of before
	partOf  *sufferer  // who already counts this one
	implied bool       // not told, but the rest of those who are: "two men were shot, one fatally"
}

// genders are the rows of lexicon/genders.tsv.
var genders = sync.OnceValue(func() map[string]string {
	table := map[string]string{}
	for _, row := range lexicon.Table("genders") {
		table[row.Get("word")] = row.Get("gender")
	}
	return table
})

// gravity orders what may be said of the same person: of two the graver is what became of them.
var gravity = map[string]int{"unknown": 0, "none": 1, "missing": 2, "detained": 3, "abducted": 4, "casualties": 5, "injured": 6, "killed": 7}

// fillVictims says whom the events of an account befell, each of them once: figures and roles tell of the same people
// again and again.
func (r *reader) fillVictims(a *account) {
	list := r.merged(r.sufferers(a))
	r.fate(a, list)
	list = r.resolveParts(list)
	for _, s := range list {
		r.correct(s)
	}
	a.sufferers, a.Victims = list, r.victims(list)
}

// fate says that the only victim of a shooting that is called deadly died.
func (r *reader) fate(a *account, list []*sufferer) {
	if !slices.ContainsFunc(a.events, r.isDeadly) {
		return
	}
	var victim *sufferer
	for _, s := range list {
		switch {
		case s.effect == "killed" || victim != nil:
			return
		case s.effect == "injured" && !s.single() || s.effect == "injured" && (s.figure == nil || !s.figure.weak()):
			return
		case s.single() && !s.armed:
			victim = s
		}
	}
	if victim != nil {
		victim.effect = "killed"
	}
}

// isDeadly reports whether the words of an event say that somebody died: "a fatal shooting", "the homicide".
func (r *reader) isDeadly(e *event) bool {
	switch r.Tokens[e.head].Lemma {
	case "homicide", "murder", "slaying", "manslaughter":
		return e.claim.Modality == concord.Asserted && (e.head == 0 || r.Tokens[e.head-1].Norm != "attempted")
	}
	p := r.phraseOf(e.head)
	if p == nil {
		return false
	}
	for i := p.first; i < p.head; i++ {
		switch r.Tokens[i].Norm {
		case "fatal", "deadly", "lethal":
			return true
		}
	}
	return false
}

// correct takes back that somebody who was shot was hurt, where the report tells that he died: "shot" alone leaves it open.
func (r *reader) correct(s *sufferer) {
	for _, f := range s.figures {
		if f.measure != concord.Injured || !f.weak() || s.implied {
			continue
		}
		switch {
		case s.effect == "killed" && s.single():
			f.void = true
		case s.effect == "casualties" && f.claim.Figure != nil:
			f.measure, f.claim.Figure.Measure = concord.Casualties, concord.Casualties
		}
	}
}

// sufferers returns all mentions of those to whom the account's events did something, in the order of the text.
func (r *reader) sufferers(a *account) []*sufferer {
	var list []*sufferer
	seen := map[int]bool{}
	for _, f := range r.struck {
		effect := effects[f.measure]
		if f.event == nil || f.event.account != a {
			continue
		}
		if effect == "" && violence.has(f.event.found.act) {
			seen[f.tally.head] = true
		}
		if !f.tally.people() || !victimEffect(a, effect) || f.earlier || f.tally.qualifier == concord.None || !f.tally.known && f.claim.Scope != concord.ScopeIncident || !likely(f.claim.Modality) {
			continue
		}
		seen[f.tally.head] = true
		if r.isAnybody(&f.tally) {
			continue
		}
		list = append(list, r.sufferer(f.tally, effect, f))
	}
	for _, e := range a.events {
		for _, x := range e.args {
			if x.role != patient || seen[x.phrase.head] || !r.isVictim(x.phrase) || r.speaks(x.phrase.head) || !likely(e.claim.Modality) {
				continue
			}
			if h, ok := r.hitAt(e.found.first, e.found.last); ok && h.tells() && x.effect == "" {
				continue // whom it befell is read already
			}
			if x.effect == "" && r.mayBePlace(e, x.phrase) {
				continue
			}
			if t, ok := r.tallyAt(x.phrase.head); ok && t.people() && victimEffect(a, e.effect()) && !x.phrase.noun.class.thing() && !r.isTheDead(&t) {
				seen[x.phrase.head] = true
				list = append(list, r.sufferer(t, e.effect(), nil))
			}
		}
	}
	slices.SortStableFunc(list, func(x, y *sufferer) int { return cmp.Compare(x.head, y.head) })
	return list
}

// mayBePlace reports whether what e hit is a name of which nothing says that it is a person's: hit by fire from afar, "shells hit
// al-Maydan", or named where places are, "the quarters of Zafra and Hisham".
func (r *reader) mayBePlace(e *event, p *phrase) bool {
	if p.name == nil || p.name.Kind != text.PersonName || p.plural || p.counted {
		return false
	}
	if known := r.profiles[p.name.Same]; known.role != "" || known.organisation != "" || r.titled(p).class != person {
		return false
	}
	return actsOf(airstrike, shelling, explosion, offensive, hostility).has(e.found.act) || r.besidePlaces(p, 3)
}

// besidePlaces reports whether the words before p, or before those that "and" joins to it, say that it is a place: "near", "the towns of".
func (r *reader) besidePlaces(p *phrase, steps int) bool {
	i := p.first - 1
	if steps == 0 || i < 1 || r.Tokens[i].Sentence != r.Tokens[p.head].Sentence {
		return false
	}
	q := r.phraseOf(i - 1)
	switch r.Tokens[i].Norm {
	case "near", "in", "around", "outside", "inside":
		return true
	case "of":
		return q != nil && q.noun.class == territory
	case "and", ",":
		return q != nil && (q.place >= 0 || r.besidePlaces(q, steps-1))
	}
	return false
}

// isTheDead reports whether t is those whom an event befell, whoever they are: "pulling out the dead".
func (r *reader) isTheDead(t *tally) bool {
	switch r.Tokens[t.head].Norm {
	case "dead", "wounded", "injured", "deceased":
		return t.known
	}
	return false
}

// isAnybody reports whether t is people in general: "killing people".
func (r *reader) isAnybody(t *tally) bool {
	return t.qualifier == concord.Some && t.first == t.head && (r.Tokens[t.head].Norm == "people" || r.Tokens[t.head].Norm == "persons")
}

// likely reports whether what is said so may be held to have happened.
func likely(m concord.Modality) bool {
	return m == "" || m == concord.Asserted || m == concord.Possible
}

// victimEffect reports whether an effect makes victims in this kind of account: an arrest after an attack does not.
func victimEffect(a *account, effect string) bool {
	switch effect {
	case "":
		return false
	case "detained":
		return a.Type == concord.Arrest
	}
	return true
}

// isVictim reports whether a phrase stands for people.
func (r *reader) isVictim(p *phrase) bool {
	return p.noun.class.people() && !p.noun.class.body() && !(p.place >= 0 && !p.common) || r.isNamed(p) && p.place < 0 || p.pronoun
}

// sufferer fills what is known of the people of t.
func (r *reader) sufferer(t tally, effect string, f *figure) *sufferer {
	s := &sufferer{tally: t, effect: effect, figure: f}
	if f != nil {
		s.figures = []*figure{f}
	}
	s.gender = genders()[r.Tokens[t.head].Lemma]
	if s.gender == "" {
		s.gender = genders()[r.Tokens[t.head].Norm]
	}
	if p := r.phraseOf(t.head); p != nil {
		s.armed = p.noun.class == gunman || p.noun.class == criminal
		s.age = r.ageIn(p.first, p.head)
	}
	if s.age == "" && t.last+1 < len(r.Tokens) && (r.Tokens[t.last].Norm == "," || r.Tokens[t.last].Norm == "(") {
		s.age = r.ageIn(t.last+1, t.last+2)
	}
	for i := t.first; i < t.head; i++ {
		switch r.Tokens[i].Norm {
		case "another", "second", "other":
			s.fresh = true
		}
	}
	if t.name == nil && t.single() {
		s.named = r.personMeant(t.head)
	}
	return s
}

// personMeant returns the person whom a pronoun or role noun at token i stands for; nil where that is nobody known, or
// somebody who only speaks.
func (r *reader) personMeant(i int) *text.Name {
	name, ok := r.Antecedent(i)
	if !ok || r.Names[name].Kind != text.PersonName || r.speaks(r.Names[name].First) {
		return nil
	}
	return &r.Names[name]
}

// ageIn returns the age, in digits, that tokens [first, last) tell: "19-year-old", "19".
func (r *reader) ageIn(first, last int) string {
	for i := first; i < last && i < len(r.Tokens); i++ {
		if n, err := strconv.Atoi(r.Tokens[i].Norm); err == nil && n > 0 && n < 120 && (i+2 >= last || r.Tokens[i+1].Norm == "-") {
			return r.Tokens[i].Norm
		}
	}
	return ""
}

// single reports whether t is exactly one.
func (t *tally) single() bool { return t.low == 1 && t.high != nil && *t.high == 1 }

// merged joins the mentions of the same people.
func (r *reader) merged(mentions []*sufferer) []*sufferer {
	var list []*sufferer
	for _, s := range mentions {
		if old := r.knownAs(list, s); old != nil {
			r.absorb(old, s)
			continue
		}
		if s.name == nil && s.single() && r.Tokens[s.head].POS == text.PRON {
			if s.named == nil {
				continue // "he": nobody known
			}
			s.name = s.named
		}
		if !s.known || s.single() || !allOf(list, s) {
			list = append(list, s)
		}
	}
	return list
}

// allOf gives what befell "both" or "the victims" to the persons of the list, where they are several; false where they are not.
func allOf(list []*sufferer, s *sufferer) bool {
	var persons []*sufferer
	for _, old := range list {
		if old.single() && compatible(old.status, s.status) && !old.armed {
			persons = append(persons, old)
		}
	}
	if len(persons) < 2 || s.qualifier != concord.Some && len(persons) != s.low {
		return false
	}
	for _, old := range persons {
		old.figures = append(old.figures, s.figures...)
		if gravity[s.effect] > gravity[old.effect] {
			old.effect = s.effect
		}
	}
	return true
}

// knownAs returns whoever of the list s is, nil where s is new. The last spoken of come first, named ones before all.
func (r *reader) knownAs(list []*sufferer, s *sufferer) *sufferer {
	if name := cmp.Or(s.name, s.named); name != nil {
		for _, old := range list {
			if old.name != nil && r.sameName(old.name, name) {
				return old
			}
		}
	}
	for _, old := range slices.Backward(list) {
		if s.fresh && !newButSame(list, old, s) {
			continue
		}
		if r.sameSufferers(old, s) {
			return old
		}
	}
	return nil
}

// sameName reports whether two names are of one bearer, or one is the other with words left out in front.
func (r *reader) sameName(a, b *text.Name) bool {
	if r.root(a) == r.root(b) {
		return true
	}
	long, short := a, b
	if long.Last-long.First < short.Last-short.First {
		long, short = short, long
	}
	return strings.HasSuffix(strings.ToLower(r.Words(long.First, long.Last)), strings.ToLower(r.Words(short.First, short.Last)))
}

// root returns the index of the fullest name of a's bearer.
func (r *reader) root(n *text.Name) int {
	for i := range r.Names {
		if &r.Names[i] == n {
			return r.Names[i].Same
		}
	}
	return -1
}

// sameSufferers reports whether two mentions may be of the same people and nothing speaks against it.
func (r *reader) sameSufferers(old, s *sufferer) bool {
	switch {
	case old.implied || old.figure != nil && s.figure != nil && old.figure.hit.first == s.figure.hit.first:
		return false
	case old.name != nil && s.name != nil, r.opposed(old, s):
		return false
	case old.armed != s.armed && (old.armed || s.known && s.armed):
		return false
	case !compatible(old.status, s.status) || old.gender != "" && s.gender != "" && old.gender != s.gender || old.age != "" && s.age != "" && old.age != s.age:
		return false
	}
	if old.single() != s.single() {
		return false
	}
	if old.single() {
		return sameFate(old.effect, s.effect)
	}
	if old.subset != s.subset && !s.known && !old.samePart(s) {
		return false // "most of them women" are not all of them
	}
	if s.known || old.samePart(s) || s.qualifier == concord.Some || old.qualifier == concord.Some {
		return old.effect == s.effect || s.effect == "unknown" || old.effect == "unknown"
	}
	return (old.effect == s.effect || s.effect == "unknown" || old.effect == "unknown") && !old.subset && !s.subset && (s.low == old.low || r.revises(old, s))
}

// opposed reports whether the nouns for old and s are of two sides: soldiers and rebels.
func (r *reader) opposed(old, s *sufferer) bool {
	p, q := r.phraseOf(old.head), r.phraseOf(s.head)
	if p == nil || q == nil || !armedSides.has(p.noun.class) || !armedSides.has(q.noun.class) {
		return false
	}
	return forces.has(p.noun.class) != forces.has(q.noun.class)
}

// samePart reports whether s counts as many of the same kind as old, one of them as a part: "three children killed … including three children".
func (old *sufferer) samePart(s *sufferer) bool {
	return (old.subset || s.subset) && old.low == s.low && sameNumber(old.high, s.high) && old.status == s.status && s.status != concord.Anyone &&
		(old.partOf == nil || s.partOf == nil || old.partOf == s.partOf)
}

// newButSame reports whether "another" or "a second" may be somebody told of further above by what befell him, where two
// have been told of: "one dead, one hurt … the second man died".
func newButSame(list []*sufferer, old, s *sufferer) bool {
	singles := 0
	for _, other := range list {
		if other.single() {
			singles++
		}
	}
	return singles > 1 && old.effect == s.effect && old.single()
}

// revises reports whether the number of s is another word on the same people as old: from another source, or a toll.
func (r *reader) revises(old, s *sufferer) bool {
	if old.figure == nil || s.figure == nil {
		return false
	}
	return s.figure.frame == tollOf || old.figure.frame == tollOf || !sameSource(old.figure.claim.Source, s.figure.claim.Source) ||
		r.Tokens[old.head].Sentence != r.Tokens[s.head].Sentence && s.low > old.low
}

// sameFate reports whether two things may have befallen one person in one incident.
func sameFate(a, b string) bool {
	if a == b || a == "unknown" || b == "unknown" {
		return true
	}
	return a == "injured" && b == "killed" || a == "killed" && b == "injured" || a == "abducted" || b == "abducted"
}

// compatible reports whether people of one status may be those of the other.
func compatible(a, b concord.Status) bool {
	if a == b || a == concord.Anyone || b == concord.Anyone {
		return true
	}
	civil := func(s concord.Status) bool { return s != concord.Combatant && s != concord.Detainee }
	return a == concord.Civilian && civil(b) || b == concord.Civilian && civil(a)
}

// absorb adds to old what s says of the same people.
func (r *reader) absorb(old, s *sufferer) {
	if old.name == nil && s.name != nil {
		old.name = s.name
		if r.Tokens[s.head].POS != text.PRON && s.tally.name != nil {
			old.first, old.last, old.head = s.first, s.last, s.head
		}
	}
	old.gender, old.age = cmp.Or(old.gender, s.gender), cmp.Or(old.age, s.age)
	old.figures = append(old.figures, s.figures...)
	if gravity[s.effect] > gravity[old.effect] {
		old.effect = s.effect
	}
	if old.status == concord.Anyone && (old.single() || s.known || s.effect != "unknown" && s.qualifier != concord.Some) {
		old.status = s.status // "it hit rebels" does not say who the five dead are
	}
	if old.single() || s.known {
		return
	}
	if old.qualifier == concord.Some {
		old.low, old.high, old.qualifier, old.figure = s.low, s.high, s.qualifier, s.figure
		old.first, old.last, old.head = s.first, s.last, s.head
		return
	}
	if s.qualifier == concord.Some {
		return
	}
	old.low = min(old.low, s.low)
	if old.high != nil && (s.high == nil || *s.high > *old.high) {
		old.high = s.high
	}
}

// resolveParts finds who is one of a group that is counted too, and what then became of the rest of those who were shot.
func (r *reader) resolveParts(list []*sufferer) []*sufferer {
	taken := map[*sufferer]int{}
	for _, s := range list {
		if whole := r.wholeOf(list, s, taken); whole != nil {
			s.partOf = whole
			taken[whole] += s.low
		}
	}
	for _, whole := range slices.Clone(list) {
		if rest := r.restOf(list, whole); rest != nil {
			list = append(list, rest)
		}
	}
	return list
}

// wholeOf returns the group that already counts s, nil where none does.
func (r *reader) wholeOf(list []*sufferer, s *sufferer, taken map[*sufferer]int) *sufferer {
	if s.figure != nil && s.figure.part != nil {
		for _, whole := range list {
			if whole.figure == s.figure.part {
				return whole
			}
		}
	}
	for _, whole := range list {
		if whole == s || whole.single() || whole.partOf != nil || whole.low <= s.low && whole.high != nil || whole.qualifier == concord.Some || whole.armed != s.armed {
			continue
		}
		if !compatible(whole.status, s.status) || r.opposed(whole, s) || whole.high != nil && taken[whole]+s.low > *whole.high || r.sameTelling(whole, s) {
			continue
		}
		if whole.effect == s.effect || whole.effect == "casualties" || whole.effect == "unknown" || whole.effect == "injured" && s.effect == "killed" && r.weak(whole) && s.head > whole.head || s.effect == "unknown" {
			return whole
		}
	}
	return nil
}

// sameTelling reports whether one verb befell both, so that neither is part of the other: "killed four soldiers and a nurse".
func (r *reader) sameTelling(a, b *sufferer) bool {
	if a.figure == nil || b.figure == nil || b.figure.part == a.figure || a.figure.part == b.figure {
		return false
	}
	return a.figure.hit.first == b.figure.hit.first
}

// weak reports whether the words for what befell s leave open whether they lived: "shot".
func (r *reader) weak(s *sufferer) bool {
	return s.figure != nil && s.figure.weak()
}

// weak reports whether the words for what befell those whom f counts leave open whether they lived.
func (f *figure) weak() bool {
	for _, word := range [...]string{"shoot", "stab", "hit", "strike", "with a wound", "suffer a wound", "in critical", "in serious", "in grave"} {
		if strings.HasPrefix(f.hit.words, word) {
			return true
		}
	}
	return false
}

// restOf returns those of a group that was shot whose fate follows from that of the others, nil where nothing follows.
func (r *reader) restOf(list []*sufferer, whole *sufferer) *sufferer {
	if whole.effect != "injured" || whole.single() || !r.weak(whole) || whole.qualifier != concord.Exact {
		return nil
	}
	dead, hurt := 0, 0
	for _, s := range list {
		if s.partOf == whole {
			if s.effect == "killed" {
				dead += s.low
			} else {
				hurt += s.low
			}
		}
	}
	if dead == 0 {
		return nil
	}
	whole.effect = "casualties"
	left := whole.low - dead - hurt
	if left <= 0 {
		return nil
	}
	rest := *whole
	rest.low, rest.high, rest.effect, rest.partOf, rest.implied = left, &left, "injured", whole, true
	return &rest
}

// victims writes the list as it is published.
func (r *reader) victims(list []*sufferer) []concord.Victim {
	victims := make([]concord.Victim, 0, len(list))
	for _, s := range list {
		span := r.describedSpan(s)
		v := concord.Victim{Mention: span.Of(r.Text), Kind: "person", Status: s.status, CountLow: lowOf(s.low, s.high), CountHigh: s.high, Effect: s.effect, Span: span}
		if !s.single() {
			v.Kind = "group"
		}
		if s.name != nil && s.single() {
			full := r.Names[r.root(s.name)]
			name := r.Words(full.First, full.Last)
			v.Name = &name
		} else if p := r.phraseOf(s.head); p != nil && s.single() && r.properName(p) < p.last {
			name := r.Words(r.properName(p), p.last)
			v.Name = &name
		}
		if s.partOf != nil {
			at := slices.Index(list, s.partOf)
			v.PartOf = &at
		}
		victims = append(victims, v)
	}
	return victims
}

// describedSpan returns the words for s; for a person of whom they give the name alone, the first words of the report that say with the
// name who it is.
func (r *reader) describedSpan(s *sufferer) concord.Span {
	span := r.sufferersSpan(s)
	if s.name == nil || !s.single() || span.Len() > r.Span(s.name.First, s.name.Last).Len() {
		return span
	}
	for i := range r.Names {
		n := &r.Names[i]
		p := r.phraseOf(n.Last - 1)
		if p == nil || p.plural || p.name != n || n.Kind != text.PersonName || r.root(n) != r.root(s.name) {
			continue
		}
		if full := r.mention(p); full.Len() > r.Span(n.First, n.Last).Len() {
			return full
		}
	}
	return span
}

// sufferersSpan returns the words for s: its phrase as a role has it, without article, or its number alone.
func (r *reader) sufferersSpan(s *sufferer) concord.Span {
	p := r.phraseOf(s.head)
	if p == nil || p.head > s.head && r.quantityOf(s.head) == nil {
		return r.Span(s.first, s.last)
	}
	span := r.mention(p)
	if q := r.quantityOf(s.head); q != nil {
		span.Start = q.Number.Start
	}
	return span
}
