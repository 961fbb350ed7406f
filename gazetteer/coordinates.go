package gazetteer

import (
	"regexp"
	"slices"
	"strconv"
	"strings"

	"concord"
)

// angleIn writes a latitude or longitude: degrees, minutes and seconds, the last two where they are told.
const angleIn = `(\d{1,3}(?:\.\d+)?)\s?°\s?(?:(\d{1,2}(?:\.\d+)?)\s?['′’]\s?)?(?:(\d{1,2}(?:\.\d+)?)\s?(?:["″”]|''|′′)\s?)?`

var (
	lettered = regexp.MustCompile(angleIn + `([NS])[\s,;]{0,2}` + angleIn + `([EW])\b`)
	bare     = regexp.MustCompile(`(-?\b\d{1,2}\.\d{4,})\s?[,;]\s?(-?\d{1,3}\.\d{4,})\b`)
)

// coordinates returns the points that a text gives in figures, in its order: "33°30′21″N 36°16′11″E", "33.5057, 36.2696". Figures that are no
// point on the earth are left out.
func coordinates(text string) []concord.PlaceMention {
	var found []concord.PlaceMention
	add := func(at []int, lat, lon float64) {
		if lat > 90 || lat < -90 || lon > 180 || lon < -180 {
			return
		}
		span := concord.Span{Start: at[0], End: at[1]}
		found = append(found, concord.PlaceMention{Where: concord.Where{Name: span.Of(text), Span: &span, Quote: span.Of(text),
			Precision: concord.ToExact, Point: &concord.Point{Lat: lat, Lon: lon}}})
	}
	if strings.Contains(text, "°") {
		for _, m := range lettered.FindAllStringSubmatchIndex(text, -1) {
			add(m, angle(text, m[2:10], "S"), angle(text, m[10:18], "W"))
		}
	}
	if exact(text) {
		for _, m := range bare.FindAllStringSubmatchIndex(text, -1) {
			add(m, figure(text, m[2:4]), figure(text, m[4:6]))
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

// angle reads degrees, minutes, seconds and the letter of the half of the earth, given as four pairs of offsets.
func angle(text string, at []int, below string) float64 {
	a := figure(text, at[:2]) + figure(text, at[2:4])/60 + figure(text, at[4:6])/3600
	if text[at[6]:at[7]] == below {
		return -a
	}
	return a
}

// figure reads the figures at a pair of offsets, 0 where they are missing.
func figure(text string, at []int) float64 {
	if at[0] < 0 {
		return 0
	}
	n, _ := strconv.ParseFloat(text[at[0]:at[1]], 64)
	return n
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
