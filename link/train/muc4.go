package main

import (
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"concord"
	"concord/intake"
	"concord/link"
	"concord/muc4"
	"concord/pipeline"
)

// happening is what the keys of MUC-4 say of the incident that an article is mainly about.
type happening struct {
	kind                    string
	from, to                time.Time // zero where unknown
	country, province, town string    // empty where unknown
	hit                     []string  // words for the people and things that it hit
	sketch                  concord.Sketch
}

func happeningOf(k *muc4.Key, s concord.Sketch) *happening {
	h := &happening{kind: k.Lines[muc4.Type][0], sketch: s}
	h.from, h.to = k.Days()
	h.country, h.province, h.town = k.Place()
	for _, slot := range []muc4.Slot{muc4.Object, muc4.VictimName, muc4.Victim} {
		for _, ways := range k.Ways(slot) {
			for _, way := range ways {
				if !anyones.MatchString(way) {
					h.hit = append(h.hit, way)
				}
			}
		}
	}
	return h
}

// anyones matches words that are said of the victims and targets of every other incident.
var anyones = regexp.MustCompile(`^(the |an? |[0-9]+ )?(civilian|peasant|terrorist|guerrilla|soldier|people|person|child|children|man|men|woman|women|police|policem[ae]n|bomb|house|resident|population|student|worker|leader|subversive|rebel)s?$`)

// is reports whether two happenings are one, and whether that can be told.
func (h *happening) is(o *happening) (same, known bool) {
	switch {
	case h.elsewhere(o) || h.before(o) || o.before(h):
		return false, true
	case h.kind != o.kind:
		return false, false
	}
	same = slices.ContainsFunc(h.hit, func(s string) bool { return slices.Contains(o.hit, s) })
	return same, same
}

func (h *happening) elsewhere(o *happening) bool {
	differ := func(a, b string) bool { return a != "" && b != "" && a != b }
	return differ(h.country, o.country) || differ(h.province, o.province) || differ(h.town, o.town)
}

// before reports whether a happening ended more than a day before the other began.
func (h *happening) before(o *happening) bool {
	return !h.to.IsZero() && !o.from.IsZero() && o.from.Sub(h.to) > 24*time.Hour
}

// war returns the main accounts of the articles of MUC-4's DEV part: news of one war from day to day, where much happens in the same
// places in the same words. Two are of one incident where their keys agree and name the same victims or targets, of different ones where
// kind, days or places differ.
func war(folder, articles string) (link.Lessons, error) {
	lessons := link.Lessons{Weight: 1, All: true}
	keys, err := muc4.Read(filepath.Join(folder, "keys"))
	if err != nil {
		return lessons, err
	}
	known := map[concord.AccountKey]*happening{}
	err = readAll(articles, func(r *concord.Reading) {
		if !muc4.Learned(r.Report.Name) {
			return
		}
		if h := mainHappening(r, keys[r.Report.Name]); h != nil {
			known[h.sketch.Key] = h
			lessons.Sketches = append(lessons.Sketches, h.sketch)
		}
	})
	lessons.Same = func(a, b concord.AccountKey) (bool, bool) { return known[a].is(known[b]) }
	return lessons, err
}

// readAll reads the reports of a file.
func readAll(file string, yield func(*concord.Reading)) error {
	reader, err := pipeline.NewReader()
	if err != nil {
		return err
	}
	var broken error
	reports := func(yield func(concord.Report) bool) { broken = reportsOf(file, yield) }
	for reading, err := range reader.ReadAll(reports) {
		if err != nil {
			return err
		}
		yield(&reading)
	}
	return broken
}

// reportsOf yields the reports of a file, and returns the error of the first that there is none.
func reportsOf(file string, yield func(concord.Report) bool) error {
	for item := range intake.Reports([]string{file}, nil, time.Now()) {
		if item.Err != nil {
			return item.Err
		}
		if !yield(item.Report) {
			break
		}
	}
	return nil
}

// mainHappening returns the key of a reading's main account: the one that shares most words with its claims. It is nil where two share as
// many, or none has its type.
func mainHappening(r *concord.Reading, keys []muc4.Key) *happening {
	id := link.MainStory(r)
	i := slices.IndexFunc(r.Accounts, func(a concord.Account) bool { return a.ID == id })
	if i < 0 {
		return nil
	}
	quotes := claimed(r, id)
	var best *muc4.Key
	most, equals := -1, 0
	for k := range keys {
		if !slices.Contains(keys[k].Types(), r.Accounts[i].Type) {
			continue
		}
		switch n := told(&keys[k], quotes); {
		case n > most:
			best, most, equals = &keys[k], n, 1
		case n == most:
			equals++
		}
	}
	if equals != 1 {
		return nil
	}
	for _, s := range link.Sketches(r) {
		if s.Key.Account == id {
			return happeningOf(best, s)
		}
	}
	return nil
}

// claimed returns the quotes of an account's claims, in lower case.
func claimed(r *concord.Reading, account string) string {
	var quotes strings.Builder
	for i := range r.Claims {
		if c := &r.Claims[i]; c.Incident != nil && *c.Incident == account {
			quotes.WriteString(" " + strings.ToLower(c.Quote.Text))
		}
	}
	return quotes.String()
}

// told counts the fillers of a key that stand in a text.
func told(k *muc4.Key, text string) int {
	n := 0
	for _, slot := range []muc4.Slot{muc4.Individual, muc4.Organization, muc4.Object, muc4.VictimName, muc4.Victim} {
		for _, ways := range k.Ways(slot) {
			for _, way := range ways {
				if strings.Contains(text, way) {
					n++
				}
			}
		}
	}
	return n
}
