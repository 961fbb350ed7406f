package concord

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
