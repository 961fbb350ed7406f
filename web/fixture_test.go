package web

import (
	"strings"
	"testing"
	"unicode/utf8"

	"concord"
)

// told is a reading in the making: claims find their own offsets by their words.
type told struct {
	t testing.TB
	concord.Reading
}

func report(t testing.TB, name, publisher, published, title string, paragraphs ...string) *told {
	text := strings.Join(paragraphs, "\n\n")
	return &told{t, concord.Reading{
		Report: concord.Report{ID: concord.ReportID(text), Name: name, Publisher: publisher, Published: concord.Date(published),
			Title: title, Language: "en", Text: text},
		Accounts: []concord.Account{{ID: "i1", Type: concord.AirStrike, When: marketDay(), Where: market(), Modality: concord.Asserted}},
		Claims:   []concord.Claim{}, Mentions: &concord.Mentions{},
	}}
}

// span finds the words in the text, in code points.
func (r *told) span(words string) concord.Span {
	at := strings.Index(r.Report.Text, words)
	if at < 0 {
		r.t.Fatalf("report %s does not say %q", r.Report.Name, words)
	}
	start := utf8.RuneCountInString(r.Report.Text[:at])
	return concord.Span{Start: start, End: start + utf8.RuneCountInString(words)}
}

// claim adds a claim that these words carry, filled in by fill.
func (r *told) claim(words string, source []concord.Speaker, fill func(*concord.Claim)) *told {
	account := "i1"
	c := concord.Claim{ID: "c" + string(rune('1'+len(r.Claims))), Quote: concord.Quote{Span: r.span(words), Text: words}, Source: source,
		Modality: concord.Asserted, Incident: &account, Rule: "fixture", Confidence: 0.8}
	fill(&c)
	r.Claims = append(r.Claims, c)
	return r
}

func (r *told) figure(words string, source []concord.Speaker, m concord.Measure, q concord.Qualifier, low, high int, counted string, s concord.Status) *told {
	return r.claim(words, source, func(c *concord.Claim) {
		c.Kind = concord.FigureClaim
		c.Figure = &concord.Figure{Measure: m, Low: low, Qualifier: q, Scope: concord.ScopeIncident,
			Counted: concord.Counted{Text: counted, Status: s, Span: r.span(counted)}}
		if high >= low {
			c.Figure.High = &high
		}
	})
}

func (r *told) event(words string, source []concord.Speaker) *told {
	return r.claim(words, source, func(c *concord.Claim) {
		c.Kind = concord.EventClaim
		c.Event = &concord.Event{Type: concord.AirStrike, When: marketDay(), Where: market(),
			Participants: []concord.Participant{{Role: "object", Name: "covered market", Kind: "building", Span: r.span(words)}}}
		c.Trace = concord.Trace{Rule: "event", Why: words, Parts: []concord.Trace{{Rule: "trigger", Why: "strike"}}}
	})
}

func (r *told) blame(words string, source []concord.Speaker, stance concord.Stance, actor string) *told {
	return r.claim(words, source, func(c *concord.Claim) {
		c.Kind = concord.ResponsibilityClaim
		c.Responsibility = &concord.Responsibility{Actor: concord.Actor{Name: "Northern air force", Kind: "organisation", Span: r.span(actor)}, Stance: stance}
	})
}

func (r *told) statement(words, cue string, source []concord.Speaker, act concord.Act) *told {
	return r.claim(words, source, func(c *concord.Claim) {
		c.Kind = concord.StatementClaim
		c.Statement = &concord.Statement{Cue: concord.Quote{Span: r.span(cue), Text: cue}, Content: []concord.Quote{c.Quote}, Form: concord.Indirect, Act: act}
	})
}

func (r *told) place(words string) *told {
	span := r.span(words)
	w := *market()
	w.Span = &span
	r.Mentions.Places = append(r.Mentions.Places, concord.PlaceMention{Where: w})
	return r
}

func marketDay() *concord.When {
	return &concord.When{From: "2019-03-04", To: "2019-03-04", Precision: concord.ToDay}
}

func market() *concord.Where {
	return &concord.Where{Name: "Kafr Nur", Country: "SY", Admin1: "Idlib", Precision: concord.ToCity, Point: &concord.Point{Lat: 35.9, Lon: 36.6}}
}

func voice(name, role string, kind concord.SpeakerKind) []concord.Speaker {
	return []concord.Speaker{{Name: name, Role: role, Kind: kind}}
}

// The speakers of the fixture.
var (
	watch    = voice("River Valley Watch", "", concord.Monitor)
	rescuers = voice("Idlib Rescue Corps", "", concord.Rescue)
	clinic   = voice("Dr Samar Hilal", "director of the town's clinic", concord.MedicalVoice)
	ministry = voice("Northern defence ministry", "", concord.Official)
)

// hostile is what a report may hold that must never become part of a page.
const hostile = `<script>document.title="taken"</script><img src=x onerror="document.title='taken'">`

