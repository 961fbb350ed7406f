package web

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"concord"
)

// percent is a length along an axis, as SVG takes it: pictures then fit any width without being deformed.
type percent float64

func (p percent) String() string { return fmt.Sprintf("%.2f%%", float64(p)) }

// picture is the disagreement on one measure as it is drawn: a row a source on a common axis.
type picture struct {
	concord.Tally
	Rows  []row
	Ticks []tick
	Shade *band // the range across independent sources, nil where there is one source
	Log   bool  // the axis is logarithmic
	// Agreement is how the sources stand on this measure.
	Agreement concord.Agreement
	Has       map[string]bool
}

// row is what one source reports of the measure, its current figure first.
type row struct {
	Source     string
	Kind       concord.SpeakerKind
	Publishers []string // who carries this source's words, when it is not the source itself
	Marks      []mark
	Figures    []concord.Reported
}

// mark is a figure as it is drawn: a dot, a ring (about), a bar from low to high, or a dot with an arrow (or more).
type mark struct {
	Shape  string // dot, ring, bar, open
	At     percent
	Width  percent // of a bar
	Faint  bool    // superseded
	Figure concord.Reported
}

// band is a stretch of the axis.
type band struct{ At, Width percent }

// tick is a number on the axis.
type tick struct {
	At     percent
	Number int
}

// axis maps numbers of people or things to places between its margins.
type axis struct {
	most int
	log  bool
}

const axisMargin = 4.0 // percent on either side, so that a dot at an end is whole

func (a axis) at(n int) percent {
	share := float64(n) / float64(a.most)
	if a.log {
		share = math.Log1p(float64(n)) / math.Log1p(float64(a.most))
	}
	return percent(axisMargin + share*(100-2*axisMargin-4)) // 4 more at the end for arrows
}

// axisFor chooses an axis from 0 on which every figure has a place; a logarithmic one where the largest number would
// press the smallest ones together.
func axisFor(figures []concord.Reported) axis {
	least, most := math.MaxInt, 1
	for _, f := range figures {
		for _, n := range []*int{&f.Low, f.High} {
			if n == nil {
				continue
			}
			most = max(most, *n)
			if *n > 0 {
				least = min(least, *n)
			}
		}
	}
	if most > 100 && most/least >= 25 {
		return axis{most: int(math.Pow(10, math.Ceil(math.Log10(float64(most))))), log: true}
	}
	step := stepFor(most)
	return axis{most: (most + step - 1) / step * step}
}

// stepFor is the distance between ticks: 1, 2 or 5 times a power of ten, about five of them up to most.
func stepFor(most int) int {
	for power := 1; ; power *= 10 {
		for _, digit := range []int{1, 2, 5} {
			if step := digit * power; most <= 6*step {
				return step
			}
		}
	}
}

func (a axis) ticks() []tick {
	ticks := []tick{{At: a.at(0)}}
	if a.log {
		for n := 1; n <= a.most; n *= 10 {
			ticks = append(ticks, tick{At: a.at(n), Number: n})
		}
		return ticks
	}
	step := stepFor(a.most)
	for n := step; n <= a.most; n += step {
		ticks = append(ticks, tick{At: a.at(n), Number: n})
	}
	return ticks
}

// drawTally draws one measure. publishers names the publisher of a report by the report's name.
func drawTally(t concord.Tally, publishers map[string]string) picture {
	a := axisFor(t.BySource)
	p := picture{Tally: t, Ticks: a.ticks(), Log: a.log, Has: make(map[string]bool)}
	for _, f := range t.BySource {
		i := slices.IndexFunc(p.Rows, func(r row) bool { return r.Source == f.Source })
		if i < 0 {
			i = len(p.Rows)
			p.Rows = append(p.Rows, row{Source: f.Source, Kind: f.Kind})
		}
		p.Rows[i].Figures = append(p.Rows[i].Figures, f)
	}
	for i := range p.Rows {
		p.Rows[i].draw(a, publishers)
		for _, m := range p.Rows[i].Marks {
			p.Has[m.Shape] = true
			p.Has["faint"] = p.Has["faint"] || m.Faint
		}
	}
	slices.SortStableFunc(p.Rows, func(x, y row) int {
		return cmp.Or(cmp.Compare(x.Figures[0].Low, y.Figures[0].Low), cmp.Compare(top(x.Figures[0]), top(y.Figures[0])))
	})
	p.Agreement = agreementOf(p.Rows)
	if len(p.Rows) > 1 {
		p.Shade = &band{At: a.at(t.Lowest)}
		end := percent(100)
		if t.Highest != nil {
			end = a.at(*t.Highest)
		}
		p.Shade.Width = end - p.Shade.At
	}
	return p
}

// top is the upper bound of a figure, beyond all numbers where it is open.
func top(f concord.Reported) int {
	if f.High == nil {
		return math.MaxInt
	}
	return *f.High
}

// draw orders the row's figures, the one that holds first, and makes their marks, faint ones underneath.
func (r *row) draw(a axis, publishers map[string]string) {
	slices.SortStableFunc(r.Figures, func(x, y concord.Reported) int {
		if (x.SupersededBy == nil) != (y.SupersededBy == nil) {
			if x.SupersededBy == nil {
				return -1
			}
			return 1
		}
		return cmp.Compare(y.Said, x.Said)
	})
	for _, f := range slices.Backward(r.Figures) {
		r.Marks = append(r.Marks, a.mark(f))
	}
	for _, f := range r.Figures {
		for _, report := range append([]string{f.Report}, f.RepeatedBy...) {
			name := cmp.Or(publishers[report], report)
			if name != r.Source && !slices.Contains(r.Publishers, name) {
				r.Publishers = append(r.Publishers, name)
			}
		}
	}
}

func (a axis) mark(f concord.Reported) mark {
	m := mark{Shape: "dot", At: a.at(f.Low), Faint: f.SupersededBy != nil, Figure: f}
	switch {
	case f.High == nil:
		m.Shape = "open"
	case *f.High != f.Low:
		m.Shape, m.Width = "bar", a.at(*f.High)-m.At
	case f.Qualifier == concord.About:
		m.Shape = "ring"
	}
	return m
}

// measureOrder is the order in which measures are shown: what befell people first, death before the rest.
var measureOrder = [...]concord.Measure{concord.Killed, concord.Injured, concord.Casualties, concord.Missing, concord.Abducted,
	concord.Detained, concord.Released, concord.Displaced, concord.Besieged, concord.Destroyed, concord.Damaged, concord.Attacks}

// drawFigures draws every measure of an incident, those of the incident itself before tolls of days and wars, and those with
// more sources first among equals.
func drawFigures(in concord.Incident) []picture {
	publishers := make(map[string]string)
	for _, c := range in.Claims {
		if c.Publisher != "" {
			publishers[c.Report] = c.Publisher
		}
	}
	pictures := make([]picture, 0, len(in.Figures))
	for _, t := range in.Figures {
		pictures = append(pictures, drawTally(t, publishers))
	}
	scope := func(p picture) int {
		if p.Scope == concord.ScopeIncident || p.Scope == "" {
			return 0
		}
		return 1
	}
	slices.SortStableFunc(pictures, func(x, y picture) int {
		return cmp.Or(cmp.Compare(scope(x), scope(y)),
			cmp.Compare(slices.Index(measureOrder[:], x.Measure), slices.Index(measureOrder[:], y.Measure)),
			cmp.Compare(len(y.Rows), len(x.Rows)))
	})
	return pictures
}
