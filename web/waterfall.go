package web

import (
	"cmp"

	"concord"
)

// waterfall is why two accounts are held to be of one incident: each contribution a bar that begins where the
// one before it ended.
type waterfall struct {
	A, B  string // names of the reports
	Score float64
	Zero  percent // where 0 is
	Bars  []step
	Total step
}

// step is one bar of a waterfall.
type step struct {
	concord.Contribution
	At, Width percent
	Against   bool
}

// waterfallsOf draws the links of an incident.
func waterfallsOf(in concord.Incident) []waterfall {
	names := make(map[string]string)
	for _, c := range in.Claims {
		names[c.ReportID] = cmp.Or(c.Publisher, c.Report)
	}
	list := make([]waterfall, 0, len(in.Links))
	for _, link := range in.Links {
		w := drawLink(link)
		w.A, w.B = names[link.A.Report], names[link.B.Report]
		list = append(list, w)
	}
	return list
}

func drawLink(link concord.Link) waterfall {
	least, most, sum := 0.0, 0.0, 0.0
	for _, c := range link.Contributions {
		sum += c.Weight
		least, most = min(least, sum), max(most, sum)
	}
	width := max(most-least, 1e-9)
	at := func(x float64) percent { return percent(100 * (x - least) / width) }
	bar := func(c concord.Contribution, from, to float64) step {
		return step{Contribution: c, At: at(min(from, to)), Width: at(max(from, to)) - at(min(from, to)), Against: to < from}
	}
	w := waterfall{Score: link.Score, Zero: at(0)}
	running := 0.0
	for _, c := range link.Contributions {
		w.Bars = append(w.Bars, bar(c, running, running+c.Weight))
		running += c.Weight
	}
	w.Total = bar(concord.Contribution{Weight: running}, 0, running)
	return w
}
