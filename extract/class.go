package extract

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

func (s classes) has(c class) bool { return s&(1<<c) != 0 }

func (s classes) any(t classes) bool { return s&t != 0 }

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
