package extract

import (
	"cmp"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"
	"time"

	"concord"
	"concord/text"
)

// weighAccount writes the features that tell an account of one happening from talk about violence in general.
func (r *reader) weighAccount(s *sheet, a *account) {
	s.reset()
	s.add("bias")
	s.add("modality", string(a.Modality))
	victims, named := len(a.Victims), 0
	for _, v := range a.Victims {
		if v.Name != nil {
			named++
		}
	}
	s.add("victims", strconv.Itoa(min(victims, 3)))
	s.add("named", strconv.Itoa(min(named, 2)))
	s.add("objects", strconv.Itoa(min(len(a.Objects), 2)))
	hit := strconv.FormatBool(victims > 0) + strconv.FormatBool(len(a.Objects) > 0)
	s.add("hit", hit, strconv.FormatBool(len(a.Perpetrators) > 0))
	s.add("perpetrators", strconv.Itoa(min(len(a.Perpetrators), 2)))
	s.add("weapons", strconv.Itoa(min(len(a.Weapons), 2)))
	s.add("events", strconv.Itoa(min(len(a.events), 5)))
	r.weighWho(s, a)
	r.weighTime(s, a)
	if a.Where != nil {
		s.add("place", string(a.Where.Precision))
	} else {
		s.add("place", "none")
	}
	first := r.Tokens[a.events[0].head].Sentence
	s.add("begins", depth(first))
	s.add("begins share", strconv.Itoa(first*4/max(1, len(r.Sentences))))
	s.add("first account", strconv.FormatBool(a == r.accounts[0]))
	here := a.Where != nil && r.told(a.events[0], a.Where.Span)
	today := a.When != nil && r.told(a.events[0], a.When.Span)
	s.add("hit told", hit, strconv.FormatBool(here), strconv.FormatBool(today))
	r.weighClause(s, a.events[0])
	r.weighTelling(s, a)
}

// weighTelling notes what kind of happening it is, by the words for it and for those who took part.
func (r *reader) weighTelling(s *sheet, a *account) {
	s.add("type", string(a.Type))
	s.add("type modality", string(a.Type), string(a.Modality))
	seen := map[string]bool{}
	once := func(name string, values ...string) {
		if key := name + strings.Join(values, "="); !seen[key] {
			seen[key] = true
			s.add(name, values...)
		}
	}
	sentences := map[int]bool{}
	for _, e := range a.events {
		sentences[r.Tokens[e.head].Sentence] = true
		once("word", e.found.words[0])
		once("act", e.found.act.String())
		for _, x := range e.args {
			if x.phrase.pronoun {
				once("pronoun", roleNames[x.role], r.Tokens[x.phrase.head].Norm)
				continue
			}
			once("class", roleNames[x.role], strconv.Itoa(int(x.phrase.noun.class)))
			if x.phrase.name == nil {
				once("noun", roleNames[x.role], r.Tokens[x.phrase.head].Lemma)
			}
		}
	}
	for _, v := range a.Victims {
		once("victim", string(v.Status), v.Effect)
	}
	for _, v := range a.Objects {
		once("object", v.Kind, v.Effect)
	}
	s.add("told in", strconv.Itoa(min(len(sentences), 5)))
	s.add("said", strconv.FormatBool(len(a.events[0].claim.Source) > 0))
	s.add("rank", strconv.Itoa(min(slices.Index(r.accounts, a), 6)))
	s.add("accounts", strconv.Itoa(min(len(r.accounts), 8)))
	s.add("we", strconv.Itoa(r.manner.first))
	s.add("quotes", strconv.Itoa(r.manner.quotes))
}

// manner says how a report is told, in steps: how often in the first person, as speeches and comments are, and how much in quotes.
type manner struct{ first, quotes int }

func (r *reader) mannerOf() manner {
	first, quotes := 0, 0
	for i := range r.Tokens {
		switch r.Tokens[i].Norm {
		case "we", "our", "us", "i", "my":
			first++
		case `"`:
			quotes++
		}
	}
	n := max(1, len(r.Sentences))
	return manner{min(first*8/n, 6), min(quotes*4/n, 4)}
}

