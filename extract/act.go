package extract

// act is what a trigger tells of, before it is known who did it to whom: "shot" is the same word whether police shot at
// protesters, soldiers at rebels or gunmen at a teacher. Typing turns the acts of an account and its roles into a
// concord.EventType.
type act uint8

// The acts, as lexicon/triggers.tsv names them.
const (
	noAct act = iota
	clash
	hostility // an attack of any kind
	offensive
	killing
	dead // a body, "left 20 dead"
	shooting
	harm
	ramming
	explosion
	suicide
	grenade
	airstrike
	shelling
	impact // a shell or rocket comes down
	chemical
	rape
	abduction
	protest
	dispersal
	riot
	mob
	agreement
	surrender
	arrest
	groupChange
	disrupt
	base
	loot
	burning
	hijack
	robbery
	take
	leave
	mobilise
	otherAct
	ceasefire
	talks
	talksFail
	mediation
	sanction
	diplomaticBreak
	aid
	aidBlock
	evacuation
	displacement
	siege
	release
	crime
	natural
	accident
	idle // an idiom that looks like an event: "took place"
	actCount
)

var actNames = [actCount]string{"", "clash", "hostility", "offensive", "killing", "dead", "shooting", "harm", "ramming", "explosion",
	"suicide", "grenade", "airstrike", "shelling", "impact", "chemical", "rape", "abduction", "protest", "dispersal", "riot", "mob",
	"agreement", "surrender", "arrest", "group", "disrupt", "base", "loot", "burning", "hijack", "robbery", "take", "leave",
	"mobilise", "other", "ceasefire", "talks", "talksfail", "mediation", "sanction", "break", "aid", "aidblock", "evacuation",
	"displacement", "siege", "release", "crime", "natural", "accident", "none"}

func (a act) String() string { return actNames[a] }

// acts is a set of acts.
type acts uint64

func actsOf(list ...act) (s acts) {
	for _, a := range list {
		s |= 1 << a
	}
	return s
}

func (s acts) has(a act) bool  { return s&(1<<a) != 0 }
func (s acts) any(t acts) bool { return s&t != 0 }
func (s acts) with(a act) acts { return s | 1<<a }

// Families of acts.
var (
	bodily     = actsOf(killing, dead, shooting, harm, ramming)
	means      = actsOf(explosion, suicide, grenade, airstrike, shelling, impact, chemical)
	assaults   = actsOf(hostility, clash, offensive)
	onThings   = actsOf(loot, burning)
	violence   = bodily | means | assaults | onThings | actsOf(rape, mob, riot, dispersal)
	unrest     = actsOf(protest, dispersal, riot, mob)
	againstLaw = actsOf(abduction, hijack, robbery)
)

// frame says who does it to whom.
type frame uint8

// The frames, as lexicon/triggers.tsv explains them.
const (
	agentPatient frame = iota
	patientGenitive
	patientSubject
	weaponSubject
	twoParties
)

var frameNames = map[string]frame{"ap": agentPatient, "pa": patientGenitive, "patient": patientSubject, "weapon": weaponSubject,
	"parties": twoParties}