// marketReadings are four reports of one strike, and one that attacks the page and has words that do not end.
func marketReadings(t testing.TB) []*told {
	wire := report(t, "wire-0304", "Meridian Wire", "2019-03-04", "Strike hits covered market in Kafr Nur",
		"Warplanes hit the covered market of Kafr Nur on Monday morning as families were shopping.",
		"River Valley Watch counted at least 14 civilians killed, while rescuers spoke of about 20 dead.",
		"The monitor blamed the Northern air force for the raid.").
		event("hit the covered market of Kafr Nur on Monday morning", nil).
		statement("River Valley Watch counted at least 14 civilians killed", "counted", watch, concord.Say).
		figure("at least 14 civilians killed", watch, concord.Killed, concord.AtLeast, 14, -1, "civilians", concord.Civilian).
		figure("about 20 dead", rescuers, concord.Killed, concord.About, 20, 20, "dead", concord.Anyone).
		blame("blamed the Northern air force for the raid", watch, concord.Blames, "Northern air force").
		place("Kafr Nur")
	copied := report(t, "gazette-0304", "Harbour Gazette", "2019-03-04", "Market bombed, monitor says",
		"A raid on the market of Kafr Nur killed at least 14 civilians, River Valley Watch said.").
		figure("killed at least 14 civilians", watch, concord.Killed, concord.AtLeast, 14, -1, "civilians", concord.Civilian)
	later := report(t, "wire-0306", "Meridian Wire", "2019-03-06", "Market toll rises",
		"River Valley Watch raised its toll of the Kafr Nur market to 31 civilians on Wednesday; between 40 and 60 people were hurt, it added.",
		"Dr Samar Hilal, who directs the town's clinic, said dozens of wounded had reached her.").
		figure("31 civilians", watch, concord.Killed, concord.Exact, 31, 31, "civilians", concord.Civilian).
		figure("between 40 and 60 people were hurt", watch, concord.Injured, concord.Between, 40, 60, "people", concord.Anyone).
		figure("dozens of wounded", clinic, concord.Injured, concord.Order, 24, 99, "wounded", concord.Anyone)
	denial := report(t, "state-0305", "Northern State News", "2019-03-05", "Ministry rejects claims",
		"The Northern defence ministry denied that its air force had flown over Kafr Nur. Its own information is that 3 militants died when a depot exploded.").
		blame("denied that its air force had flown over Kafr Nur", ministry, concord.Denies, "air force").
		figure("3 militants died", ministry, concord.Killed, concord.Exact, 3, 3, "militants", concord.Combatant)
	attack := report(t, "<script>alert(1)</script>", `"><svg onload=alert(1)>`+strings.Repeat("P", 300), "2019-03-07", hostile+strings.Repeat("W", 300),
		"Before "+hostile+" after.",
		"Safe \u202e\u2066txet desrever\u2069\u202c words, and 5 people died there.").
		figure("5 people died", voice(`<b onmouseover="x">Nobody</b>`, "", concord.OtherSpeaker), concord.Killed, concord.Exact, 5, 5, "people", concord.Anyone)
	return []*told{wire, copied, later, denial, attack}
}

// marketIncident is what the first four reports say happened.
func marketIncident(readings []*told) concord.Incident {
	in := concord.Incident{ID: "market", Type: concord.AirStrike, When: marketDay(), Where: market(), IndependentSources: 4, Agreement: concord.Contradict}
	for _, r := range readings[:4] {
		in.Reports = append(in.Reports, r.Report.Name)
		in.Accounts = append(in.Accounts, concord.AccountKey{Report: r.Report.ID, Account: "i1"})
		for _, c := range r.Claims {
			in.Claims = append(in.Claims, concord.IncidentClaim{Report: r.Report.Name, ReportID: r.Report.ID, Publisher: r.Report.Publisher,
				Published: r.Report.Published, Claim: c})
		}
	}
	said := func(r *told, claim string, repeated ...string) concord.Reported {
		for _, c := range r.Claims {
			if c.ID == claim {
				return concord.Reported{Source: c.Source[0].Name, Kind: c.Source[0].Kind, Low: c.Low, High: c.High, Qualifier: c.Qualifier,
					Said: r.Report.Published, Report: r.Report.Name, ReportID: r.Report.ID, Claim: c.ID, Quote: c.Quote.Text, RepeatedBy: repeated}
			}
		}
		panic("no claim " + claim)
	}
	wire, later, denial := readings[0], readings[2], readings[3]
	first := said(wire, "c3", "gazette-0304")
	by := "wire-0306#c1"
	first.SupersededBy = &by
	number := func(n int) *int { return &n }
	in.Figures = []concord.Tally{
		{Measure: concord.Killed, Status: concord.Civilian, Scope: concord.ScopeIncident, Lowest: 20, Highest: number(31), Best: 31, BestRule: "majority",
			BySource: []concord.Reported{first, said(later, "c1"), said(wire, "c4")}},
		{Measure: concord.Killed, Status: concord.Combatant, Scope: concord.ScopeIncident, Lowest: 3, Highest: number(3), Best: 3, BestRule: "majority",
			BySource: []concord.Reported{said(denial, "c2")}},
		{Measure: concord.Injured, Status: concord.Anyone, Scope: concord.ScopeIncident, Lowest: 24, Highest: number(99), Best: 40, BestRule: "majority",
			BySource: []concord.Reported{said(later, "c2"), said(later, "c3")}},
	}
	in.Blame = []concord.Blame{{Actor: "Northern air force", BlamedBy: []string{"River Valley Watch"}, DeniedBy: []string{"Northern defence ministry"}}}
	in.Repeats = []concord.Repeat{{Report: "gazette-0304", Of: "wire-0304", Why: "the same speaker and words"}}
	in.Links = []concord.Link{{A: in.Accounts[0], B: in.Accounts[2], Score: 6.5, Contributions: []concord.Contribution{
		{Name: "same place", Weight: 4.5, Why: "Kafr Nur"}, {Name: "same day", Weight: 3, Why: "2019-03-04"}, {Name: "figures differ", Weight: -1, Why: "14 and 31"}}}}
	return in
}
