package concord

import "slices"

// EventType is the code of what happened. [EventTypes] says how each maps to ACLED, PLOVER and UCDP.
type EventType string

// Group is a family of event types.
type Group string

// The groups.
const (
	Battles          Group = "battles"
	Explosions       Group = "explosions and remote violence"
	AgainstCivilians Group = "violence against civilians"
	Protests         Group = "protest and riot"
	Strategic        Group = "strategic"
	Ceasefires       Group = "ceasefire"
	Diplomacy        Group = "diplomacy"
	Humanitarian     Group = "humanitarian"
	NotOfConflict    Group = "not of the conflict"
)

// The types of event.
const (
	ArmedClash                      EventType = "armed_clash"
	GovernmentRegainsTerritory      EventType = "government_regains_territory"
	NonStateActorOvertakesTerritory EventType = "non_state_actor_overtakes_territory"

	AirStrike      EventType = "air_strike"
	Shelling       EventType = "shelling"
	SuicideBomb    EventType = "suicide_bomb"
	Bombing        EventType = "bombing"
	Grenade        EventType = "grenade"
	ChemicalWeapon EventType = "chemical_weapon"

	AttackOnCivilians EventType = "attack"
	SexualViolence    EventType = "sexual_violence"
	Abduction         EventType = "abduction"

	PeacefulProtest                 EventType = "peaceful_protest"
	ProtestWithIntervention         EventType = "protest_with_intervention"
	ExcessiveForceAgainstProtesters EventType = "excessive_force_against_protesters"
	ViolentDemonstration            EventType = "violent_demonstration"
	MobViolence                     EventType = "mob_violence"

	AgreementMade                 EventType = "agreement"
	Arrest                        EventType = "arrest"
	ChangeToGroup                 EventType = "change_to_group"
	DisruptedWeaponsUse           EventType = "disrupted_weapons_use"
	BaseEstablished               EventType = "base_established"
	LootingOrDestruction          EventType = "looting_or_destruction"
	Arson                         EventType = "arson"
	Hijacking                     EventType = "hijacking"
	Robbery                       EventType = "robbery"
	NonViolentTransferOfTerritory EventType = "non_violent_transfer_of_territory"
	Mobilisation                  EventType = "mobilisation"
	OtherStrategic                EventType = "other_strategic"

	CeasefireProposed  EventType = "ceasefire_proposed"
	CeasefireAgreed    EventType = "ceasefire_agreed"
	CeasefireDeclared  EventType = "ceasefire_declared"
	CeasefireInEffect  EventType = "ceasefire_in_effect"
	CeasefireViolated  EventType = "ceasefire_violated"
	CeasefireSuspended EventType = "ceasefire_suspended"
	CeasefireExtended  EventType = "ceasefire_extended"
	CeasefireEnded     EventType = "ceasefire_ended"

	Talks           EventType = "talks"
	TalksFailed     EventType = "talks_failed"
	Mediation       EventType = "mediation"
	Sanction        EventType = "sanction"
	DiplomaticBreak EventType = "diplomatic_break"

	AidDelivered    EventType = "aid_delivered"
	AidBlocked      EventType = "aid_blocked"
	Evacuation      EventType = "evacuation"
	Displacement    EventType = "displacement"
	Siege           EventType = "siege"
	PrisonerRelease EventType = "prisoner_release"

	OrganisedCrime  EventType = "organised_crime"
	NaturalDisaster EventType = "natural_disaster"
	ManMadeDisaster EventType = "man_made_disaster"
)

// TypeInfo is what one code means in the vocabularies that others use. An empty cell: that vocabulary has no such event.
type TypeInfo struct {
	Type     EventType
	Group    Group
	ACLED    string // event type of ACLED's codebook (2023)
	ACLEDSub string // its sub-event type
	PLOVER   string // event of PLOVER
	Mode     string // its mode, by PLOVER's table of conversion from CAMEO (2021); most events have none
	UCDP     string // type of violence of UCDP's georeferenced event dataset; by who fights, see [UCDPOneSided]
}

// UCDP's types of violence. Which of the first two a battle is depends on whether a state takes part.
const (
	UCDPStateBased = "state-based conflict or non-state conflict"
	UCDPOneSided   = "one-sided violence"
)

// The events of ACLED.
const (
	acledBattles    = "Battles"
	acledExplosions = "Explosions/Remote violence"
	acledCivilians  = "Violence against civilians"
	acledProtests   = "Protests"
	acledRiots      = "Riots"
	acledStrategic  = "Strategic developments"
)

