package timex

import (
	"strings"
	"testing"

	"concord"
)

// TestFeasts holds the movable feasts against days of record. The arithmetical Islamic calendar may be a day off the sighting of the moon.
func TestFeasts(t *testing.T) {
	v := loadVocabulary()
	for _, c := range []struct {
		name string
		year int
		want string
		off  day
	}{
		{"easter", 2013, "2013-03-31", 0}, {"easter", 2016, "2016-03-27", 0}, {"good friday", 2015, "2015-04-03", 0},
		{"orthodox easter", 2014, "2014-04-20", 0}, {"orthodox easter", 2016, "2016-05-01", 0},
		{"thanksgiving", 2013, "2013-11-28", 0}, {"memorial day", 2016, "2016-05-30", 0}, {"labor day", 2015, "2015-09-07", 0},
		{"ramadan", 2015, "2015-06-18", 1}, {"eid al-fitr", 2016, "2016-07-06", 1}, {"eid al-adha", 2018, "2018-08-21", 1}, {"christmas", 2014, "2014-12-25", 0},
	} {
		words := strings.Fields(atomsOf(c.name))
		h, n := v.holidays.Match(func(i int) string { return words[i] }, 0, len(words))
		if n != len(words) {
			t.Fatalf("%s is in no table", c.name)
		}
		got := h.in(c.year)
		if want := at(parse(t, c.want), oneDay).first; got < want-c.off || got > want+c.off {
			t.Errorf("%s %d: %s, want %s", c.name, c.year, period{got, oneDay}.value(), c.want)
		}
	}
}

// TestPeriods writes calendar units as TIMEX3 does.
func TestPeriods(t *testing.T) {
	for _, c := range []struct {
		day   string
		grain grain
		want  string
	}{
		{"2016-01-01", week, "2015-W53"}, {"2016-09-23", week, "2016-W38"}, {"2016-09-23", weekend, "2016-W38-WE"}, {"2016-09-23", quarter, "2016-Q3"},
		{"2016-09-23", half, "2016-H2"}, {"2016-01-15", season, "2015-WI"}, {"2016-09-23", decade, "201X"}, {"2000-05-05", century, "19"},
	} {
		if got := at(parse(t, c.day), c.grain).value(); got != c.want {
			t.Errorf("%s: %s, want %s", c.day, got, c.want)
		}
	}
	if got := parse(t, "2016-01-31").shift(1, month); got != parse(t, "2016-02-29") {
		t.Errorf("a month after 31 January 2016 is %s", period{got, oneDay}.value())
	}
}

func parse(t *testing.T, date string) day {
	t.Helper()
	first, _, ok := concord.Date(date).Bounds()
	if !ok {
		t.Fatal(date)
	}
	return dayOf(first.Year(), int(first.Month()), first.Day())
}
