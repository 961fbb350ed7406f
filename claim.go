package concord

// Claim is one thing that one source says in one report: the unit of the record. Exactly one of
// Event, Figure, Responsibility and Statement is set, the one that Kind names.
type Claim struct {
	ID   string    `json:"id"` // unique in the report: "c1", "c2" … in order of the text
	Kind ClaimKind `json:"kind"`
	Quote
	Source     []Speaker `json:"source"` // original speaker first, each reported by the next; empty: the publisher itself
	Modality   Modality  `json:"modality"`
	Incident   *string   `json:"incident"` // id of the Account in this report that it is about
	Rule       string    `json:"rule"`     // what produced it
	Confidence float64   `json:"confidence"`

	*Event
	*Figure
	*Responsibility
	*Statement

	Trace Trace `json:"-"` // why, for concord explain
}

// ClaimKind tells the four kinds of claim apart.
type ClaimKind string

// The kinds of claim.
const (
	EventClaim          ClaimKind = "event"
	FigureClaim         ClaimKind = "figure"
	ResponsibilityClaim ClaimKind = "responsibility"
	StatementClaim      ClaimKind = "statement"
)

// Modality says whether the source holds that it happened.
type Modality string

// The modalities.
const (
	Asserted    Modality = "asserted"
	Denied      Modality = "denied"
	Possible    Modality = "possible"
	Planned     Modality = "planned"
	Conditional Modality = "conditional"
	Demanded    Modality = "demanded"
)

// Event is what a claim says happened.
type Event struct {
	Type         EventType     `json:"type"`
	When         *When         `json:"when"`
	Where        *Where        `json:"where"`
	Participants []Participant `json:"participants"`
	Truce        *Truce        `json:"truce,omitempty"` // of a ceasefire, where more than its step is told
}

// Participant is somebody or something that took part in an event.
type Participant struct {
	Role string `json:"role"` // perpetrator, victim, object, weapon, party, mediator, guarantor, monitor, speaker
	Name string `json:"name"`
	Kind string `json:"kind"`
	Span
}

// Figure is a claim that counts.
type Figure struct {
	Measure   Measure   `json:"measure"`
	Low       int       `json:"low"`
	High      *int      `json:"high"` // null: open
	Qualifier Qualifier `json:"qualifier"`
	Counted   Counted   `json:"counted"`
	Scope     Scope     `json:"scope"`

	// Subset marks a figure already contained in another one of the report ("including four children").
	Subset bool `json:"subset,omitempty"`
	// Earlier marks a figure that the report itself calls superseded ("earlier toll of five").
	Earlier bool `json:"earlier,omitempty"`
}

// Measure is what a figure counts about those it counts.
type Measure string

// The measures.
const (
	Killed     Measure = "killed"
	Injured    Measure = "injured"
	Casualties Measure = "casualties" // killed or injured, not told apart
	Missing    Measure = "missing"
	Detained   Measure = "detained"
	Abducted   Measure = "abducted"
	Released   Measure = "released"
	Displaced  Measure = "displaced"
	Besieged   Measure = "besieged"
	Destroyed  Measure = "destroyed"
	Damaged    Measure = "damaged"
	Attacks    Measure = "attacks" // strikes, shells, violations counted
)

// Scope is what a figure is the toll of. Figures of different scope are never added or compared.
type Scope string

// The scopes.
const (
	ScopeIncident Scope = "incident"
	ScopeDay      Scope = "day"
	ScopePeriod   Scope = "period"
	ScopeConflict Scope = "conflict"
)

// Counted is whom or what a figure counts.
type Counted struct {
	Text   string `json:"text"`
	Status Status `json:"status"`
	Span
}

// Status is what is known of those who are counted. Unknown people are [Anyone], never guessed to be civilians.
type Status string

// The statuses.
const (
	Anyone     Status = "person"
	Civilian   Status = "civilian"
	Child      Status = "child"
	Woman      Status = "woman"
	Combatant  Status = "combatant"
	Medical    Status = "medical"
	AidWorker  Status = "aid_worker"
	Rescuer    Status = "rescuer"
	Journalist Status = "journalist"
	Detainee   Status = "detainee"
	Vehicle    Status = "vehicle"
	Building   Status = "building"
	Aircraft   Status = "aircraft"
	AnAttack   Status = "attack"
	Object     Status = "object"
)

// Responsibility is a claim that an actor did it, did not do it, admits it, or did not mean it.
type Responsibility struct {
	Actor  Actor  `json:"actor"`
	Stance Stance `json:"stance"`
}

// Actor is somebody named by a claim.
type Actor struct {
	Name string `json:"name"`
	Kind string `json:"kind"`
	Span
}

// Stance is what a responsibility claim says of its actor.
type Stance string

// The stances.
const (
	Blames        Stance = "blames"
	Denies        Stance = "denies"
	Admits        Stance = "admits"
	Unintentional Stance = "unintentional"
)

// Statement is what a speaker said: the cue ("told", "insisted") and the content, in several
// pieces where the cue splits it.
type Statement struct {
	Cue     Quote   `json:"cue"`
	Content []Quote `json:"content"`
	Form    Form    `json:"form"`
	Act     Act     `json:"act"`
}

// Form tells quoted from reported speech.
type Form string

// The forms.
const (
	Direct   Form = "direct"
	Indirect Form = "indirect"
	Mixed    Form = "mixed"
)

// Act is what kind of speech act a statement is.
type Act string

// The acts.
const (
	Say      Act = "say"
	Accuse   Act = "accuse"
	Deny     Act = "deny"
	Admit    Act = "admit"
	Demand   Act = "demand"
	Promise  Act = "promise"
	Threaten Act = "threaten"
	Warn     Act = "warn"
	Condemn  Act = "condemn"
	Praise   Act = "praise"
	Agree    Act = "agree"
	Reject   Act = "reject"
	Announce Act = "announce"
	Ask      Act = "ask"
)

// Speaker is one link in the chain of who says it.
type Speaker struct {
	Name         string      `json:"name"` // resolved in the report: "he" → "Sergei Lavrov"
	Role         string      `json:"role"`
	Organisation string      `json:"organisation"`
	Kind         SpeakerKind `json:"kind"`
	*Span
}

// SpeakerKind is what kind of voice a speaker is.
type SpeakerKind string

// The kinds of speaker.
const (
	Official          SpeakerKind = "official"
	ArmedForce        SpeakerKind = "armed_force"
	ArmedGroupSpeaker SpeakerKind = "armed_group"
	Monitor           SpeakerKind = "monitor"
	Rescue            SpeakerKind = "rescue"
	MedicalVoice      SpeakerKind = "medical"
	UN                SpeakerKind = "un"
	NGO               SpeakerKind = "ngo"
	Media             SpeakerKind = "media"
	Witness           SpeakerKind = "witness"
	Unnamed           SpeakerKind = "unnamed"
	OtherSpeaker      SpeakerKind = "other"
)

// Trace is the tree of rules that made a result: its name, what it rested on, its parts.
type Trace struct {
	Rule  string  `json:"rule"`
	Why   string  `json:"why,omitempty"` // the words or values it rested on
	Parts []Trace `json:"parts,omitempty"`
}
