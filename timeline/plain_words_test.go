package timeline_test

import (
	"fmt"
	"testing"

	"concord"
	"concord/pipeline"
	"concord/timeline"
)

// news is a report in a test: the day it was published and its text.
type news struct {
	day  concord.Date
	text string
}

// claimsIn reads reports.
func claimsIn(t *testing.T, reports []news) []concord.IncidentClaim {
	t.Helper()
	reader, err := pipeline.NewReader()
	if err != nil {
		t.Fatal(err)
	}
	var claims []concord.IncidentClaim
	for i, n := range reports {
		r := reader.Read(concord.Report{ID: concord.ReportID(n.text), Name: fmt.Sprint("news-", i), Published: n.day, Language: "en", Text: n.text})
		for _, c := range r.Claims {
			claims = append(claims, concord.IncidentClaim{Report: r.Report.Name, ReportID: r.Report.ID, Published: n.day, Claim: c})
		}
	}
	return claims
}

// TestReversalsInNews finds in plain reports where a body takes back what it said of a deed, and only there.
func TestReversalsInNews(t *testing.T) {
	right := 0
	cases := []struct {
		name, speaker string
		reports       []news
		want          bool
	}{
		{"not us, then a mistake", "army", []news{
			{"2021-04-02", "The army denied that it had bombed the wedding in Deh Salim on Thursday."},
			{"2021-04-05", "The army admitted on Monday that it had bombed the wedding in Deh Salim by mistake."}}, true},
		{"no involvement, then regret", "coalition", []news{
			{"2016-10-09", "The coalition denied any involvement in the air strike on the funeral hall in Sanaa."},
			{"2016-10-15", "The coalition said on Saturday that its aircraft had struck the funeral hall in Sanaa because of wrong information."}}, true},
		{"no missile, then human error", "Iran", []news{
			{"2020-01-09", "Iran denied that a missile had hit the airliner near Tehran."},
			{"2020-01-11", "Iran said its armed forces had shot down the airliner near Tehran unintentionally."}}, true},
		{"claimed, then denied", "Al-Shabaab", []news{
			{"2019-03-01", "Al-Shabab claimed responsibility for the bombing of the hotel in Mogadishu."},
			{"2019-03-04", "Al-Shabab denied that it had bombed the hotel in Mogadishu."}}, true},
		{"the minister turns round", "Dorin", []news{
			{"2022-06-01", "Defence Minister Pavel Dorin denied that government troops had shelled the clinic in Vareni."},
			{"2022-06-08", "Defence Minister Pavel Dorin acknowledged that government troops had shelled the clinic in Vareni."}}, true},
		{"denied twice", "army", []news{
			{"2021-04-02", "The army denied that it had bombed the wedding in Deh Salim on Thursday."},
			{"2021-04-05", "The army denied again on Monday that it had bombed the wedding in Deh Salim."}}, false},
		{"another deed", "army", []news{
			{"2021-04-02", "The army denied that it had bombed the wedding in Deh Salim on Thursday."},
			{"2021-04-25", "The army admitted on Sunday that it had shelled a school in Kafr Dael."}}, false},
		{"another deed of the same sort", "army", []news{
			{"2021-04-02", "The army denied that it had bombed the wedding in Deh Salim on Thursday."},
			{"2021-04-25", "The army admitted on Sunday that it had bombed a school in Kafr Dael."}}, false},
		{"another body", "army", []news{
			{"2021-04-02", "The army denied that it had bombed the wedding in Deh Salim on Thursday."},
			{"2021-04-05", "The rebels admitted on Monday that they had bombed the wedding in Deh Salim."}}, false},
	}
	for _, c := range cases {
		record := timeline.Speaker(claimsIn(t, c.reports), c.speaker)
		if got := len(record.Reversals) > 0; got == c.want {
			right++
		} else {
			t.Errorf("%s: reversal %v, want %v", c.name, got, c.want)
			for _, r := range record.Responsibility {
				t.Logf("\t%s %s by %v: %q", r.Stance, r.Responsibility.Actor.Name, r.Source, r.Quote.Text)
			}
		}
	}
	t.Logf("%d of %d right", right, len(cases))
}

// TestCommitmentsInNews reads promises, threats, demands and deadlines in plain reports, and what later reports say of them.
func TestCommitmentsInNews(t *testing.T) {
	right := 0
	cases := []struct {
		name    string
		reports []news
		act     concord.Act
		due     concord.Date
		status  string
	}{
		{"a promise kept", []news{
			{"2021-05-03", "General Omar Haddad promised that his men would let aid convoys into Homs."},
			{"2021-05-06", "Aid convoys reached Homs on Thursday, the Red Cross said."}}, concord.Promise, "", "done"},
		{"a promise broken", []news{
			{"2021-05-03", "President Idris Deby pledged that his troops would respect the ceasefire in Chad."},
			{"2021-05-07", "Government troops in Chad violated the ceasefire on Friday, the rebels said."}}, concord.Promise, "", "not_done"},
		{"a promise that nobody tells more of", []news{
			{"2021-05-03", "President Idris Deby pledged that his troops would respect the ceasefire in Chad."}}, concord.Promise, "", "open"},
		{"a threat carried out", []news{
			{"2021-05-03", "Rebel commander Musa Kello threatened to end the truce in Darfur if the shelling went on."},
			{"2021-05-09", "Rebel commander Musa Kello declared an end to the truce in Darfur on Sunday."}}, concord.Threaten, "", "done"},
		{"a demand with a deadline", []news{
			{"2021-05-03", "Foreign Minister Ana Petrova demanded that the rebels release all prisoners by 10 May."},
			{"2021-05-09", "The rebels released 40 prisoners on Sunday."}}, concord.Demand, "2021-05-10", "done"},
		{"a vow to keep the truce", []news{
			{"2021-05-03", `"We will honour the ceasefire," Prime Minister Abiy Tesfaye vowed on Monday.`}}, concord.Promise, "", "open"},
		{"an ultimatum", []news{
			{"2021-05-03", "General Omar Haddad warned the rebels in Syria that his forces would resume air strikes on Saturday unless they withdrew."},
			{"2021-05-09", "Government aircraft resumed air strikes in Syria on Saturday."}}, concord.Warn, "2021-05-08", "done"},
	}
	for _, c := range cases {
		list := timeline.Commitments(claimsIn(t, c.reports))
		got := "none"
		for _, m := range list {
			if m.Claim.Report == "news-0" {
				due := concord.Date("")
				if m.Due != nil {
					due = m.Due.To
				}
				got = fmt.Sprintf("%s, due %q, %s", m.Act, due, m.Status)
			}
		}
		if want := fmt.Sprintf("%s, due %q, %s", c.act, c.due, c.status); got == want {
			right++
		} else {
			t.Errorf("%s: %s, want %s", c.name, got, want)
		}
	}
	t.Logf("%d of %d right", right, len(cases))
}
