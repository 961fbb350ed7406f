package extract

import (
	"cmp"
	"slices"

	"concord"
)

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
			if _, decided := r.surelyIncident(a); decided || len(l.keysOf(a.Type)) == 0 && !taught(a.Type) {
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
