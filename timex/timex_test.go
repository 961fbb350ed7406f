package timex

import (
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
