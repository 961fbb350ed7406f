package timex

import (
	"fmt"
	"strings"
)

// clockOf is a time of the clock on a day.
type clockOf struct {
	clock string
	of    meaning
}

func (m clockOf) resolve(n *narrative) result {
	r := m.of.resolve(n)
	if !r.known && !strings.HasPrefix(r.value, "XXXX") {
		r.value = "XXXX-XX-XX"
	}
	if i := strings.IndexByte(r.value, 'T'); i > 0 && r.kind == "TIME" {
		r.value = r.value[:i]
	}
	r.kind, r.value, r.clock = "TIME", r.value+"T"+m.clock, m.clock
	return r
}

// clockTime is "10 p.m.", "10:35", "1430 GMT", "noon", "six o'clock in the morning", "9 a.m. EST Tuesday", "midnight on Friday".
func clockTime(l *line, i int) (meaning, int) {
	clock, j := l.clock(i)
	if clock == "" {
		return nil, i
	}
	k := j
	if l.has(j, "(") {
		if same, to := l.clock(j + 1); same != "" && l.has(to, ")") {
			k = to + 1 // "10:35 a.m. (0735 GMT) on Friday"
		}
	}
	k = l.skip(k, ",", "on", "of")
	k = l.skip(k, "on", "of")
	if of, end := l.date(k); end > k && daily(of) {
		return clockOf{clock, of}, end
	}
	return clockOf{clock, here{}}, j
}

// dateClock is "Monday at 10 a.m.", "19 September at 14:30", "tomorrow at noon".
func dateClock(l *line, i int) (meaning, int) {
	if l.all&(digits|aPoint|aNumber) == 0 {
		return nil, i
	}
	of, j := l.date(i)
	if j == i || !daily(of) {
		return nil, i
	}
	k := l.skip(j, ",")
	k = l.skip(k, "at", "around", "about")
	if k == j {
		return nil, i
	}
	k = l.skip(k, "around", "about")
	clock, end := l.clock(k)
	if clock == "" {
		return nil, i
	}
	return clockOf{clock, of}, end
}

// clock reads a time of the clock with its half of the day and its zone.
func (l *line) clock(i int) (written string, end int) {
	if l.is(i, aPoint) {
		return l.at(i).point, l.zoneAfter(i + 1)
	}
	hours, minutes, j := l.hoursAndMinutes(i)
	if hours < 0 {
		return "", i
	}
	told := j > i+1 || minutes >= 0
	if l.is(j, meridiem) && hours >= 1 && hours <= 12 {
		return fmt.Sprintf("%02d:%02d", hours%12+int(l.at(j).hours), max(minutes, 0)), l.zoneAfter(j + 1)
	}
	if k := l.skip(j, "o'clock"); k > j {
		j, told = k, true
	}
	if l.has(j, "in") && l.has(j+1, "the") && l.is(j+2, aPart) && hours <= 12 {
		if l.at(j+2).part != "MO" {
			hours = hours%12 + 12
		}
		return fmt.Sprintf("%02d:%02d", hours, max(minutes, 0)), j + 3
	}
	if minutes >= 0 && l.has(j, "hrs", "hr", "hours", "h") {
		j++
	}
	if z := l.zoneAfter(j); z > j && l.at(i).size == 4 || told {
		return fmt.Sprintf("%02d:%02d", hours, max(minutes, 0)), z
	}
	return "", i
}

// zoneAfter skips a time zone: "GMT", "local time".
func (l *line) zoneAfter(i int) int {
	j := l.skipClass(i, zone)
	return l.skip(j, "time")
}

// hoursAndMinutes reads "10", "10:35", "1430"; minutes are -1 where they are not told, hours where there is no time.
func (l *line) hoursAndMinutes(i int) (hours, minutes, end int) {
	a := l.at(i)
	switch {
	case a.is&aNumber != 0 && a.number <= 12:
		return int(a.number), -1, i + 1
	case a.is&digits == 0 || a.norm[0] == '\'':
		return -1, -1, i
	case a.size == 4 && a.suffix == "" && a.num/100 < 24 && a.num%100 < 60 && l.is(i+1, zone):
		return a.num / 100, a.num % 100, i + 1
	case a.size == 4 && a.num/100 < 24 && a.num%100 < 60 && l.military(i):
		return a.num / 100, a.num % 100, l.skip(i+1, "hrs", "hr", "h", "hours")
	case a.size > 2 || a.num > 24:
		return -1, -1, i
	case a.suffix == "":
		if b := l.at(i + 2); l.has(i+1, ":") && l.tight(i+1) && l.tight(i+2) && b.size == 2 && b.num < 60 && b.suffix == "" {
			return a.num, b.num, i + 3
		}
		return a.num, -1, i + 1
	}
	if hours, minutes, end = a.suffixTime(); a.suffix[0] == '.' && !l.is(i+1, meridiem|zone) {
		return -1, -1, i // "5.30" may be anything
	}
	return hours, minutes, i + end
}

// military reports whether four digits at atom i are a time of the clock as soldiers write it: "1430 hrs", "0430H", "between 0900 and 1130 hrs".
func (l *line) military(i int) bool {
	switch a := l.at(i); {
	case a.suffix == "h", a.suffix == "hrs", a.suffix == "" && l.has(i+1, "hrs", "hr"):
		return true
	case a.suffix != "":
		return false
	case l.has(i+1, "hours", "h"):
		return a.norm[0] == '0' || l.has(i-1, "at", "around", "about", "approximately", "from", "until", "since", "by")
	}
	return l.has(i+1, "and", "to", "-") && l.at(i+2).size == 4 && (l.at(i).norm[0] == '0' || l.has(i-1, "between", "from")) && l.military(i+2)
}

// suffixTime reads the digits after the hour: "10:35", "10.35", "21h30". read is 1 where there are such, else 0.
func (a *atom) suffixTime() (hours, minutes, read int) {
	s := a.suffix
	if len(s) == 3 && (s[0] == ':' || s[0] == '.' || s[0] == 'h') && s[1] >= '0' && s[1] < '6' && s[2] >= '0' && s[2] <= '9' {
		return a.num, int(s[1]-'0')*10 + int(s[2]-'0'), 1
	}
	return -1, -1, 0
}
