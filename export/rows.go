package export

import (
	"fmt"
	"strings"

	"concord"
)

// IncidentRow is an incident in a table. What is not known is empty in CSV and null in Parquet.
type IncidentRow struct {
	ID                 string   `parquet:"id"`
	Type               string   `parquet:"type"`
	ACLEDEvent         string   `parquet:"acled_event"`
	ACLEDSubEvent      string   `parquet:"acled_sub_event"`
	PLOVEREvent        string   `parquet:"plover_event"`
	PLOVERMode         string   `parquet:"plover_mode"`
	UCDPViolence       string   `parquet:"ucdp_type_of_violence"` // empty where UCDP counts no such event
	From               string   `parquet:"from"`                  // ISO 8601, in part where known in part
	To                 string   `parquet:"to"`
	DatePrecision      string   `parquet:"date_precision"`
	Place              string   `parquet:"place"`
	Admin1             string   `parquet:"admin1"`
	Country            string   `parquet:"country"` // ISO 3166-1 alpha-2
	Lat                *float64 `parquet:"lat,optional"`
	Lon                *float64 `parquet:"lon,optional"`
	PlacePrecision     string   `parquet:"place_precision"`
	Reports            int64    `parquet:"reports"`
	IndependentSources int64    `parquet:"independent_sources"`
	Agreement          string   `parquet:"agreement"`
	KilledLowest       *int64   `parquet:"killed_lowest,optional"` // reported values of all persons killed, never estimates
	KilledHighest      *int64   `parquet:"killed_highest,optional"`
	KilledBest         *int64   `parquet:"killed_best,optional"`
	KilledBestRule     string   `parquet:"killed_best_rule"`
	InjuredLowest      *int64   `parquet:"injured_lowest,optional"`
	InjuredHighest     *int64   `parquet:"injured_highest,optional"`
	InjuredBest        *int64   `parquet:"injured_best,optional"`
	Blamed             string   `parquet:"blamed"` // who is blamed by whom: "Army (by River Watch)"
	Withheld           string   `parquet:"withheld"`
}

// FigureRow is one figure as one source gave it.
type FigureRow struct {
	Incident     string `parquet:"incident"`
	Measure      string `parquet:"measure"`
	Status       string `parquet:"status"`
	Scope        string `parquet:"scope"`
	Source       string `parquet:"source"`
	SourceKind   string `parquet:"source_kind"`
	Low          int64  `parquet:"low"`
	High         *int64 `parquet:"high,optional"` // null: open
	Qualifier    string `parquet:"qualifier"`
	Said         string `parquet:"said"`
	Report       string `parquet:"report"`
	Claim        string `parquet:"claim"`
	SupersededBy string `parquet:"superseded_by"`
	Quote        string `parquet:"quote"`
	Withheld     string `parquet:"withheld"`
}

// IncidentRows returns the row of an incident.
func IncidentRows(in *Incident) []IncidentRow {
	info := in.Type.Info()
	row := IncidentRow{ID: in.ID, Type: string(in.Type), ACLEDEvent: info.ACLED, ACLEDSubEvent: info.ACLEDSub, PLOVEREvent: info.PLOVER,
		PLOVERMode: info.Mode, UCDPViolence: info.UCDP, Reports: int64(len(in.Reports)), IndependentSources: int64(in.IndependentSources),
		Agreement: string(in.Agreement), Blamed: blamed(in.Blame), Withheld: strings.Join(in.Withheld, " ")}
	if w := in.When; w != nil {
		row.From, row.To, row.DatePrecision = string(w.From), string(w.To), string(w.Precision)
	}
	if w := in.Where; w != nil {
		row.Place, row.Admin1, row.Country, row.PlacePrecision = w.Name, w.Admin1, w.Country, string(w.Precision)
		if w.Point != nil {
			row.Lat, row.Lon = &w.Lat, &w.Lon
		}
	}
	if t := total(in, concord.Killed); t != nil {
		row.KilledLowest, row.KilledHighest, row.KilledBest, row.KilledBestRule = whole(&t.Lowest), whole(t.Highest), whole(&t.Best), t.BestRule
	}
	if t := total(in, concord.Injured); t != nil {
		row.InjuredLowest, row.InjuredHighest, row.InjuredBest = whole(&t.Lowest), whole(t.Highest), whole(&t.Best)
	}
	return []IncidentRow{row}
}

// total returns the tally of all persons in the incident, nil where nobody gave one: tolls of civilians or of children are not it.
func total(in *Incident, measure concord.Measure) *concord.Tally {
	for i := range in.Figures {
		if t := &in.Figures[i]; t.Measure == measure && t.Status == concord.Anyone && (t.Scope == concord.ScopeIncident || t.Scope == "") {
			return t
		}
	}
	return nil
}

// whole widens a number; nil stays nil.
func whole(n *int) *int64 {
	if n == nil {
		return nil
	}
	wide := int64(*n)
	return &wide
}

// blamed names who is blamed, and by whom: "Army (by River Watch)".
func blamed(all []concord.Blame) string {
	var parts []string
	for _, b := range all {
		if len(b.BlamedBy) > 0 {
			parts = append(parts, fmt.Sprintf("%s (by %s)", b.Actor, strings.Join(b.BlamedBy, ", ")))
		}
	}
	return strings.Join(parts, "; ")
}

// FigureRows returns the rows of an incident's figures.
func FigureRows(in *Incident) []FigureRow {
	var rows []FigureRow
	for _, t := range in.Figures {
		for _, r := range t.BySource {
			row := FigureRow{Incident: in.ID, Measure: string(t.Measure), Status: string(t.Status), Scope: string(t.Scope), Source: r.Source,
				SourceKind: string(r.Kind), Low: int64(r.Low), High: whole(r.High), Qualifier: string(r.Qualifier), Said: string(r.Said),
				Report: r.Report, Claim: r.Claim, Quote: r.Quote, Withheld: strings.Join(in.Withheld, " ")}
			if r.SupersededBy != nil {
				row.SupersededBy = *r.SupersededBy
			}
			rows = append(rows, row)
		}
	}
	return rows
}