// eventTypes is the one table of types, in the order of the groups.
var eventTypes = [...]TypeInfo{
	{ArmedClash, Battles, acledBattles, "Armed clash", "ASSAULT", "firearms", UCDPStateBased},
	{GovernmentRegainsTerritory, Battles, acledBattles, "Government regains territory", "ASSAULT", "", UCDPStateBased},
	{NonStateActorOvertakesTerritory, Battles, acledBattles, "Non-state actor overtakes territory", "ASSAULT", "", UCDPStateBased},

	{AirStrike, Explosions, acledExplosions, "Air/drone strike", "ASSAULT", "heavy-weapons", UCDPStateBased},
	{Shelling, Explosions, acledExplosions, "Shelling/artillery/missile attack", "ASSAULT", "heavy-weapons", UCDPStateBased},
	{SuicideBomb, Explosions, acledExplosions, "Suicide bomb", "ASSAULT", "suicide-attack", UCDPOneSided},
	{Bombing, Explosions, acledExplosions, "Remote explosive/landmine/IED", "ASSAULT", "explosives", UCDPOneSided},
	{Grenade, Explosions, acledExplosions, "Grenade", "ASSAULT", "explosives", UCDPOneSided},
	{ChemicalWeapon, Explosions, acledExplosions, "Chemical weapon", "ASSAULT", "unconventional", UCDPOneSided},

	{AttackOnCivilians, AgainstCivilians, acledCivilians, "Attack", "ASSAULT", "", UCDPOneSided},
	{SexualViolence, AgainstCivilians, acledCivilians, "Sexual violence", "ASSAULT", "sexual", UCDPOneSided},
	{Abduction, AgainstCivilians, acledCivilians, "Abduction/forced disappearance", "ASSAULT", "abduct", ""},

	{PeacefulProtest, Protests, acledProtests, "Peaceful protest", "PROTEST", "demo", ""},
	{ProtestWithIntervention, Protests, acledProtests, "Protest with intervention", "PROTEST", "demo", ""},
	{ExcessiveForceAgainstProtesters, Protests, acledProtests, "Excessive force against protesters", "ASSAULT", "", UCDPOneSided},
	{ViolentDemonstration, Protests, acledRiots, "Violent demonstration", "PROTEST", "riot", ""},
	{MobViolence, Protests, acledRiots, "Mob violence", "PROTEST", "riot", ""},

	{AgreementMade, Strategic, acledStrategic, "Agreement", "AGREE", "", ""},
	{Arrest, Strategic, acledStrategic, "Arrests", "COERCE", "arrest", ""},
	{ChangeToGroup, Strategic, acledStrategic, "Change to group/activity", "", "", ""},
	{DisruptedWeaponsUse, Strategic, acledStrategic, "Disrupted weapons use", "COERCE", "confiscate", ""},
	{BaseEstablished, Strategic, acledStrategic, "Headquarters or base established", "MOBILIZE", "troops", ""},
	{LootingOrDestruction, Strategic, acledStrategic, "Looting/property destruction", "COERCE", "confiscate", ""},
	{Arson, Strategic, acledStrategic, "Looting/property destruction", "ASSAULT", "destroy", ""},
	{Hijacking, Strategic, acledStrategic, "Looting/property destruction", "ASSAULT", "abduct", ""},
	{Robbery, Strategic, acledStrategic, "Looting/property destruction", "COERCE", "confiscate", ""},
	{NonViolentTransferOfTerritory, Strategic, acledStrategic, "Non-violent transfer of territory", "RETREAT", "withdraw", ""},
	{Mobilisation, Strategic, acledStrategic, "Other", "MOBILIZE", "troops", ""},
	{OtherStrategic, Strategic, acledStrategic, "Other", "", "", ""},

	{CeasefireProposed, Ceasefires, "", "", "REQUEST", "yield", ""},
	{CeasefireAgreed, Ceasefires, acledStrategic, "Agreement", "AGREE", "", ""},
	{CeasefireDeclared, Ceasefires, acledStrategic, "Agreement", "RETREAT", "ceasefire", ""},
	{CeasefireInEffect, Ceasefires, acledStrategic, "Agreement", "RETREAT", "ceasefire", ""},
	{CeasefireViolated, Ceasefires, "", "", "ASSAULT", "", ""},
	{CeasefireSuspended, Ceasefires, acledStrategic, "Other", "REJECT", "yield", ""},
	{CeasefireExtended, Ceasefires, acledStrategic, "Agreement", "RETREAT", "ceasefire", ""},
	{CeasefireEnded, Ceasefires, acledStrategic, "Other", "REJECT", "yield", ""},

	{Talks, Diplomacy, acledStrategic, "Agreement", "CONSULT", "", ""},
	{TalksFailed, Diplomacy, "", "", "SANCTION", "withdraw", ""},
	{Mediation, Diplomacy, "", "", "CONSULT", "", ""},
	{Sanction, Diplomacy, "", "", "COERCE", "restrict", ""},
	{DiplomaticBreak, Diplomacy, "", "", "SANCTION", "withdraw", ""},

	{AidDelivered, Humanitarian, "", "", "AID", "", ""},
	{AidBlocked, Humanitarian, "", "", "COERCE", "restrict", ""},
	{Evacuation, Humanitarian, "", "", "RETREAT", "", ""},
	{Displacement, Humanitarian, acledStrategic, "Other", "", "", ""},
	{Siege, Humanitarian, "", "", "COERCE", "restrict", ""},
	{PrisonerRelease, Humanitarian, acledStrategic, "Agreement", "RETREAT", "release", ""},

	{OrganisedCrime, NotOfConflict, "", "", "", "", ""},
	{NaturalDisaster, NotOfConflict, "", "", "", "", ""},
	{ManMadeDisaster, NotOfConflict, "", "", "", "", ""},
}

// EventTypes returns every type with its codes elsewhere, in the order of the groups.
func EventTypes() []TypeInfo { return slices.Clone(eventTypes[:]) }

// Info returns the row of t in the table of types, the zero TypeInfo where t is none.
func (t EventType) Info() TypeInfo {
	i := slices.IndexFunc(eventTypes[:], func(row TypeInfo) bool { return row.Type == t })
	if i < 0 {
		return TypeInfo{}
	}
	return eventTypes[i]
}

// Group returns the family of t, empty where t is no type.
func (t EventType) Group() Group { return t.Info().Group }

// Violent reports whether t does people bodily harm on purpose: battles, explosions, violence against civilians and
// violent protest.
func (t EventType) Violent() bool {
	switch t {
	case ExcessiveForceAgainstProtesters, ViolentDemonstration, MobViolence:
		return true
	}
	switch t.Group() {
	case Battles, Explosions, AgainstCivilians:
		return true
	}
	return false
}
