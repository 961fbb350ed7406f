package extract

import (
	"concord"
)

// picture is what decides the type of an event: the acts that are told of it, and who did them to whom.
type picture struct {
	main             act
	acts             acts // those told
	signals          acts // those that other words point to
	agents, patients classes
	parties          classes
	instruments      classes
	foreign          bool // the agent is another state than the one where it happened
	retaken          bool // the words say that the place was theirs before
	unopposed        bool // … that nobody fought
	townsfolk        bool // several who bear no arms are the agents: "villagers", "residents"
	shotInAir        bool
	eachOther        bool // the two sides are alike: "each other", "rival groups"
	words            string
}

// all returns the acts told and signalled.
func (p *picture) all() acts { return p.acts | p.signals }

// typed returns the type of event and the reason.
func (p *picture) typed() (concord.EventType, string) {
	for _, rule := range typeRules {
		if t, why := rule(p); t != "" {
			return t, why
		}
	}
	return concord.OtherStrategic, p.main.String()
}

// typeRules are asked in turn.
var typeRules = [...]func(*picture) (concord.EventType, string){
	notOfConflict, sexualViolence, unrestType, territoryType, meansType, againstCivilians, fightingType, strategicType, humanitarianType,
}

func notOfConflict(p *picture) (concord.EventType, string) {
	switch {
	case p.main == natural, p.acts.has(natural) && !p.acts.any(assaults|means|actsOf(shooting)):
		return concord.NaturalDisaster, "a force of nature"
	case p.main == accident && !p.acts.any(assaults|actsOf(shooting, suicide, airstrike)), p.acts.has(accident) && !p.acts.any(assaults|means|actsOf(shooting)):
		return concord.ManMadeDisaster, "an accident"
	case p.main == crime:
		return concord.OrganisedCrime, "a crime for gain"
	}
	return "", ""
}

func sexualViolence(p *picture) (concord.EventType, string) {
	if p.acts.has(rape) && !p.acts.has(protest) && p.main != arrest {
		return concord.SexualViolence, "sexual violence"
	}
	return "", ""
}

// unrestType tells protests, riots and mobs apart by who uses force.
func unrestType(p *picture) (concord.EventType, string) {
	everybody := p.agents | p.patients | p.parties
	crowd := everybody.any(classesOf(protester)) || p.all().has(protest)
	if p.main == disrupt || p.main == crime {
		return "", ""
	}
	switch {
	case p.acts.has(protest) && p.main != rape, crowd && (p.acts.any(unrest|bodily|assaults) || p.main == arrest || p.acts.any(onThings)):
		return p.protestType(everybody)
	case p.acts.has(mob) && !p.agents.any(armedSides), p.agents.any(classesOf(mobster)) && p.acts.any(violence),
		p.signals.has(mob) && p.agents&(armedSides|outlaws) == 0 && p.acts.any(bodily|assaults) && !p.acts.any(means):
		return concord.MobViolence, "a mob"
	case p.acts.has(riot) && !p.eachOther && p.main != clash:
		return concord.ViolentDemonstration, "a riot"
	case p.acts.has(riot), p.main == clash && p.unarmedOnly(everybody):
		return concord.MobViolence, "a fight of people who bear no arms"
	case p.townsfolk && p.acts.any(bodily|actsOf(hostility, burning)) && !p.acts.any(means) && p.agents&(armedSides|outlaws) == 0:
		return concord.MobViolence, "people of the place take the law into their hands"
	case p.acts.has(dispersal):
		return concord.ProtestWithIntervention, "a crowd dispersed"
	}
	return "", ""
}

// unarmedOnly reports whether those who fight are known, and none of them bears arms.
func (p *picture) unarmedOnly(everybody classes) bool {
	return everybody.any(classesOf(civilian, mobster, protester, person)) && everybody&(armedSides|outlaws|classesOf(government)) == 0
}

func (p *picture) protestType(everybody classes) (concord.EventType, string) {
	rioting := p.all().has(riot) || p.acts.any(onThings) && !p.agents.any(forces) || p.acts.any(actsOf(clash)) && p.parties.any(classesOf(protester)) ||
		p.acts.has(hostility) && p.agents.any(classesOf(protester))
	force := (p.acts.any(actsOf(killing, shooting, dead)) || p.acts.has(harm) && p.agents|p.patients != 0) && !p.shotInAir && p.agents&(rebelSide|outlaws) == 0 || p.acts.any(bodily) && (p.agents.any(forces) || p.patients.any(classesOf(protester)) || everybody.any(forces))
	switch {
	case rioting:
		return concord.ViolentDemonstration, "protesters use force"
	case force:
		return concord.ExcessiveForceAgainstProtesters, "protesters are hurt"
	case p.all().has(dispersal), p.acts.has(arrest):
		return concord.ProtestWithIntervention, "police step in"
	}
	return concord.PeacefulProtest, "a protest"
}

