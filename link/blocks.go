package link

import (
	"hash/fnv"
	"math"
	"slices"

	"concord"
)

// blocks returns the blocks that an account is filed under, and those in which accounts of the same incident are looked for.
// Whichever of two accounts comes first, the later one finds it: what one is filed under the other looks up.
func (f *features) blocks() (filed, looked []int64) {
	file := func(shelf int, name string) { filed = append(filed, blockID(shelf, name)) }
	look := func(shelf int, name string) { looked = append(looked, blockID(shelf, name)) }
	if f.From != 0 && f.To-f.From < 7 {
		kind := "|" + f.Country + "|" + family(f.Type)
		for d := f.From; d <= f.To; d++ {
			file(d/7, "day"+itoa(d)+kind)
		}
		for d := f.From - 2; d <= f.To+2; d++ {
			look(d/7, "day"+itoa(d)+kind)
		}
	}
	stamp := f.Published
	if stamp == 0 {
		stamp = f.To
	}
	if stamp != 0 {
		f.weekly(stamp/7, file, look)
		f.byDead(yearShelf(stamp), file, look)
	}
	f.byWords(file, look)
	return sorted(filed), sorted(looked)
}

// weekly files what is dated under place and rare words of its week, and looks into the weeks before and after.
func (f *features) weekly(week int, file, look func(shelf int, name string)) {
	if f.Point != nil && !coarse(f.Precision) {
		file(week, "at"+cell(*f.Point, 0, 0))
		for dx := -1; dx <= 1; dx++ {
			for dy := -1; dy <= 1; dy++ {
				for w := week - 1; w <= week+1; w++ {
					look(w, "at"+cell(*f.Point, dx, dy))
				}
			}
		}
	}
	for _, t := range f.keywords(8) {
		file(week, "word"+itoa(int(t.Hash)))
		for w := week - 1; w <= week+1; w++ {
			look(w, "word"+itoa(int(t.Hash)))
		}
	}
}

// trialYears is after how many years a trial is told of at most that finds the reports of the crime.
const trialYears = 3

// byDead files what is dated under the names of the dead, so that a trial finds the death that it is about.
func (f *features) byDead(shelf int, file, look func(shelf int, name string)) {
	for _, name := range f.Killed {
		file(shelf, "dead"+name)
		for y := max(shelf-trialYears, undatedShelf+1); y <= min(shelf+trialYears, undatedShelf+years); y++ {
			look(y, "dead"+name)
		}
	}
}

// byWords lets undated accounts be found, and find others, by two rare words in common. Dated accounts do not find one another so:
// such blocks would grow with the record.
func (f *features) byWords(file, look func(shelf int, name string)) {
	top := f.keywords(10)
	for i, a := range top {
		for _, b := range top[i+1:] {
			pair := "pair" + itoa(int(min(a.Hash, b.Hash))) + "+" + itoa(int(max(a.Hash, b.Hash)))
			look(undatedShelf, pair)
			if f.Published != 0 {
				file(yearShelf(f.Published), pair)
				continue
			}
			file(undatedShelf, pair)
			for year := range years {
				look(undatedShelf+1+year, pair)
			}
		}
	}
}

// keywords returns the n terms by which reports of the same incident are likeliest to be found: the heaviest, where those of the
// opening and of names count double, and numbers, which are written in many ways, half.
func (f *features) keywords(n int) []term {
	top := slices.Clone(f.Terms)
	for i := range top {
		t := &top[i]
		t.Weight *= 2
		if t.Marks&opening != 0 {
			t.Weight *= 2
		}
		if t.Marks&named != 0 {
			t.Weight *= 2
		}
		if t.Marks&digits != 0 {
			t.Weight /= 2
		}
	}
	slices.SortFunc(top, heavier)
	return top[:min(len(top), n)]
}

// Blocks stand on shelves: those of a week together, and what goes by words alone apart from them, the dated by years. So what a report is
// filed under lies near what others of its time are, however many there are of other times: to file it, a record reads and writes few pages.
const (
	undatedShelf = -1 << 15
	firstYear    = 20 // of 52 weeks, from 1970 on: what was published before stands with it
	years        = 44 // and what was published after the last, with that
)

// yearShelf returns the shelf of what goes by words alone and was published on a day.
func yearShelf(day int) int {
	return undatedShelf + 1 + min(max(day/364-firstYear, 0), years-1)
}

// blockID is a block's shelf in the upper 16 bits, and its name (FNV-1a) in the others.
func blockID(shelf int, name string) int64 {
	h := fnv.New64a()
	h.Write([]byte(name))
	return int64(shelf)<<48 | int64(h.Sum64()&(1<<48-1))
}

func sorted(ids []int64) []int64 {
	slices.Sort(ids)
	return slices.Compact(ids)
}

// cell names the square of half a degree that a point lies in, shifted by dx and dy squares.
func cell(p concord.Point, dx, dy int) string {
	return itoa(int(math.Floor(p.Lat*2))+dy) + "," + itoa(int(math.Floor(p.Lon*2))+dx)
}
