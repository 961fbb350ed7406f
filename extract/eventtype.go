package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
)

// retakes are the rows of lexicon/retake.tsv: verbs of taking what was one's own.
var retakes = sync.OnceValue(func() map[string]bool { return lexicon.Set("retake", "verb") })

// rank says which act of an account is its heart.
func (a act) rank() int {
	switch a {
	case rape:
		return 20
	case take, abduction, disrupt, hijack, robbery, chemical, suicide:
		return 15
	case protest, riot, mob, airstrike, shelling, grenade, explosion, burning, clash:
		return 12
	case arrest:
		return 9
	case hostility, shooting, offensive, ramming, impact:
		return 8
	case killing:
		return 6
	case harm, dead, loot:
		return 4
	}
	return 5
}

// typeEvent gives e the type of its own words, or that of its account where the account knows more.
func (r *reader) typeEvent(e *event) {
	if e.found.act == ceasefire {
		return // its step is its type
	}
	t, why := r.picture([]*event{e}).typed()
	if e.account != nil && e.account.Type.Group() != "" && violence.has(e.found.act) {
		t, why = e.account.Type, "its incident's"
	}
	e.claim.Event.Type = t
	e.claim.Trace.Parts = append(e.claim.Trace.Parts, concord.Trace{Rule: "type " + string(t), Why: why})
}

// effect is what became of the victims of e.
func (e *event) effect() string {
	switch e.found.act {
	case killing, dead:
		return "killed"
	case harm:
		return "injured"
	case abduction:
		return "abducted"
	case arrest:
		return "detained"
	}
	return "unknown"
}

func (e *event) objectEffect() string {
	switch e.found.act {
	case loot, burning:
		switch e.found.words[0] {
		case "destroy", "demolish", "raze", "burn", "level", "flatten", "wreck", "torch", "blow":
			return "destroyed"
		case "damage":
			return "damaged"
		case "loot", "rob", "steal", "plunder":
			return "taken"
		}
		return "damaged"
	case robbery, hijack:
		return "taken"
	}
	return "unknown"
}
