package web

import (
	"net/url"
	"time"

	"concord"
)

// bar is the incidents of a day, a month or a year on the timeline.
type bar struct {
	Label   string // "2016-09-19", "2016-09", "2016"
	Count   int
	Against int // of these, how many have sources that contradict one another
	At      percent
	Width   percent
	Height  percent
	Bad     percent // height of the part that contradicts
	Link    string
	Named   bool // the label is shown
	Lesser  bool // but not where there is little room
}

// mostBars is how many bars a timeline has before days become months, and months years.
const mostBars = 120

// widestBar is the widest place that a bar may take.
const widestBar percent = 4

// barsOf lays days with incidents out as bars, by month or by year where the days are too many.
func barsOf(days []concord.DayCount, q url.Values) []bar {
	if len(days) == 0 {
		return nil
	}
	first, _, _ := days[0].Day.Bounds()
	last, _, _ := days[len(days)-1].Day.Bounds()
	layout, next := scaleOf(first, last)
	var bars []bar
	index := make(map[string]int)
	begin, _ := time.Parse(layout, first.Format(layout))
	for t := begin; !t.After(last); t = next(t) {
		index[t.Format(layout)] = len(bars)
		bars = append(bars, bar{Label: t.Format(layout)})
	}
	for _, d := range days {
		b := &bars[index[string(d.Day)[:len(layout)]]]
		b.Count += d.Count
		b.Against += d.Contradicted
	}
	layBars(bars, q)
	return bars
}

// scaleOf chooses days, months or years.
func scaleOf(first, last time.Time) (layout string, next func(time.Time) time.Time) {
	switch days := last.Sub(first).Hours() / 24; {
	case days < mostBars:
		return time.DateOnly, func(t time.Time) time.Time { return t.AddDate(0, 0, 1) }
	case days < 30*mostBars:
		return "2006-01", func(t time.Time) time.Time { return t.AddDate(0, 1, 0) }
	}
	return "2006", func(t time.Time) time.Time { return t.AddDate(1, 0, 0) }
}

// layBars gives each bar its place, and a link to its incidents that keeps the rest of the filter.
func layBars(bars []bar, q url.Values) {
	most := 1
	for _, b := range bars {
		most = max(most, b.Count)
	}
	width := min(percent(100)/percent(len(bars)), widestBar)
	every := max(1, (len(bars)+7)/8)
	for i := range bars {
		b := &bars[i]
		b.At, b.Width = percent(i)*width, width*0.86
		b.Height, b.Bad = percent(b.Count)*100/percent(most), percent(b.Against)*100/percent(most)
		b.Named, b.Lesser = i%every == 0, i/every%2 == 1
		narrowed := url.Values{}
		for name, values := range q {
			narrowed[name] = values
		}
		narrowed["from"], narrowed["to"] = []string{b.Label}, []string{b.Label}
		b.Link = "/incidents?" + narrowed.Encode()
	}
}
