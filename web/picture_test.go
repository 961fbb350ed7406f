package web

import (
	"testing"

	"concord"
)

func TestPictureHasARowASource(t *testing.T) {
	readings := marketReadings(t)
	pictures := drawFigures(marketIncident(readings))
	p := pictures[0]
	if len(p.Rows) != 2 || p.Rows[0].Source != "Idlib Rescue Corps" || p.Rows[1].Source != "River Valley Watch" {
		t.Fatalf("rows %+v", p.Rows)
	}
	watch := p.Rows[1]
	if len(watch.Marks) != 2 || !watch.Marks[0].Faint || watch.Marks[0].Shape != "open" || watch.Marks[1].Faint || watch.Marks[1].Shape != "dot" {
		t.Errorf("marks %+v", watch.Marks)
	}
	if watch.Figures[0].Low != 31 {
		t.Error("the figure that holds does not come first")
	}
	if len(watch.Publishers) != 2 {
		t.Errorf("carried by %v", watch.Publishers)
	}
	if p.Rows[0].Marks[0].Shape != "ring" {
		t.Errorf("about is drawn as %s", p.Rows[0].Marks[0].Shape)
	}
	if p.Shade == nil || p.Shade.Width <= 0 || pictures[2].Shade == nil || pictures[1].Shade != nil {
		t.Error("the range is shaded where independent sources differ, and only there")
	}
	if pictures[2].Measure != concord.Injured || pictures[2].Rows[0].Marks[0].Shape != "bar" {
		t.Errorf("third picture %+v", pictures[2])
	}
}

func TestAxisHoldsEveryFigure(t *testing.T) {
	for _, c := range []struct {
		name   string
		most   int
		least  int
		log    bool
		growth int
	}{{"single victim", 1, 1, false, 1}, {"ordinary toll", 31, 14, false, 5}, {"toll beside thousands", 9999, 45, true, 0}, {"nobody", 0, 0, false, 1}} {
		high := c.most
		a := axisFor([]concord.Reported{{Low: c.least, High: &high}})
		if a.log != c.log {
			t.Errorf("%s: logarithmic %v", c.name, a.log)
		}
		last := percent(-1)
		for n := 0; n <= c.most; n += max(1, c.most/50) {
			if at := a.at(n); at <= last || at > 100-axisMargin {
				t.Errorf("%s: %d stands at %v after %v", c.name, n, at, last)
			} else {
				last = at
			}
		}
		if ticks := a.ticks(); len(ticks) < 2 || len(ticks) > 8 {
			t.Errorf("%s: %d ticks", c.name, len(ticks))
		}
	}
}

func TestWaterfallBeginsWhereTheLastBarEnded(t *testing.T) {
	w := drawLink(concord.Link{Contributions: []concord.Contribution{{Name: "a", Weight: 3}, {Name: "b", Weight: -1}, {Name: "c", Weight: 2}}})
	if w.Bars[0].At != 0 || w.Bars[1].At+w.Bars[1].Width != w.Bars[0].At+w.Bars[0].Width || w.Bars[2].At != w.Bars[1].At || !w.Bars[1].Against {
		t.Errorf("bars %+v", w.Bars)
	}
	if end := w.Total.At + w.Total.Width; end != 100 {
		t.Errorf("the sum ends at %v", end)
	}
}

func TestFiguresStandAboveBelowOrWithin(t *testing.T) {
	number := func(n int) *int { return &n }
	in := concord.Incident{Figures: []concord.Tally{{Measure: concord.Killed, BySource: []concord.Reported{
		{Source: "low", Low: 5, High: number(5)}, {Source: "mid", Low: 10, High: number(10)}, {Source: "high", Low: 30, High: nil},
		{Source: "mid", Low: 2, High: number(2), SupersededBy: new(string)}}}}}
	for source, want := range map[string]string{"low": "below", "mid": "within", "high": "above"} {
		if got := standsOf(in, source)[0].Position; got != want {
			t.Errorf("%s stands %s, want %s", source, got, want)
		}
	}
	alone := concord.Incident{Figures: []concord.Tally{{BySource: []concord.Reported{{Source: "x", Low: 1}}}}}
	if got := standsOf(alone, "x")[0].Position; got != "alone" {
		t.Errorf("a figure without others stands %s", got)
	}
}