// weighWho notes how exactly those hit are told: by name, by number, one, or some of a kind.
func (r *reader) weighWho(s *sheet, a *account) {
	named, counted, one, some := false, false, false, false
	for _, e := range a.events {
		for _, x := range e.args {
			p := x.phrase
			if x.role != patient {
				continue
			}
			switch {
			case p.name != nil && p.name.Kind == text.PersonName:
				named = true
			case p.counted:
				counted = true
			case p.plural || p.noun.class.body():
				some = true
			default:
				one = true
			}
		}
	}
	s.add("who", strconv.FormatBool(named), strconv.FormatBool(counted), strconv.FormatBool(one), strconv.FormatBool(some))
	told := 0
	last := -1
	for _, e := range r.events {
		if at := r.Tokens[e.head].Sentence; at != last && violence.has(e.found.act) {
			told, last = told+1, at
		}
	}
	s.add("density", strconv.Itoa(told*5/max(1, len(r.Sentences))))
	s.add("sentences", depth(len(r.Sentences)/2))
}

// depth puts the number of a sentence into a bucket.
func depth(sentence int) string {
	switch {
	case sentence <= 1:
		return "top"
	case sentence <= 4:
		return "high"
	case sentence <= 12:
		return "middle"
	}
	return "low"
}

// weighTime notes how exactly, and how long before the report, the account happened.
func (r *reader) weighTime(s *sheet, a *account) {
	if a.When == nil {
		s.add("time", "none")
		return
	}
	told, precision := "implied", concord.ToDay
	if a.When.Span != nil {
		told = "told"
		if a.When.Precision != concord.Unknown {
			precision = a.When.Precision
		}
	}
	s.add("time", told, string(precision))
	day, _, ok := a.When.From.Bounds()
	published, _, known := r.Report.Published.Bounds()
	if ok && known {
		s.add("age", told, age(published.Sub(day)))
	}
}

func age(d time.Duration) string {
	switch days := int(d.Hours() / 24); {
	case days < 0:
		return "ahead"
	case days <= 3:
		return "days"
	case days <= 31:
		return "month"
	case days <= 366:
		return "year"
	}
	return "years"
}

// weighClause notes how the words of an event stand in their sentence.
func (r *reader) weighClause(s *sheet, e *event) {
	t := &r.Tokens[e.head]
	s.add("voice", r.voice(e))
	s.add("clause", t.Rel.String(), string(e.found.pos))
	s.add("event modality", string(e.claim.Modality))
	if t.Tag == text.NNS {
		s.add("plural", string(e.found.pos))
	}
	if e.found.pos == 'v' {
		aux := ""
		if i := r.Child(e.head, text.Aux); i >= 0 {
			aux = r.Tokens[i].Norm
		}
		s.add("tense", t.Tag.String(), aux)
		s.add("person", r.personOf(e.head))
	}
	if r.definite(e) {
		s.add("definite")
	}
}

// personOf returns the pronoun that is the subject of the verb, empty where it is a noun.
func (r *reader) personOf(verb int) string {
	if i := r.subject(verb); i >= 0 && r.Tokens[i].POS == text.PRON {
		return r.Tokens[i].Norm
	}
	return ""
}

// incidentExamples are the decisions whether an account is an incident of the key.
func (models Models) incidentExamples(lessons []Lesson) (examples []example) {
	for i := range lessons {
		l := &lessons[i]
		r := models.newReader(l.Doc, l.Mentions)
		r.readStatements()
		r.readEvents()
		r.readFigures()
		r.befall()
		r.gather()
		s := &sheet{named: true}
		told := l.incidentsOf(r.accounts)
		for _, a := range r.accounts {
			if len(l.keysOf(a.Type)) == 0 && !taught(a.Type) {
				continue
			}
			class, share := 0, 1.0
			if k := told[a]; k != nil {
				class = 1
				if k.Optional {
					share = optionalShare
				}
			}
			r.weighAccount(s, a)
			examples = append(examples, example{append([]string(nil), s.names...), class, share})
		}
	}
	return examples
}

// optionalShare is the weight of an account of which the keys leave open whether it is an incident.
const optionalShare = 0.4

