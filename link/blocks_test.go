package link

import (
	"testing"
	"time"
)

// filedOn returns the blocks of an account of two words, told in Odavale on a day in a report of that day; the zero day is unknown.
func filedOn(published time.Time) (filed, looked []int64) {
	f := features{Country: "QM", Terms: terms{{Hash: 1, Weight: 9}, {Hash: 2, Weight: 8}}}
	if !published.IsZero() {
		f.Published = int(published.Unix() / 86400)
		f.From, f.To = f.Published, f.Published
	}
	return f.blocks()
}

func on(year int, month time.Month, day int) time.Time {
	return time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
}

// An undated account and a dated one of any year meet by two rare words, whichever comes first; two dated ones meet only where their days are near.
func TestMeetingInBlocks(t *testing.T) {
	undated, undatedLooks := filedOn(time.Time{})
	for _, day := range []time.Time{on(1920, 3, 1), on(1995, 6, 30), on(2021, 12, 31), on(2099, 1, 1)} {
		filed, looked := filedOn(day)
		if !meet(undatedLooks, filed) || !meet(looked, undated) {
			t.Errorf("an account of %s and an undated one do not meet", day.Format(time.DateOnly))
		}
		for days, want := range map[int]bool{1: true, 2: true, 60: false} {
			if later, laterLooks := filedOn(day.AddDate(0, 0, days)); meet(looked, later) != want || meet(laterLooks, filed) != want {
				t.Errorf("of %s and %d days later: meeting is not %v", day.Format(time.DateOnly), days, want)
			}
		}
	}
}

// What accounts of one week are filed under and look into lies together, apart from what accounts of other times have, so that a
// record finds and writes it on few pages.
func TestBlocksOfATimeLieTogether(t *testing.T) {
	shelves := map[int64]bool{}
	for day := 4; day <= 10; day++ {
		filed, looked := filedOn(on(2021, 1, day))
		for _, b := range append(filed, looked...) {
			shelves[b>>48] = true
		}
	}
	if len(shelves) > 6 {
		t.Errorf("a week's blocks lie on %d shelves, want those of some weeks, of the year, and of what is undated", len(shelves))
	}
}
