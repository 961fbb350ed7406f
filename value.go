package concord

import (
	"fmt"
	"math"
	"strings"
	"time"
)

// Date is a date known in full or in part, as ISO 8601 writes it: "2016-09-23", "2016-09",
// "2016", with a time of day "2016-09-23T14:30". Empty: unknown. What is not known is
// left out, never filled in.
type Date string

// Day returns the date without a time of day.
func (d Date) Day() Date {
	if i := strings.IndexByte(string(d), 'T'); i >= 0 {
		return d[:i]
	}
	return d
}

// Bounds returns the first and the last day that d may mean, both at midnight UTC.
// ok is false where d is empty or malformed.
func (d Date) Bounds() (first, last time.Time, ok bool) {
	day := string(d.Day())
	switch len(day) {
	case len("2006-01-02"):
		t, err := time.Parse(time.DateOnly, day)
		return t, t, err == nil
	case len("2006-01"):
		t, err := time.Parse("2006-01", day)
		return t, t.AddDate(0, 1, -1), err == nil
	case len("2006"):
		t, err := time.Parse("2006", day)
		return t, t.AddDate(1, 0, -1), err == nil
	}
	return time.Time{}, time.Time{}, false
}

// DateOf returns the full date of t.
func DateOf(t time.Time) Date { return Date(t.Format(time.DateOnly)) }

// Precision says how exactly a time or a place is known.
type Precision string

// Precisions of time.
const (
	ToHour     Precision = "hour"
	ToDay      Precision = "day"
	ToWeek     Precision = "week"
	ToMonth    Precision = "month"
	ToYear     Precision = "year"
	Unknown    Precision = "unknown"
	ToExact    Precision = "exact" // and those of place
	Near       Precision = "near"
	ToCity     Precision = "city"
	ToDistrict Precision = "district"
	ToProvince Precision = "province"
	ToCountry  Precision = "country"
	ToRegion   Precision = "region"
)

// Nearby is how far, in kilometres, a report's "near" reaches.
const Nearby = 25

// When is the time of what a claim tells: the days from From to To, both included. Span and Quote
// are the words that say so; without them the time follows from the report's own date.
type When struct {
	From      Date      `json:"from"`
	To        Date      `json:"to"`
	Precision Precision `json:"precision"`
	*Span
	Quote string `json:"quote,omitempty"`
}

// Where is the place of what a claim tells. Without a Point it is named but not found.
type Where struct {
	Name    string `json:"name"`
	Country string `json:"country"` // ISO 3166-1 alpha-2
	Admin1  string `json:"admin1"`
	*Point
	GeoNames  int       `json:"geonames,omitempty"`
	Precision Precision `json:"precision"`
	*Span
	Quote string `json:"quote,omitempty"`
}

// Point is a place on the earth in degrees, WGS 84.
type Point struct {
	Lat float64 `json:"lat"`
	Lon float64 `json:"lon"`
}

// Kilometres returns the distance between two points along the great circle, by the haversine formula.
func (p Point) Kilometres(q Point) float64 {
	const earth, radian = 6371, math.Pi / 180
	sinLat := math.Sin((q.Lat - p.Lat) / 2 * radian)
	sinLon := math.Sin((q.Lon - p.Lon) / 2 * radian)
	h := sinLat*sinLat + math.Cos(p.Lat*radian)*math.Cos(q.Lat*radian)*sinLon*sinLon
	return 2 * earth * math.Asin(math.Sqrt(min(h, 1)))
}

// Qualifier is how a number was put. See [Qualifier.Bounds].
type Qualifier string

// The qualifiers.
const (
	Exact     Qualifier = "exact"
	AtLeast   Qualifier = "at_least"
	AtMost    Qualifier = "at_most"
	MoreThan  Qualifier = "more_than"
	FewerThan Qualifier = "fewer_than"
	About     Qualifier = "about"
	Between   Qualifier = "between"
	Order     Qualifier = "order" // "dozens", "scores"
	None      Qualifier = "none"  // "no casualties"
	Some      Qualifier = "some"  // a plural without a number
)

// Bounds returns the least and the greatest number that "qualifier n" reports; high is nil where
// it is open. For [Between] and [Order] the bounds are those of the words, not of n.
func (q Qualifier) Bounds(n int) (low int, high *int) {
	switch q {
	case AtLeast:
		return n, nil
	case AtMost:
		return 0, &n
	case MoreThan:
		return n + 1, nil
	case FewerThan:
		n = max(n-1, 0)
		return 0, &n
	case None:
		n = 0
		return 0, &n
	case Some:
		return 2, nil
	}
	return n, &n
}

// Range prints the two bounds: "45", "45–53", "at least 45".
func Range(low int, high *int) string {
	switch {
	case high == nil:
		return fmt.Sprintf("at least %d", low)
	case *high == low:
		return fmt.Sprint(low)
	}
	return fmt.Sprintf("%d–%d", low, *high)
}
