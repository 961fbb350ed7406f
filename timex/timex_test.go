package timex

import (
	"slices"
	"strings"
	"testing"

	"concord"
	"concord/text"
)

func read(t testing.TB, published, words string) *text.Doc {
	t.Helper()
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	d := engine.Tag(&concord.Report{Text: words, Published: concord.Date(published), Language: "en"})
	for s := range d.Sentences {
		engine.Parse(d, s)
	}
	return d
}

// TestSpansQuoteTheText holds that a time's words are those of its span.
func TestSpansQuoteTheText(t *testing.T) {
	d := read(t, "2014-03-07", "Shells fell on Tuesday night and again two days later, on 6 March, killing four.")
	found := Find(d)
	if len(found) != 3 {
		t.Fatalf("%d times, want 3: %+v", len(found), found)
	}
	for _, m := range found {
		if m.When == nil || m.When.Quote != m.Of(d.Text) {
			t.Errorf("%q: when %+v does not quote it", m.Of(d.Text), m.When)
		}
	}
}

func FuzzFind(f *testing.F) {
	f.Add("2014-03-07", "On 19-23 September, late Monday night at 10:35 p.m. GMT, a year and a half ago.")
	f.Add("", "THE 3RD WEEK OF MAY '98, 30 DEC 89, 12/31/1999 -- the '80s, 2012-13, nineteen ninety-")
	f.Add("2014", "in the twenty-first century, every other day; half a; the last; 1/2 a 99999999999 years ago")
	engine, err := text.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, published, words string) {
		d := engine.Tag(&concord.Report{Text: words, Published: concord.Date(published), Language: "en"})
		end := 0
		for _, m := range Find(d) {
			if m.Start < end || m.End <= m.Start || m.End > len(words) {
				t.Fatalf("span %d–%d after %d in a text of %d bytes", m.Start, m.End, end, len(words))
			}
			end = m.End
		}
		for i := range d.Tokens {
			Of(d, Find(d), i)
		}
	})
}

// told is one time of a text of several sentences.
type told struct{ words, value string }

// TestNarrative reads texts whose times depend on what was told before them, or on what is not known.
func TestNarrative(t *testing.T) {
	for _, c := range []struct {
		name, published, text string
		want                  []told
	}{
		{"later counts from the day named before", "2016-09-23", "The pause began on 12 September. Two days later mortars hit the port.",
			[]told{{"12 September", "2016-09-12"}, {"Two days later", "2016-09-14"}}},
		{"the previous Friday is the one before the day named", "2016-09-26", "Nine died on Friday. The toll was above that of the previous Friday.",
			[]told{{"Friday", "2016-09-23"}, {"the previous Friday", "2016-09-16"}}},
		{"whom somebody met with is no verb of the present", "2016-09-23", "The envoy met with his senior aides Monday.",
			[]told{{"Monday", "2016-09-19"}}},
		{"what leaves with somebody is one", "2016-09-23", "The envoy leaves with his senior staff Monday.",
			[]told{{"Monday", "2016-09-26"}}},
		{"the following month is that after the month named", "2016-09-23", "In March the army took the mill. It lost the port. The following month it left.",
			[]told{{"March", "2016-03"}, {"The following month", "2016-04"}}},
		{"and so it does some sentences on", "2016-09-23", "The pause began on 12 September. Trucks drove in. Drivers were glad. Two days later mortars hit the port. The same day a mill burned.",
			[]told{{"12 September", "2016-09-12"}, {"Two days later", "2016-09-14"}, {"The same day", "2016-09-14"}}},
		{"the latest quarter is one that is over", "2016-11-02", "Fighting cost more in the third quarter than a year earlier. The fourth quarter will be worse. In the latest quarter 90 died, and 40 in the 2015 period.",
			[]told{{"the third quarter", "2016-Q3"}, {"a year earlier", "2015-Q3"}, {"The fourth quarter", "2016-Q4"}, {"the latest quarter", "2016-Q3"}, {"the 2015 period", "2015-Q3"}}},
		{"the next morning follows the day named", "2016-09-23", "Gunmen took the mill on Monday. They left the next morning.",
			[]told{{"Monday", "2016-09-19"}, {"the next morning", "2016-09-20TMO"}}},
		{"a comparison keeps the month", "2016-09-23", "Ninety died in August, up from sixty a year earlier.",
			[]told{{"August", "2016-08"}, {"a year earlier", "2015-08"}}},
		{"a month belongs to the year of its sentence", "2016-09-23", "In 2012 the rebels advanced and in March took the port.",
			[]told{{"2012", "2012"}, {"March", "2012-03"}}},
		{"without a publication date nothing is guessed", "", "On Friday, yesterday and last week, on 3 January and in 2011, shells fell.",
			[]told{{"Friday", "XXXX-WXX-5"}, {"yesterday", "PAST_REF"}, {"last week", "PAST_REF"}, {"3 January", "XXXX-01-03"}, {"2011", "2011"}}},
		{"a dateline stands in for the publication date", "", "ADEN, 3 December 2018 (Example News) - Shells fell yesterday on the port.",
			[]told{{"3 December 2018", "2018-12-03"}, {"yesterday", "2018-12-02"}}},
		{"in February, this winter began the year before", "2026-02-24", "This winter and last winter, shells fell; this summer none may.",
			[]told{{"This winter", "2025-WI"}, {"last winter", "2024-WI"}, {"this summer", "2026-SU"}}},
		{"in December, this winter has begun", "2025-12-24", "Shells fell this winter.", []told{{"this winter", "2025-WI"}}},
		{"a publication month dates no day", "2016-09", "Shells fell on Friday.", []told{{"Friday", "XXXX-WXX-5"}}},
		{"the date that heads a report dates it", "2016-07-17", "Wed Jul 27 2016 Rebels killed in Homs. Jets flew on Tuesday.", []told{{"Wed Jul 27 2016", "2016-07-27"}, {"Tuesday", "2016-07-26"}}},
		{"and where it stands after the headline", "2014-04-05", "Rebels dead in Homs AFP Sunday 6 Apr 2014 Nine men died. They died on Sunday.", []told{{"Sunday 6 Apr 2014", "2014-04-06"}, {"Sunday", "2014-04-06"}}},
		{"not one that a preposition ties to what is told", "2014-04-05", "Rebels died on 9 Mar 2014 Sunday. They died on Friday.", []told{{"9 Mar 2014", "2014-03-09"}, {"Sunday", "2014-03-30"}, {"Friday", "2014-04-04"}}},
		{"and in figures", "2016-07-04", "23-07-2016 Eleven traders killed in Aleppo. They died on Friday.", []told{{"23-07-2016", "2016-07-23"}, {"Friday", "2016-07-22"}}},
		{"and so does one after the day of publication, which must be wrong", "2015-08-06", "Mon Jun 20 2016 Rebels killed in Raqqa. Jets flew on Sunday.", []told{{"Mon Jun 20 2016", "2016-06-20"}, {"Sunday", "2016-06-19"}}},
		{"nor one of months ago", "2014-09-05", "6 Apr 2014 Rebels died in Homs. Jets flew on Tuesday.", []told{{"6 Apr 2014", "2014-04-06"}, {"Tuesday", "2014-09-02"}}},
		{"capitals alone", "1990-01-12", "GUNMEN ATTACKED THE STATION ON 5 JANUARY AND LAST NIGHT, POLICE SAID ON FRIDAY.",
			[]told{{"5 JANUARY", "1990-01-05"}, {"LAST NIGHT", "1990-01-11TNI"}, {"FRIDAY", "1990-01-12"}}},
	} {
		d := read(t, c.published, c.text)
		var got []told
		for _, m := range Find(d) {
			got = append(got, told{m.Of(d.Text), m.Value})
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s:\n\tgot  %v\n\twant %v", c.name, got, c.want)
		}
	}
}

