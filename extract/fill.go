package extract

import (
	"cmp"
	"slices"
	"strings"
	"unicode"

	"concord"
	"concord/text"
)

// fillRoles turns the arguments of an account's events into its perpetrators, objects and weapons.
func (r *reader) fillRoles(a *account) {
	for _, e := range a.events {
		for _, x := range e.args {
			switch c := x.phrase.noun.class; {
			case x.phrase.pronoun || r.Tokens[x.phrase.head].Norm == "other" || r.leftOpen(x.phrase) || r.apposed(e, x.phrase) != nil:
			case x.role == agent && (e.claim.Modality == concord.Denied && a.Modality != concord.Denied || r.isLabel(x.phrase.head) || r.isStruck(x.phrase) || r.isNumber(x.phrase) || force.has(e.found.act) && r.onlyTells(x.phrase) || e.found.act == displacement && !c.armed() && !c.body()):
			case x.role == agent && (c.people() || c == noClass && x.phrase.name != nil):
				r.addPerpetrator(a, x.phrase)
			case x.role == instrument:
				r.addWeapon(a, x.phrase)
			case x.role == patient && c.thing() && x.how == `after "at"` && actsOf(killing, dead, harm).has(e.found.act): // people were killed there
			case x.role == patient && c.thing() && c != territory, x.role == scene && means.has(e.found.act):
				r.addObject(a, x.phrase, cmp.Or(x.effect, e.objectEffect()))
			}
		}
		if !violence.has(e.found.act) && force.has(e.found.act) {
			if p := r.speakerDoing(e); p != nil && !r.onlyTells(p) {
				r.addPerpetrator(a, p) // "the rebels said |they| had taken the town"
			}
		}
	}
}

// leftOpen reports whether p is one of two whom "or" leaves open: "Russian or Syrian strikes", "either the army or the rebels".
func (r *reader) leftOpen(p *phrase) bool {
	if p.first > 0 && r.Tokens[p.first-1].Norm == "either" {
		return true
	}
	if p.first < 2 || r.Tokens[p.first-1].Norm != "or" {
		return r.isAlternative(p)
	}
	q := r.phraseOf(p.first - 2)
	return r.nationAt(p.head) != nil && r.nationAt(p.first-2) != nil || q != nil && q.first > 0 && r.Tokens[q.first-1].Norm == "either"
}

// isLabel reports whether token i names the speaker of a turn, before a colon.
func (r *reader) isLabel(i int) bool {
	return slices.ContainsFunc(r.statements, func(s *statement) bool { return s.rule == "statement/colon" && s.source[0] <= i && i < s.source[1] })
}

// onlyTells reports whether p is a voice that tells of violence and does none: a monitor, a newspaper, an aid group.
func (r *reader) onlyTells(p *phrase) bool {
	if p.actor != nil && p.actor.Side == concord.ArmedGroupSpeaker || p.noun.class.armed() {
		return false
	}
	kind, known := r.kindIn([2]int{p.first, p.last})
	if p.actor != nil && p.actor.Side != "" && p.actor.Side != concord.OtherSpeaker {
		kind, known = p.actor.Side, true
	}
	switch kind {
	case concord.Monitor, concord.Media, concord.NGO, concord.Rescue, concord.MedicalVoice:
		return known // "a missile struck as rescuers arrived, killing two"
	case concord.Witness, concord.Unnamed:
		return known && r.speaks(p.head) // "shells hit the town, rescuers said, killing nine"
	}
	return false
}

// force are the acts that need arms or power over others.
var force = violence | againstLaw | actsOf(take, siege, displacement, arrest, abduction)

// isStruck reports whether a number of people is known to have been killed or hurt, so that a headline's grammar errs where it has them
// do it: "Four people killed including a child". Those who attack may be among the dead.
func (r *reader) isStruck(p *phrase) bool {
	if c := p.noun.class; c == gunman || c == criminal || c.body() || r.isNamed(p) && !p.counted {
		return false
	}
	return slices.ContainsFunc(r.struck, func(f *figure) bool {
		return f.tally.first <= p.head && p.head < f.tally.last && f.tally.stated && (f.measure == concord.Killed || f.measure == concord.Injured)
	})
}

