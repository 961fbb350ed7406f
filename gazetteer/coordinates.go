package gazetteer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"concord"
)

// angleIn matches a latitude or longitude: degrees, minutes and seconds, the last two where they are told, and the half of the earth. The names of
// its groups begin with of.
func angleIn(of, halves string) string {
	const number = `>\d{1,2}(?:\.\d+)?)\s?`
	return `(?P<` + of + `degrees>\d{1,3}(?:\.\d+)?)\s?°\s?(?:(?P<` + of + `minutes` + number + `['′’]\s?)?(?:(?P<` + of + `seconds` + number +
		`(?:["″”]|''|′′)\s?)?(?P<` + of + `half>[` + halves + `])`
}

var (
	lettered = regexp.MustCompile(angleIn("lat", "NS") + `[\s,;]{0,2}` + angleIn("lon", "EW") + `\b`)
	bare     = regexp.MustCompile(`(?P<lat>-?\b\d{1,2}\.\d{4,})\s?[,;]\s?(?P<lon>-?\d{1,3}\.\d{4,})\b`)
)

// match is a match of a pattern in a text.
type match struct {
	pattern *regexp.Regexp
	text    string
	at      []int // pairs of offsets, as the pattern gives them
}

// matches returns all matches of a pattern, in order.
func matches(pattern *regexp.Regexp, text string) []match {
	var all []match
	for _, at := range pattern.FindAllStringSubmatchIndex(text, -1) {
		all = append(all, match{pattern, text, at})
	}
	return all
}

// group returns the words of a group by its name, "" where it has none.
func (m match) group(name string) string {
	at := 2 * m.pattern.SubexpIndex(name)
	if m.at[at] < 0 {
		return ""
	}
	return m.text[m.at[at]:m.at[at+1]]
}

// figure reads the figures of a group, 0 where they are missing.
func (m match) figure(group string) float64 {
	n, _ := strconv.ParseFloat(m.group(group), 64)
	return n
}

// angle reads degrees, minutes and seconds; those on the half of the earth called below are less than nothing.
func (m match) angle(of, below string) float64 {
	a := m.figure(of+"degrees") + m.figure(of+"minutes")/60 + m.figure(of+"seconds")/3600
	if m.group(of+"half") == below {
		return -a
	}
	return a
}

// coordinates returns the points that a text gives in figures, in its order: "33°30′21″N 36°16′11″E", "33.5057, 36.2696". Figures that are no
// point on the earth are left out.
func coordinates(text string) []concord.PlaceMention {
	var found []concord.PlaceMention
	add := func(m match, lat, lon float64) {
		if lat > 90 || lat < -90 || lon > 180 || lon < -180 {
			return
		}
		span := concord.Span{Start: m.at[0], End: m.at[1]}
		found = append(found, concord.PlaceMention{Where: concord.Where{Name: span.Of(text), Span: &span, Quote: span.Of(text),
			Precision: concord.ToExact, Point: &concord.Point{Lat: lat, Lon: lon}}})
	}
	if strings.Contains(text, "°") {
		for _, m := range matches(lettered, text) {
			add(m, m.angle("lat", "S"), m.angle("lon", "W"))
		}
	}
	if exact(text) {
		for _, m := range matches(bare, text) {
			add(m, m.figure("lat"), m.figure("lon"))
		}
	}
	slices.SortFunc(found, func(a, b concord.PlaceMention) int { return a.Span.Start - b.Span.Start })
	return found
}

// exact reports whether a number of the text has four decimals or more.
func exact(text string) bool {
	for at := 0; ; {
		stop := strings.IndexByte(text[at:], '.')
		if stop < 0 {
			return false
		}
		at += stop + 1
		if at+4 <= len(text) && strings.Trim(text[at:at+4], "0123456789") == "" {
			return true
		}
	}
}

// withCoordinates puts points given in figures among the places named in words.
func withCoordinates(text string, places []concord.PlaceMention) []concord.PlaceMention {
	points := coordinates(text)
	if len(points) == 0 {
		return places
	}
	all := make([]concord.PlaceMention, 0, len(places)+len(points))
	moved := make([]int, len(places))
	for i := range places {
		for len(points) > 0 && points[0].Span.Start < places[i].Span.Start {
			all, points = append(all, points[0]), points[1:]
		}
		moved[i] = len(all)
		all = append(all, places[i])
	}
	for i := range places {
		for j, holder := range places[i].Within {
			all[moved[i]].Within[j] = moved[holder]
		}
	}
	return append(all, points...)
}
