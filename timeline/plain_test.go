package timeline_test

import (
	"cmp"
	"fmt"
	"os"
	"slices"
	"strings"
	"testing"

	"concord"
	"concord/timeline"
)

// TestPlainNews reads two to four reports each on twelve more ceasefires, in the plain forms of news, and holds what the thread tells of each:
// who and by whom, when, for how long and how much longer, what for, on paper or not, watched by whom, who alleges how much against whom.
// A row of testdata/plain.tsv is one field; "unread" in its last column marks those that are known not to be read yet.
func TestPlainNews(t *testing.T) {
	table, err := os.ReadFile("testdata/plain.tsv")
	if err != nil {
		t.Fatal(err)
	}
	read := map[string][]concord.Ceasefire{}
	right, rows := 0, 0
	for line := range strings.Lines(string(table)) {
		cells := strings.Split(strings.TrimRight(line, "\n"), "\t")
		if strings.HasPrefix(line, "#") || cells[0] == "thread" {
			continue
		}
		file, number, _ := strings.Cut(cells[0], "#")
		if read[file] == nil {
			read[file] = timeline.Ceasefires(claimsOf(t, "testdata/plain/"+file+".jsonl"))
		}
		list := read[file]
		nth := 0
		if number != "" {
			nth = int(number[0]-'0') - 1
		}
		rows++
		got := fmt.Sprint(len(list))
		if cells[1] != "count" {
			got = "no such thread"
			if nth < len(list) {
				got = field(&list[nth], cells[1])
			}
		}
		unread := len(cells) > 3 && cells[3] == "unread"
		is := fits(cells[1], cells[2], got)
		if is {
			right++
		}
		if is == unread {
			t.Errorf("%s %s: want %s, got %s", cells[0], cells[1], cells[2], got)
		}
	}
	t.Logf("%d of %d fields right", right, rows)
}

// field writes one field of a ceasefire as the table has it, several values parted by "; ".
func field(c *concord.Ceasefire, name string) string {
	switch name {
	case "parties":
		return strings.Join(c.Parties, "; ")
	case "mediators":
		return strings.Join(c.Mediators, "; ")
	case "monitors":
		return strings.Join(c.Monitors, "; ")
	case "guarantors":
		return strings.Join(c.Guarantors, "; ")
	case "purpose":
		return c.Purpose
	case "written":
		return map[bool]string{true: "yes", false: "no"}[c.Written]
	case "announced":
		return days(c.Announced)
	case "effective":
		return days(c.Effective)
	case "ended":
		return days(c.Ended)
	case "duration", "extension":
		var list []string
		for _, term := range c.Terms {
			if term.Extension == (name == "extension") {
				list = append(list, term.String())
			}
		}
		return strings.Join(list, "; ")
	case "violation":
		var list []string
		for _, v := range c.Violations {
			list = append(list, fmt.Sprintf("%s > %s: %s", names(v.AllegedBy), names(v.Accused), concord.Range(v.Low, v.High)))
		}
		return strings.Join(list, "; ")
	case "denied":
		var list []string
		for _, v := range c.Violations {
			list = append(list, v.DeniedBy...)
		}
		return strings.Join(list, "; ")
	}
	return "no such field"
}

// fits reports whether what was read is what is wanted: for lists of names all of them and no other, a name being held to fit one that it is part of; for
// allegations and terms, that the wanted one is among them.
func fits(name, want, got string) bool {
	values := strings.Split(got, "; ")
	switch name {
	case "parties", "mediators", "monitors", "guarantors":
		wanted := strings.Split(want, "; ")
		return len(values) == len(wanted) && !slices.ContainsFunc(wanted, func(w string) bool { return !slices.ContainsFunc(values, func(v string) bool { return alike(w, v) }) })
	case "denied":
		return slices.ContainsFunc(values, func(v string) bool { return alike(want, v) })
	case "violation":
		return slices.ContainsFunc(values, func(v string) bool { return alleges(want, v) })
	case "duration", "extension":
		return slices.Contains(values, want)
	case "announced", "effective", "ended":
		return midnight(got) == midnight(want) || !strings.Contains(want, "T") && strings.HasPrefix(got, want)
	}
	return got == want
}

func alike(a, b string) bool {
	a, b = strings.ToLower(a), strings.ToLower(b)
	return a != "" && b != "" && (strings.Contains(a, b) || strings.Contains(b, a))
}

// alleges compares "who > whom: how many"; a wanted allegation without a number fits any.
func alleges(want, got string) bool {
	who, whom, _ := strings.Cut(want, " > ")
	by, against, _ := strings.Cut(got, " > ")
	whom, number, _ := strings.Cut(whom, ": ")
	against, count, _ := strings.Cut(against, ": ")
	return alike(who, by) && (whom == against || alike(whom, against)) && cmp.Or(number, count) == count
}

// midnight writes the end of a day as the start of the next, and leaves seconds out.
func midnight(day string) string {
	if before, is := strings.CutSuffix(day, "T24:00"); is {
		if _, next, ok := concord.Date(before).Bounds(); ok {
			return next.AddDate(0, 0, 1).Format("2006-01-02") + "T00:00"
		}
	}
	return day
}