// nearWeapon is how many tokens from the words of an event a weapon may stand to be the one used.
const nearWeapon = 6

// fillWeapons adds the weapons named beside the words of violence, and what the words themselves tell of the means: "shot dead".
func (r *reader) fillWeapons(a *account) {
	for _, e := range a.events {
		if !(means | bodily | actsOf(hostility)).has(e.found.act) || e.claim.Modality != concord.Asserted {
			continue
		}
		for i := range r.mentions.Weapons {
			w := &r.mentions.Weapons[i]
			at := r.TokenAt(w.Start)
			if r.Tokens[min(at, len(r.Tokens)-1)].Sentence != r.Tokens[e.head].Sentence || distance(at, e.head) > nearWeapon || r.inDaysAfter(e, w.Span) || w.Kind == "vehicle" || w.Kind == "other" {
				continue
			}
			if r.belongsToHit(a, r.TokenAt(w.End-1)) || w.Kind == "aircraft" && a.Type != concord.AirStrike || a.hasWeapon(w.Kind) {
				continue
			}
			r.addWeapon(a, &phrase{first: at, last: r.TokenAt(w.End-1) + 1, head: at})
		}
	}
	for _, e := range a.events {
		if kind := meansOf(e); kind != "" && !a.hasWeapon(kind) {
			span := r.Span(e.head, e.head+1)
			a.Weapons = append(a.Weapons, concord.WeaponUsed{Mention: span.Of(r.Text), Kind: kind, Span: span})
		}
	}
}

// belongsToHit reports whether the weapon whose words end at token i was not used but hit, or only says what kind of thing another is: "bombed an
// |ammunition| depot".
func (r *reader) belongsToHit(a *account, i int) bool {
	p := r.phraseOf(i)
	if p == nil || r.eventOf[p.head] != nil {
		return false
	}
	return p.head != i && p.noun.class.thing() && p.noun.class != arms || slices.ContainsFunc(a.events, func(e *event) bool {
		return slices.ContainsFunc(e.args, func(x argument) bool { return x.phrase == p && x.role == patient })
	})
}

// hasWeapon reports whether the account has a weapon of the kind, or of one like it.
func (a *account) hasWeapon(kind string) bool {
	return slices.ContainsFunc(a.Weapons, func(w concord.WeaponUsed) bool {
		return w.Kind == kind || (w.Kind == "bomb" || w.Kind == "explosive") && (kind == "bomb" || kind == "explosive")
	})
}

// meansOf returns the kind of weapon that a verb or noun of violence implies.
func meansOf(e *event) string {
	switch w := e.found.words[0]; {
	case e.found.act == shooting, w == "shoot", w == "gun":
		return "firearm"
	case e.found.act == explosion:
		return "explosive"
	}
	return ""
}

// apposed returns the named person whom phrase p only describes: "Juan Perez, mayor of Achi"; nil where it describes nobody named.
func (r *reader) apposed(e *event, p *phrase) *phrase {
	if p.name != nil && p.name.Kind == text.PersonName || p.plural || !p.noun.class.people() {
		return nil
	}
	for _, x := range e.args {
		n := x.phrase
		if n != p && n.name != nil && n.name.Kind == text.PersonName && !n.plural && r.adjoins(n, p) {
			return n
		}
	}
	return nil
}

// adjoins reports whether two phrases stand side by side as one and the same: parted by a comma, a bracket, or "of" words.
func (r *reader) adjoins(name, title *phrase) bool {
	if r.Tokens[name.head].Rel == text.Appos && r.Tokens[name.head].Head == title.head || r.Tokens[title.head].Rel == text.Appos && r.Tokens[title.head].Head == name.head {
		return true
	}
	if title.first >= name.last {
		return title.first <= name.last+2 && r.Tokens[name.last].POS == text.PUNCT
	}
	end := r.withOf(title)
	return end < name.first && end+2 >= name.first && r.Tokens[end].POS == text.PUNCT
}