// territoryType tells who holds the place now, and whether they fought for it.
func territoryType(p *picture) (concord.EventType, string) {
	if !p.acts.has(take) {
		return "", ""
	}
	switch {
	case p.unopposed, p.acts.has(leave) && !p.acts.any(assaults|means|bodily):
		return concord.NonViolentTransferOfTerritory, "taken without a fight"
	case p.agents.any(rebelSide) && !p.agents.any(forces), p.foreign && !p.retaken:
		return concord.NonStateActorOvertakesTerritory, "taken by an armed group or another state"
	case p.agents.any(stateSide), p.retaken:
		return concord.GovernmentRegainsTerritory, "taken by the state"
	}
	return concord.NonStateActorOvertakesTerritory, "taken"
}

// meansType goes by the weapon.
func meansType(p *picture) (concord.EventType, string) {
	if p.main == disrupt || p.main == arrest || p.main == protest {
		return "", ""
	}
	fought := p.acts.has(clash) && p.main == clash
	violent := p.acts.any(bodily | assaults | means | onThings)
	switch told := p.acts; {
	case p.all().has(chemical) && (violent || told.has(chemical)):
		return concord.ChemicalWeapon, "a chemical weapon"
	case p.all().has(suicide) && (violent || told.has(suicide)):
		return concord.SuicideBomb, "the bomber dies"
	case fought:
		return "", ""
	case told.has(airstrike), p.signals.has(airstrike) && (told.any(means) || p.agents.has(aircraft) || p.instruments.has(aircraft)):
		return concord.AirStrike, "from the air"
	case p.signals.has(airstrike) && violent && !p.patients.has(aircraft) && !p.acts.any(actsOf(shelling, explosion)) && p.main != abduction:
		return concord.AirStrike, "aircraft"
	case told.any(actsOf(shelling, impact)):
		return concord.Shelling, "shells, rockets or missiles"
	case p.all().has(grenade) && violent:
		return concord.Grenade, "a grenade"
	case told.has(explosion):
		return concord.Bombing, "a bomb or mine"
	case p.signals.has(shelling) && told.any(assaults|bodily|onThings) && (p.instruments.has(arms) || p.agents == 0):
		return concord.Shelling, "shells, rockets or missiles"
	case p.signals.has(explosion) && told.any(assaults|bodily|onThings) && (p.instruments.has(arms) || p.agents == 0):
		return concord.Bombing, "a bomb or mine"
	}
	return "", ""
}

func againstCivilians(p *picture) (concord.EventType, string) {
	if p.acts.has(loot) && p.acts&^actsOf(loot, hostility, burning) == 0 && !p.patients.any(persons|classesOf(post)) {
		return concord.LootingOrDestruction, "property"
	}
	switch p.main {
	case abduction:
		return concord.Abduction, "taken away"
	case hijack:
		return concord.Hijacking, "a vehicle seized"
	case robbery:
		return concord.Robbery, "a robbery"
	case burning:
		if p.acts.any(bodily) && p.patients.any(persons) {
			q := *p
			q.main = killing // a raid in which houses burned too
			return fightingType(&q)
		}
		return concord.Arson, "set on fire"
	case loot:
		return concord.LootingOrDestruction, "property"
	}
	return "", ""
}

// fightingType tells fights between the armed from attacks on those who are not.
func fightingType(p *picture) (concord.EventType, string) {
	switch p.main {
	case clash, hostility, offensive, killing, dead, shooting, harm, ramming:
	default:
		return "", ""
	}
	hit := p.patients
	switch {
	case hit.any(unarmed) && p.main != clash:
		return concord.AttackOnCivilians, "on people who do not fight"
	case hit.any(outlaws) && p.agents.any(forces):
		return concord.ArmedClash, "forces on armed outlaws"
	case p.acts.has(clash) && p.main == clash:
		return concord.ArmedClash, "both sides fight"
	case hit.any(armedSides.with(post)), p.main == offensive, p.parties.any(armedSides):
		return concord.ArmedClash, "on people who fight"
	case p.acts.has(clash) && !hit.any(persons|thingsHit):
		return concord.ArmedClash, "both sides fight"
	}
	return concord.AttackOnCivilians, "on people not said to fight"
}

// plain are the types of acts that need no more to be known.
var plain = map[act]concord.EventType{
	agreement: concord.AgreementMade, surrender: concord.AgreementMade, arrest: concord.Arrest, groupChange: concord.ChangeToGroup,
	disrupt: concord.DisruptedWeaponsUse, base: concord.BaseEstablished, leave: concord.NonViolentTransferOfTerritory,
	mobilise: concord.Mobilisation, otherAct: concord.OtherStrategic, aid: concord.AidDelivered, aidBlock: concord.AidBlocked,
	evacuation: concord.Evacuation, displacement: concord.Displacement, siege: concord.Siege, release: concord.PrisonerRelease,
	talks: concord.Talks, talksFail: concord.TalksFailed, mediation: concord.Mediation, sanction: concord.Sanction,
	diplomaticBreak: concord.DiplomaticBreak,
}

func strategicType(p *picture) (concord.EventType, string) { return plain[p.main], p.main.String() }

func humanitarianType(p *picture) (concord.EventType, string) { return "", "" }
