package intake

import (
	"strings"
	"testing"

	"concord"
)

var kinds = map[concord.PartKind]string{concord.Body: "body", concord.Title: "title", concord.Standfirst: "standfirst", concord.Caption: "caption",
	concord.Byline: "byline", concord.Dateline: "dateline", concord.Furniture: "furniture"}

// TestLayout proves that the page's own lines are told from the report's.
func TestLayout(t *testing.T) {
	for _, test := range []struct {
		name, text, title, published, want string
	}{
		{"a page saved as text: headline twice, standfirst, reading time, date, caption, body, credit",
			"Market hit twice in a day\n\nMarket hit twice in a day\nTraders say shells fell at noon and again at dusk.\n5 min read\n7 March, 2019\nA stall after the second strike [AFP]\nShells fell on the market of Old Town on Thursday, traders said.\n\nAgencies contributed to this report.",
			"Market hit twice in a day", "2019-03-07", "title title standfirst furniture dateline caption body furniture"},
		{"a wire with headline, byline and date",
			"Two soldiers die in ambush\nBy Ana Ruiz\nPublished: Sept. 3, 2020 5:02 PM GMT\n\nTwo soldiers died in an ambush on Thursday, the army said.",
			"Two soldiers die in ambush", "2020-09-03", "title byline dateline body"},
		{"a line of place and date below the headline, no blank between", "Guns fall silent along the coast road after a week\nADEN, South Coast, 5 August 2024\n\nThe guns fell silent at noon, villagers said.",
			"Guns fall silent along the coast road after a week", "2024-08-05", "title dateline body"},
		{"a wire's dateline dates the report", "Truce holds\n\nAden (Example News), 3 May 2021 - The truce held on Monday, villagers said.\n\nNobody was hurt.", "Truce holds", "2021-05-03", "title body body"},
		{"a dateline with the agency last", "Truce holds\nADEN, Yemen, May 3, 2021 (Example News) — The truce held on Monday, villagers said.", "Truce holds", "2021-05-03", "title body"},
		{"a dateline without a year dates nothing", "Truce holds\nADEN, May 3 (Example News) — The truce held on Monday, villagers said.", "Truce holds", "", "title body"},
		{"a dash after a date in a sentence is no dateline", "Truce\n\nThe truce of 3 May 2018 - the second - held.\n\nIt ended.", "Truce", "", "title body body"},
		{"a headline that says when it was issued", "Daily report on the coast road, issued 9 June 2017\n\nThe guns were silent.\n\nNobody was hurt.", "Daily report on the coast road, issued 9 June 2017", "2017-06-09", "title body body"},
		{"a headline with the day of what it tells", "The truce of 9 June 2017\n\nThe guns were silent.\n\nNobody was hurt.", "The truce of 9 June 2017", "", "title body body"},
		{"one paragraph has no headline", "Two soldiers died in an ambush on Thursday, the army said.", "", "", "body"},
		{"prose broken at a margin is one paragraph", "THE ARMY SAID TODAY THAT ITS PATROLS HAD MET A COLUMN OF REBELS\nNEAR THE RIVER AND THAT THE FIGHTING LASTED UNTIL NIGHT FELL ON\nTHE VALLEY.\n\nNO ONE WAS HURT.", "", "", "body body"},
		{"a sentence with a date is no date line", "Truce\n\nThe truce began on 3 May 2018 at noon.\n\nIt held.", "Truce", "", "title body body"},
		{"a line about reading is no reading time", "School reopens\n\nChildren read for three minutes.\n\nThen shells fell.", "School reopens", "", "title body body"},
		{"a bracket that credits no picture is no caption", "Shelling\n\nThe colonel spoke [in Arabic]\n\nHe left.", "Shelling", "", "title body body"},
	} {
		t.Run(test.name, func(t *testing.T) {
			report, err := fromText(test.text)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, part := range report.Layout {
				got = append(got, kinds[part.Kind])
			}
			if strings.Join(got, " ") != test.want || report.Title != test.title || string(report.Published) != test.published {
				t.Errorf("got %q %q %q, want %q %q %q", got, report.Title, report.Published, test.want, test.title, test.published)
			}
		})
	}
}

// FuzzLayout holds that parts lie in order within the text, and that only white space lies between them.
func FuzzLayout(f *testing.F) {
	f.Add("Title\n\n3 min read\nBody text here.")
	f.Add("a\x80\n \n\nb")
	f.Fuzz(func(t *testing.T, text string) {
		r := concord.Report{Text: text}
		LayOut(&r)
		at := 0
		for _, part := range r.Layout {
			if part.Start < at || part.End <= part.Start || strings.TrimSpace(text[at:part.Start]) != "" && strings.Trim(text[at:part.Start], " \n\t\r\f") != "" {
				t.Fatalf("part %v after %d in %q", part, at, text)
			}
			at = part.End
		}
		if strings.Trim(text[at:], " \n\t\r\f") != "" {
			t.Fatalf("%q is left over", text[at:])
		}
	})
}