// withOf returns the end of the phrase with an "of" phrase that follows: "mayor of Achi", "offices of labor unions".
func (r *reader) withOf(p *phrase) int {
	if p.last+1 < len(r.Tokens) && r.Tokens[p.last].Norm == "of" && r.Tokens[p.last].Sentence == r.Tokens[p.head].Sentence {
		if q := r.phraseOf(p.last + 1); q != nil && q.first == p.last+1 {
			return q.last
		}
	}
	return p.last
}

// mention returns the words of one who took part: with an "of" phrase, and for a named person with the apposition that says who it is.
func (r *reader) mention(p *phrase) concord.Span {
	span := r.mentionSpan(p)
	if p.name == nil || p.name.Kind != text.PersonName {
		span.End = r.Tokens[r.withOf(p)-1].End
		return span
	}
	for i := max(0, p.first-12); i < min(len(r.Tokens), p.last+3); i++ {
		q := r.phraseOf(i)
		if q == nil || q == p || q.plural || q.pronoun || !q.noun.class.people() || q.name != nil && q.name.Kind == text.PersonName {
			continue
		}
		if r.Tokens[q.head].Sentence == r.Tokens[p.head].Sentence && r.adjoins(p, q) {
			of := r.mentionSpan(q)
			of.End = r.Tokens[r.withOf(q)-1].End
			return concord.Span{Start: min(span.Start, of.Start), End: max(span.End, of.End)}
		}
	}
	return span
}

// sameWords reports whether two mentions are written alike, line breaks, articles and numbers apart.
func sameWords(a, b string) bool {
	for a != b {
		var x, y string
		if x, a = cutWord(a); x == "" {
			y, _ = cutWord(b)
			return y == ""
		}
		if y, b = cutWord(b); strings.ToLower(x) != strings.ToLower(y) {
			return false
		}
	}
	return true
}

// cutWord returns the first word of a text, "" where it has none, and what stands after it.
func cutWord(s string) (word, rest string) {
	s = strings.TrimLeftFunc(s, unicode.IsSpace)
	if end := strings.IndexFunc(s, unicode.IsSpace); end >= 0 {
		return s[:end], s[end:]
	}
	return s, ""
}

func (r *reader) addWeapon(a *account, p *phrase) {
	span := r.mentionSpan(p)
	for i := range a.Weapons {
		if sameWords(a.Weapons[i].Mention, span.Of(r.Text)) {
			return
		}
	}
	a.Weapons = append(a.Weapons, concord.WeaponUsed{Mention: span.Of(r.Text), Kind: r.weaponKind(p), Span: span})
}

// weaponKind returns the kind of the weapon mention that the phrase holds.
func (r *reader) weaponKind(p *phrase) string {
	span := r.Span(p.first, p.last)
	for _, w := range r.mentions.Weapons {
		if w.Overlaps(span) {
			return w.Kind
		}
	}
	return "other"
}

func (r *reader) addObject(a *account, p *phrase, effect string) {
	span := r.mention(p)
	for i := range a.Objects {
		q := a.objects[i]
		if r.Tokens[q.head].Lemma == r.Tokens[p.head].Lemma && p.plural == q.plural && (!p.counted || !q.counted || p.low == q.low) {
			if a.Objects[i].Effect == "unknown" {
				a.Objects[i].Effect = effect
			}
			return
		}
	}
	a.Objects = append(a.Objects, concord.ObjectHit{Mention: span.Of(r.Text), Kind: objectKind(p.noun.class), CountLow: lowOf(p.low, p.high), CountHigh: p.high, Effect: effect, Span: span})
	a.objects = append(a.objects, p)
}

// lowOf returns the least number of those told of; nil where only a plural, or "several", says how many.
func lowOf(low int, high *int) *int {
	if low == 2 && high == nil {
		return nil
	}
	return &low
}

func objectKind(c class) string {
	switch c {
	case building, post:
		return "building"
	case vehicle:
		return "vehicle"
	case aircraft:
		return "aircraft"
	case infrastructure:
		return "infrastructure"
	case land:
		return "land"
	}
	return "other"
}
