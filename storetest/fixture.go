package storetest

import (
	"fmt"
	"strings"
	"testing"
	"unicode/utf8"

	"concord"
)

// draft builds a reading of a text by quoting it.
type draft struct {
	concord.Reading
}

// report begins a reading of a text. Its name is its own, its publisher and its day are given.
func report(name, publisher string, published concord.Date, text string) *draft {
	url := "https://example.org/" + name
	return &draft{concord.Reading{
		Report: concord.Report{ID: concord.ReportID(text), Name: name, URL: &url, Title: "About " + name, Publisher: publisher,
			Published: published, Language: "en", Text: text},
		Claims: []concord.Claim{}, Accounts: []concord.Account{}, Mentions: &concord.Mentions{},
	}}
}

// span returns where words stand in the text, in code points. It panics where they do not.
func (d *draft) span(words string) concord.Span {
	i := strings.Index(d.Report.Text, words)
	if i < 0 {
		panic(fmt.Sprintf("%q is not in %q", words, d.Report.Text))
	}
	start := utf8.RuneCountInString(d.Report.Text[:i])
	return concord.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

func (d *draft) quote(words string) concord.Quote {
	return concord.Quote{Span: d.span(words), Text: words}
}

// account adds an account; its id is the next of "i1", "i2" …
func (d *draft) account(kind concord.EventType, day concord.Date, where *concord.Where) *draft {
	d.Accounts = append(d.Accounts, concord.Account{
		ID: fmt.Sprintf("i%d", len(d.Accounts)+1), Type: kind, Where: where, Modality: concord.Asserted,
		When:         &concord.When{From: day, To: day, Precision: concord.ToDay},
		Perpetrators: []concord.Perpetrator{}, Victims: []concord.Victim{}, Objects: []concord.ObjectHit{}, Weapons: []concord.WeaponUsed{}, Claims: []string{},
	})
	return d
}

// claim adds a claim about the last account, if there is one.
func (d *draft) claim(kind concord.ClaimKind, words string, sources ...string) *concord.Claim {
	c := concord.Claim{ID: fmt.Sprintf("c%d", len(d.Claims)+1), Kind: kind, Quote: d.quote(words), Source: []concord.Speaker{},
		Modality: concord.Asserted, Rule: "by hand", Confidence: 0.75,
		Trace: concord.Trace{Rule: "by hand", Why: words, Parts: []concord.Trace{{Rule: "word", Why: words}}}}
	for _, name := range sources {
		at := d.span(name)
		c.Source = append(c.Source, concord.Speaker{Name: name, Kind: concord.Monitor, Span: &at})
	}
	if n := len(d.Accounts); n > 0 {
		a := &d.Accounts[n-1]
		a.Claims = append(a.Claims, c.ID)
		c.Incident = &a.ID
	}
	d.Claims = append(d.Claims, c)
	return &d.Claims[len(d.Claims)-1]
}

func (d *draft) event(words string, sources ...string) *draft {
	a := d.Accounts[len(d.Accounts)-1]
	c := d.claim(concord.EventClaim, words, sources...)
	c.Event = &concord.Event{Type: a.Type, When: a.When, Where: a.Where, Participants: []concord.Participant{}}
	return d
}

func (d *draft) killed(words string, low int, high *int, sources ...string) *draft {
	c := d.claim(concord.FigureClaim, words, sources...)
	c.Confidence = 0.5
	c.Figure = &concord.Figure{Measure: concord.Killed, Low: low, High: high, Qualifier: concord.Exact, Scope: concord.ScopeIncident,
		Counted: concord.Counted{Text: words, Status: concord.Anyone, Span: c.Quote.Span}}
	return d
}

func (d *draft) blames(actor, words string, sources ...string) *draft {
	c := d.claim(concord.ResponsibilityClaim, words, sources...)
	c.Responsibility = &concord.Responsibility{Actor: concord.Actor{Name: actor, Kind: "state", Span: d.span(actor)}, Stance: concord.Blames}
	return d
}

func (d *draft) says(cue, content string, sources ...string) *draft {
	c := d.claim(concord.StatementClaim, content, sources...)
	c.Statement = &concord.Statement{Cue: d.quote(cue), Content: []concord.Quote{d.quote(content)}, Form: concord.Indirect, Act: concord.Say}
	return d
}

func place(name, admin1, country string, lat, lon float64) *concord.Where {
	return &concord.Where{Name: name, Admin1: admin1, Country: country, Point: &concord.Point{Lat: lat, Lon: lon}, Precision: concord.ToCity}
}

func number(n int) *int { return &n }

// library is a handful of reports on three happenings, each in other words, and their incidents.
func library() ([]*draft, []concord.Incident) {
	bridge := place("Vrelo", "Dolna", "XA", 10.5, 20.5)
	market := place("Šipovac", "Gorna", "XA", 11.5, 21.5)
	port := place("Port Élan", "Coast", "XB", -17, 179.5)
	reports := []*draft{
		report("bridge-a", "North Wire", "2031-03-02", "Shells hit the old bridge at Vrelo on Tuesday. River Watch said nine ferrymen died; it blamed the Lowland army.").
			account(concord.Shelling, "2031-03-01", bridge).event("Shells hit the old bridge").
			killed("nine ferrymen died", 9, number(9), "River Watch").blames("Lowland army", "blamed the Lowland army", "River Watch"),
		report("bridge-b", "Harbour Post", "2031-03-03", "Naïve hopes ended in Vrelo: at least twelve people were killed at the bridge, the Ferry Union announced.").
			account(concord.Shelling, "2031-03-01", bridge).killed("at least twelve people were killed", 12, nil, "Ferry Union").
			says("announced", "at least twelve people were killed at the bridge", "Ferry Union"),
		report("market", "North Wire", "2031-04", "Two stallholders were shot dead in the fish market of Šipovac. Cities nearby stayed calm.").
			account(concord.AttackOnCivilians, "2031-03", market).event("shot dead in the fish market").killed("Two stallholders were shot dead", 2, number(2)),
		report("port", "Harbour Post", "2031-05-10", "Dockers at Port Élan marched against the levy; nobody was hurt.").
			account(concord.PeacefulProtest, "2031-05-09", port).event("marched against the levy").killed("nobody was hurt", 0, number(0)),
		report("undated", "", "", "An editorial without a day, on fish and ferries."),
	}
	incidents := []concord.Incident{
		incident("bridge", reports[0], reports[1]), incident("market", reports[2]), incident("port", reports[3]),
	}
	incidents[0].Agreement, incidents[0].IndependentSources = concord.Differ, 2
	return reports, incidents
}

// incident gathers the first accounts of the reports into one.
func incident(id string, from ...*draft) concord.Incident {
	first := from[0].Accounts[0]
	in := concord.Incident{ID: id, Type: first.Type, When: first.When, Where: first.Where, IndependentSources: 1,
		Agreement: concord.SingleSource, Figures: []concord.Tally{}, Blame: []concord.Blame{}}
	tally := concord.Tally{Measure: concord.Killed, Status: concord.Anyone, Scope: concord.ScopeIncident, BestRule: "by hand", BySource: []concord.Reported{}}
	for _, d := range from {
		in.Reports = append(in.Reports, d.Report.Name)
		in.Accounts = append(in.Accounts, concord.AccountKey{Report: d.Report.ID, Account: "i1"})
		for _, c := range d.Claims {
			c.Trace = concord.Trace{} // the tree of rules stays with the reading
			in.Claims = append(in.Claims, concord.IncidentClaim{Report: d.Report.Name, ReportID: d.Report.ID,
				Publisher: d.Report.Publisher, Published: d.Report.Published, Claim: c})
			if c.Figure != nil {
				tally.Best = max(tally.Best, c.Low)
				tally.Highest = c.High
			}
		}
	}
	in.Figures = append(in.Figures, tally)
	return in
}

// sketches files every account of a report under the blocks.
func (d *draft) sketches(blocks ...int64) []concord.Sketch {
	var all []concord.Sketch
	for _, a := range d.Accounts {
		all = append(all, concord.Sketch{Key: concord.AccountKey{Report: d.Report.ID, Account: a.ID}, Component: "of " + d.Report.Name, Blocks: blocks, Data: []byte("what " + d.Report.Name + " tells\x00\xff")})
	}
	return all
}

// everywhere is the block of all accounts of the library; each is also filed under the number of its report.
const everywhere = -1 << 63

// fill puts the library and its incidents.
func fill(t *testing.T, s concord.Store) ([]*draft, []concord.Incident) {
	t.Helper()
	reports, incidents := library()
	put(t, s, reports...)
	update(t, s, func(tx concord.Tx) error {
		for i, d := range reports {
			if err := tx.PutSketches(t.Context(), d.sketches(everywhere, int64(i))); err != nil {
				return err
			}
		}
		return tx.PutIncidents(t.Context(), incidents, nil)
	})
	return reports, incidents
}
