package concord

// Account is what one report tells of one incident. The record links accounts of
// different reports into an [Incident]; accounts of one report are told apart already.
// In the JSON of a reading they stand under "incidents".
type Account struct {
	ID           string        `json:"id"` // unique in the report: "i1", "i2" …
	Type         EventType     `json:"type"`
	When         *When         `json:"when"`
	Where        *Where        `json:"where"`
	Modality     Modality      `json:"modality"`
	Perpetrators []Perpetrator `json:"perpetrators"`
	Victims      []Victim      `json:"victims"`
	Objects      []ObjectHit   `json:"objects"`
	Weapons      []WeaponUsed  `json:"weapons"`
	Claims       []string      `json:"claims"`
}

// Perpetrator is somebody whom the report or one of its sources holds to have done it.
type Perpetrator struct {
	Name    string `json:"name"`
	Mention string `json:"mention"`
	Kind    string `json:"kind"` // person, group, organisation, state, unknown
	Span
	Stance string `json:"stance"` // asserted, blamed, admitted, denied
}

// Victim is a person or a group whom it was done to.
type Victim struct {
	Name      *string `json:"name"` // null unless a named person
	Mention   string  `json:"mention"`
	Kind      string  `json:"kind"` // person, group
	Status    Status  `json:"status"`
	CountLow  *int    `json:"count_low"` // null where several are told of without a number
	CountHigh *int    `json:"count_high"`
	Effect    string  `json:"effect"` // killed, injured, casualties, abducted, detained, missing, none, unknown
	Span
	PartOf *int `json:"part_of"` // index of the victim that already counts this one
}

// ObjectHit is a thing that was hit, taken or spared.
type ObjectHit struct {
	Mention   string `json:"mention"`
	Kind      string `json:"kind"`      // vehicle, building, aircraft, infrastructure, land, other
	CountLow  *int   `json:"count_low"` // null where several are told of without a number
	CountHigh *int   `json:"count_high"`
	Effect    string `json:"effect"` // destroyed, damaged, taken, none, unknown
	Span
}

// WeaponUsed is what it was done with.
type WeaponUsed struct {
	Mention string `json:"mention"`
	Kind    string `json:"kind"`
	Span
}