// taught reports whether the model was taught the type at all.
func taught(t concord.EventType) bool {
	switch t {
	case concord.AttackOnCivilians, concord.Bombing, concord.Abduction, concord.Arson, concord.Robbery, concord.Hijacking, concord.AirStrike,
		concord.Shelling, concord.Grenade, concord.LootingOrDestruction, concord.MobViolence, concord.SuicideBomb, concord.SexualViolence,
		concord.ChemicalWeapon, concord.ExcessiveForceAgainstProtesters, concord.DisruptedWeaponsUse:
		return true
	}
	return false
}

// incidentsOf returns the key that each account tells of, if any. One key is one account's: that which has most in common with it; what
// else is told of it is no incident of its own.
func (l *Lesson) incidentsOf(accounts []*account) map[*account]*Key {
	type pair struct {
		a      *account
		k      *Key
		common float64
	}
	var pairs []pair
	for _, a := range accounts {
		for _, k := range l.keysOf(a.Type) {
			if common := k.common(a); common > 0 {
				pairs = append(pairs, pair{a, k, common})
			}
		}
	}
	slices.SortStableFunc(pairs, func(x, y pair) int { return cmp.Compare(y.common, x.common) })
	told, taken := map[*account]*Key{}, map[*Key]bool{}
	for _, p := range pairs {
		if told[p.a] == nil && !taken[p.k] {
			told[p.a], taken[p.k] = p.k, true
		}
	}
	return told
}

// common counts those whom an account and a key both name: those hit fully, perpetrators half, since they have a hand in many incidents.
func (k *Key) common(a *account) (count float64) {
	for _, v := range a.Victims {
		if fillerOf(k.Victims, v.Mention) >= 0 || v.Name != nil && fillerOf(k.Victims, *v.Name) >= 0 {
			count++
		}
	}
	for _, o := range a.Objects {
		if fillerOf(k.Objects, o.Mention) >= 0 {
			count++
		}
	}
	for _, p := range a.Perpetrators {
		if fillerOf(k.Perpetrators, p.Mention) >= 0 {
			count += 0.5
		}
	}
	if count == 0 && len(a.Victims)+len(a.Objects)+len(k.Victims)+len(k.Objects) == 0 {
		return 0.1
	}
	return count
}

// An account is an incident of its own where the model holds it for one with at least this probability: surelyNone where it says enough.
const (
	surelyNone = 0.05
	likelyOne  = 0.25
)

// substantial reports whether an account says enough of one happening to stand whatever the model holds: whom it befell, on
// which day, and where; of fire from afar also how many with one of these, or what it hit there. The keys that the model learned from tell
// of no such wars.
func (r *reader) substantial(a *account) bool {
	when, where, aimed := false, false, false
	for _, e := range a.events {
		aimed = aimed || e.has(patient)
		when = when || e.claim.When != nil && e.claim.When.Precision == concord.ToDay && r.told(e, e.claim.When.Span)
		where = where || e.claim.Where != nil && r.told(e, e.claim.Where.Span)
	}
	hits := len(a.Victims)+len(a.Objects) > 0
	return when && where && (hits || remote(a)) || a.Modality == concord.Asserted && (r.leads(a) || remote(a) && ((when || where) && counts(a) || where && aimed))
}

// listed reports whether an account stands in an item of its own, as the news of a list, a live blog or a transcript do, and says how many
// it befell, or what happened there.
func (r *reader) listed(a *account) bool {
	if a.Modality != concord.Asserted || r.itemOf(a.events[0].head) == 0 {
		return false
	}
	where := slices.ContainsFunc(a.events, func(e *event) bool { return e.claim.Where != nil && r.told(e, e.claim.Where.Span) })
	aimed := slices.ContainsFunc(a.events, func(e *event) bool { return e.has(patient) })
	counted := slices.ContainsFunc(a.events, func(e *event) bool { p := r.phraseOf(e.head); return p != nil && p.counted && e.found.pos == 'n' })
	return counts(a) || where && (counted || len(a.Victims)+len(a.Objects) > 0 || remote(a) || aimed && a.Type == concord.Bombing)
}

// recorded reports whether an account says all that a record of casualties asks for: how many, when and where.
func (r *reader) recorded(a *account) bool {
	return a.Modality == concord.Asserted && counts(a) && a.Where != nil && a.Where.Span != nil && r.tells(a, a.Where.Span) && a.When != nil && r.dated(a) && a.When.Precision != concord.ToYear
}

