package web

import (
	"net/http"
	"slices"
	"strconv"

	"concord"
)

// reportsPage is the list of what was taken in.
type reportsPage struct {
	Reports []concord.ReportLine
	Paging  paging
	Form    filterForm
}

// reports lists reports, newest first.
func (s *server) reports(r *http.Request) (view, error) {
	found, at, err := listed(r, s.store.Reports)
	if err != nil {
		return view{}, err
	}
	return view{"reports", languageOf(r).say("reports.title"), reportsPage{found, at, formOf(r.URL.Query())}}, nil
}

// reportPage is a report's text with its claims beside it, or a part of it where it is long.
type reportPage struct {
	Report     concord.Report
	Paragraphs []paragraph
	Counts     []kindCount
	Chosen     string
	Paging     paging
	Accounts   []concord.Account
	Decisions  []decided
	On         map[string][]decided // standing decisions by claim
}

// kindCount is how many claims of a kind a report makes.
type kindCount struct {
	Kind  concord.ClaimKind
	Count int
}

// report shows one report; the query's claim is set off, and page is the part of a long text.
func (s *server) report(r *http.Request) (view, error) {
	reading, err := s.store.Reading(r.Context(), r.PathValue("id"))
	if err != nil {
		return view{}, err
	}
	decisions, err := s.store.Decisions(r.Context(), concord.Filter{Report: reading.Report.ID})
	if err != nil {
		return view{}, err
	}
	read := reading.Claims
	if reading.Claims, err = reviewed(reading, decisions); err != nil {
		return view{}, err
	}
	q := r.URL.Query()
	chosen := q.Get("claim")
	parts := partsOf(cutText(&reading, chosen))
	number := 1
	if text := q.Get("page"); text != "" {
		if number, err = strconv.Atoi(text); err != nil || number < 1 || number > len(parts) {
			return view{}, concord.Errorf(concord.NotFound, "page", "the report has %d pages, not a page %q", len(parts), text)
		}
	} else if chosen != "" {
		number = 1 + max(0, slices.IndexFunc(parts, func(part []paragraph) bool { return begins(part, chosen) }))
	}
	page := reportPage{Report: reading.Report, Paragraphs: parts[number-1], Chosen: chosen, Counts: countsOf(reading.Claims),
		Paging: paging{Number: number}, Accounts: reading.Accounts, Decisions: decidedOn(decisions), On: make(map[string][]decided)}
	for _, d := range standing(page.Decisions) {
		if i := slices.IndexFunc(read, func(c concord.Claim) bool { return c.ID == d.Claim }); i >= 0 && d.Kind == concord.CorrectClaim {
			d.Was = valueOf(&read[i], d.Field)
		}
		page.On[d.Claim] = append(page.On[d.Claim], d)
	}
	if number > 1 {
		page.Paging.Previous = partPath(reading.Report.ID, number-1)
	}
	if number < len(parts) {
		page.Paging.Next = partPath(reading.Report.ID, number+1)
	}
	title := reading.Report.Title
	if title == "" {
		title = reading.Report.Name
	}
	return view{"report", title, page}, nil
}

// Unread reports whether no claims were looked for in the report, because it is not in English: that there are none says nothing of it.
func (p reportPage) Unread() bool {
	return p.Report.Language != "en" && !slices.ContainsFunc(p.Counts, func(c kindCount) bool { return c.Count > 0 })
}

// reviewed returns the claims of a report with people's corrections and additions. Rejected claims stay, to be shown as such.
func reviewed(reading concord.Reading, decisions []concord.Decision) ([]concord.Claim, error) {
	all := make([]concord.IncidentClaim, len(reading.Claims))
	for i, c := range reading.Claims {
		all[i] = concord.IncidentClaim{ReportID: reading.Report.ID, Claim: c}
	}
	held := slices.DeleteFunc(concord.Standing(decisions), func(d concord.Decision) bool { return d.Kind == concord.RejectClaim })
	all, err := concord.Reviewed(all, nil, held)
	claims := make([]concord.Claim, len(all))
	for i, c := range all {
		claims[i] = c.Claim
	}
	return claims, err
}

func partPath(id string, number int) string {
	return reportPath(id, "") + "?page=" + strconv.Itoa(number)
}

// begins reports whether a claim begins in a part of the text.
func begins(part []paragraph, claim string) bool {
	return slices.ContainsFunc(part, func(p paragraph) bool {
		return slices.ContainsFunc(p.Claims, func(c *concord.Claim) bool { return c.ID == claim })
	})
}

// The bounds of one page of a report.
const (
	mostText   = 16_000 // code points
	mostClaims = 60
)

// partsOf parts a text into pages at paragraphs. There is always one page.
func partsOf(paragraphs []paragraph) [][]paragraph {
	parts := [][]paragraph{nil}
	length, claims := 0, 0
	for _, p := range paragraphs {
		size := 0
		for _, piece := range p.Pieces {
			size += len(piece.Text)
		}
		if last := len(parts) - 1; len(parts[last]) > 0 && (length+size > mostText || claims+len(p.Claims) > mostClaims) {
			parts = append(parts, nil)
			length, claims = 0, 0
		}
		last := len(parts) - 1
		parts[last] = append(parts[last], p)
		length, claims = length+size, claims+len(p.Claims)
	}
	return parts
}

// countsOf counts claims by kind, in the order of the glossary.
func countsOf(claims []concord.Claim) []kindCount {
	var counts []kindCount
	for _, kind := range [...]concord.ClaimKind{concord.EventClaim, concord.FigureClaim, concord.ResponsibilityClaim, concord.StatementClaim} {
		n := 0
		for i := range claims {
			if claims[i].Kind == kind {
				n++
			}
		}
		counts = append(counts, kindCount{kind, n})
	}
	return counts
}

// gist says in a few words what a claim says.
func (l language) gist(c concord.Claim) string {
	switch {
	case c.Figure != nil:
		return l.code("measure", c.Measure) + ": " + l.reported(c.Low, c.High, c.Qualifier) + " · " + l.code("status", c.Counted.Status)
	case c.Event != nil:
		return l.code("type", c.Type)
	case c.Responsibility != nil:
		return l.say("gist."+string(c.Stance), c.Responsibility.Actor.Name)
	case c.Statement != nil:
		return l.code("act", c.Act)
	}
	return ""
}
