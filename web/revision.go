package web

import (
	"cmp"
	"slices"

	"concord"
)

// revision is how the figures of one measure changed as reports came in.
type revision struct {
	Measure concord.Measure
	Status  concord.Status
	Days    []dayTick
	Series  []series
	Ticks   []tick // numbers, from the bottom
}

// dayTick is a day of publication on the time axis.
type dayTick struct {
	At     percent
	Day    concord.Date
	Lesser bool // not shown where there is little room
}

// addTick adds a day where there is room for its label beside the last one.
func addTick(ticks []dayTick, at percent, day concord.Date) []dayTick {
	const wide, narrow = 13, 28
	n := len(ticks)
	if n > 0 && at-ticks[n-1].At < wide {
		return ticks
	}
	for n > 0 && ticks[n-1].Lesser {
		n--
	}
	return append(ticks, dayTick{at, day, n > 0 && at-ticks[n-1].At < narrow})
}

// series is what one source said over time.
type series struct {
	Number int // from 1: its style
	Source string
	Points []point
	Lines  []segment
}

// point is one figure at the day when it was said; Y counts from the top.
type point struct {
	X, Y   percent
	Figure concord.Reported
}

// segment joins two figures of a source.
type segment struct{ X1, Y1, X2, Y2 percent }

// mostSeries is how many sources one picture can tell apart by colour and dash.
const mostSeries = 6

// revisionsOf draws the measures whose figures changed from one day to another: a later day brought a number that was not said before.
func revisionsOf(pictures []picture) []revision {
	var list []revision
	for _, p := range pictures {
		if p.Scope != concord.ScopeIncident && p.Scope != "" {
			continue
		}
		if days := daysOf(p.BySource); len(days) > 1 && changed(p.BySource, days[0]) {
			list = append(list, revisionOf(p, days))
		}
	}
	return list
}

// changed reports whether a number was first said after the first day.
func changed(figures []concord.Reported, first concord.Date) bool {
	return slices.ContainsFunc(figures, func(f concord.Reported) bool {
		return f.Said.Day() > first && !slices.ContainsFunc(figures, func(g concord.Reported) bool { return g.Said.Day() < f.Said.Day() && g.Low == f.Low })
	})
}

// daysOf returns the days on which figures were said, in order, each once.
func daysOf(figures []concord.Reported) []concord.Date {
	var days []concord.Date
	for _, f := range figures {
		if _, _, ok := f.Said.Bounds(); ok {
			days = append(days, f.Said.Day())
		}
	}
	slices.Sort(days)
	return slices.Compact(days)
}

func revisionOf(p picture, days []concord.Date) revision {
	r := revision{Measure: p.Measure, Status: p.Status}
	first, _, _ := days[0].Bounds()
	last, _, _ := days[len(days)-1].Bounds()
	across := func(d concord.Date) percent {
		at, _, _ := d.Bounds()
		return percent(8 + 84*float64(at.Sub(first))/float64(last.Sub(first)))
	}
	for _, d := range days {
		r.Days = addTick(r.Days, across(d), d)
	}
	a := axisFor(p.BySource)
	up := func(n int) percent { return 100 - a.at(n) }
	for _, t := range p.Ticks {
		r.Ticks = append(r.Ticks, tick{100 - t.At, t.Number})
	}
	for i, line := range p.Rows[:min(len(p.Rows), mostSeries)] {
		s := series{Number: i + 1, Source: line.Source}
		figures := slices.Clone(line.Figures)
		slices.SortStableFunc(figures, func(x, y concord.Reported) int { return cmp.Compare(x.Said, y.Said) })
		for _, f := range figures {
			if _, _, ok := f.Said.Bounds(); ok {
				s.add(point{across(f.Said.Day()), up(f.Low), f})
			}
		}
		r.Series = append(r.Series, s)
	}
	return r
}

// add appends a point and joins it to the one before: a figure stands until the day it is revised.
func (s *series) add(p point) {
	if n := len(s.Points); n > 0 {
		before := s.Points[n-1]
		s.Lines = append(s.Lines, segment{before.X, before.Y, p.X, before.Y}, segment{p.X, before.Y, p.X, p.Y})
	}
	s.Points = append(s.Points, p)
}