// counts reports whether an account says how many were killed, hurt or taken.
func counts(a *account) bool {
	return slices.ContainsFunc(a.sufferers, func(x *sufferer) bool { return x.figure != nil && x.stated && gravity[x.effect] >= gravity["abducted"] })
}

// remote reports whether an account tells of fire from afar, which is an incident though nobody says whom it hit.
func remote(a *account) bool {
	return a.Type == concord.AirStrike || a.Type == concord.Shelling || a.Type == concord.ChemicalWeapon
}

// inGeneral reports whether e's noun tells of no day, place or side of its own: a plural such as "after long army sieges", or, where the
// report is about something else, a deal or talks that are only mentioned.
func (r *reader) inGeneral(e *event) bool {
	p := r.phraseOf(e.head)
	if e.found.pos != 'n' || p == nil || p.counted || e.found.act == ceasefire || slices.ContainsFunc(e.args, func(a argument) bool { return a.how != "before the noun" }) {
		return false
	}
	when, where := e.claim.When, e.claim.Where
	if when != nil && r.told(e, when.Span) || where != nil && r.told(e, where.Span) {
		return false
	}
	late := r.Tokens[e.head].Sentence >= leadAccount && !violence.has(e.found.act) && e.found.act != natural && e.found.act != accident
	return late || r.Tokens[e.head].Tag == text.NNS && !p.definite
}

// leadAccount is how many sentences of a report tell what it is about.
const leadAccount = 3

// leads reports whether the report begins with an account, and tells whom it killed, hurt or took.
func (r *reader) leads(a *account) bool {
	return r.Tokens[a.events[0].head].Sentence < leadAccount && slices.ContainsFunc(a.Victims, func(v concord.Victim) bool { return gravity[v.Effect] >= gravity["abducted"] })
}

// explainIncident writes into the trace of an account's first event why it is held to be an incident: the features that counted most.
func (r *reader) explainIncident(model *weights, a *account) {
	s := sheet{named: true}
	r.weighAccount(&s, a)
	a.events[0].because("incident", fmt.Sprintf("probability %.2f", model.probability(&s)), model.reasons(&s, 0), math.Abs)
}

// drop takes away the accounts that the incident model holds to be none; their events stay as claims.
func (r *reader) drop() {
	model := r.models["incident"]
	if model == nil {
		return
	}
	var s sheet
	kept := r.accounts[:0:0]
	for _, a := range r.accounts {
		if !slices.ContainsFunc(a.events, func(e *event) bool { return !r.inGeneral(e) }) {
			r.dissolve(a, kept)
			continue
		}
		if !taught(a.Type) || a.Modality == concord.Asserted && len(r.Sentences) <= 3 {
			kept = append(kept, a)
			continue
		}
		least := likelyOne
		if r.substantial(a) {
			least = surelyNone
		}
		if r.listed(a) || r.recorded(a) {
			least = 0 // the keys are of plain stories and leave out what was long ago, so that the model has seen no lists and no histories
		}
		if a.Type.Group() == concord.Battles && (a.When != nil && r.tells(a, a.When.Span) || a.Where != nil && r.tells(a, a.Where.Span)) {
			least = 0 // the keys leave out fights between the armed, so that the model has not seen them
		}
		r.weighAccount(&s, a)
		if model.probability(&s) >= least {
			kept = append(kept, a)
			r.explainIncident(model, a)
			continue
		}
		r.dissolve(a, kept)
	}
	r.accounts = kept
}

// dissolve takes a's events out of it; they stay as claims. What points back ("the attack") goes with the violence told last before.
func (r *reader) dissolve(a *account, before []*account) {
	for _, e := range a.events {
		e.account = nil
		if r.pointsBack(e) {
			e.account = r.toldLast(e, before)
		}
	}
}

// toldLast returns the account of violence that was told last before e, nil where none was.
func (r *reader) toldLast(e *event, before []*account) *account {
	for _, b := range slices.Backward(before) {
		if b.Modality == concord.Asserted && taught(b.Type) && b.events[0].head < e.head {
			return b
		}
	}
	return nil
}