// TestOf finds the day of the event that a word heads.
func TestOf(t *testing.T) {
	for _, c := range []struct{ name, text, event, want string }{
		{"the event's own time", "Shells hit the mill on Monday, officials said on Thursday.", "hit", "2016-09-19"},
		{"the speech has its own", "Shells hit the mill on Monday, officials said on Thursday.", "said", "2016-09-22"},
		{"the day of a report bounds what it reports", "Officials said on Thursday that gunmen had attacked the mill.", "attacked", "2016-09-21–2016-09-22"},
		{"the month of a report is that of what it reports", "Officials said in May that gunmen had attacked the mill.", "attacked", "2016-05"},
		{"what one who tells of it did before has its own", "A nurse who fled last year said that gunmen had attacked the mill.", "attacked", "2016-09-22–2016-09-23"},
		{"a dateline dates no event", "ADEN, 19 September (Example News) - Shells hit the mill.", "hit", "2016-09-22–2016-09-23"},
		{"the time of a clause stays in it", "The army, which took the port on Sunday, shelled the mill on Tuesday.", "shelled", "2016-09-20"},
		{"and the clause has it", "The army, which took the port on Sunday, shelled the mill on Tuesday.", "took", "2016-09-18"},
		{"a noun takes that of its verb", "A strike on Wednesday killed nine people.", "killed", "2016-09-21"},
		{"a relative clause keeps the day of its noun", "A fire broke out in the port, which was wrecked by last month's blast.", "broke", "2016-09-22–2016-09-23"},
		{"and its noun has it", "A fire broke out in the port, which was wrecked by last month's blast.", "blast", "2016-08"},
		{"a noun's day is its verb's", "Nine people died in Monday's blast.", "died", "2016-09-19"},
		{"also in a clause beside it", "Nine people died and two were hurt in Monday's blast.", "died", "2016-09-19"},
		{"the paragraph's day is carried on", "Shells hit the mill on Monday. Nine people died.", "died", "2016-09-19"},
		{"nothing said: the report's day or the one before", "Nine people died.", "died", "2016-09-22–2016-09-23"},
		{"a plan has no day", "The army will leave.", "leave", ""},
	} {
		d := read(t, "2016-09-23", c.text)
		token := slices.IndexFunc(d.Tokens, func(k text.Token) bool { return k.Norm == c.event })
		if got := daysOf(Of(d, Find(d), token)); got != c.want {
			t.Errorf("%s: %q in %q: %s, want %s", c.name, c.event, c.text, got, c.want)
		}
	}
}

func BenchmarkFind(b *testing.B) {
	var words strings.Builder
	for _, x := range examples {
		sentence, _ := brackets(x.sentence)
		words.WriteString(sentence + " Officials of both sides denied that the village near the river had been shelled by their men, and a spokesman for the mission spoke of mistakes.\n")
	}
	d := read(b, published, words.String())
	b.SetBytes(int64(len(d.Text)))
	b.ReportAllocs()
	for b.Loop() {
		Find(d)
	}
}
