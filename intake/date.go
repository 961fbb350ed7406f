package intake

import (
	"fmt"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"concord"
)

// parseISO reads the date of publication of a .jsonl line: a day, a day with a time, a month or a year, as ISO 8601 writes
// them. A time zone is left aside: the day is the publisher's own.
func parseISO(s string) (concord.Date, error) {
	s = strings.TrimSpace(s)
	if s == "" {
		return "", nil
	}
	for _, layout := range []string{"2006-01-02T15:04:05", "2006-01-02T15:04", "2006-01-02 15:04:05", "2006-01-02 15:04"} {
		if len(s) < len(layout) {
			continue
		}
		if t, err := time.Parse(layout, s[:len(layout)]); err == nil {
			return concord.Date(t.Format("2006-01-02T15:04:05")), nil
		}
	}
	date := concord.Date(s[:min(len(s), 10)])
	if _, _, ok := date.Bounds(); !ok {
		return "", fmt.Errorf(`has "published": %q, which is no date. Write it as 2016-09-23`, s)
	}
	return date, nil
}

var months = map[string]time.Month{
	"january": 1, "jan": 1, "february": 2, "feb": 2, "march": 3, "mar": 3, "april": 4, "apr": 4, "may": 5, "june": 6, "jun": 6,
	"july": 7, "jul": 7, "august": 8, "aug": 8, "september": 9, "sept": 9, "sep": 9, "october": 10, "oct": 10, "november": 11, "nov": 11,
	"december": 12, "dec": 12,
}

// besideDates are words that may stand beside a date on a date line without being a part of it.
var besideDates = map[string]bool{
	"published": true, "updated": true, "posted": true, "last": true, "modified": true, "first": true, "on": true, "at": true, "date": true,
	"monday": true, "tuesday": true, "wednesday": true, "thursday": true, "friday": true, "saturday": true, "sunday": true,
	"mon": true, "tue": true, "tues": true, "wed": true, "thu": true, "thurs": true, "fri": true, "sat": true, "sun": true,
	"gmt": true, "utc": true, "bst": true, "est": true, "edt": true, "et": true, "cet": true, "am": true, "pm": true, "of": true, "the": true,
}

// decimals are what no date is written without.
const decimals = "0123456789"

// dateLine returns the day that a line consists of ("23 September, 2016", "Published: Sept. 23, 2016 5:02 PM GMT",
// "2016-09-23"); ok is false where the line holds anything else.
func dateLine(line string) (date concord.Date, ok bool) {
	if len(line) > 80 || !strings.ContainsAny(line, decimals) {
		return "", false
	}
	words := strings.FieldsFunc(strings.ToLower(line), func(r rune) bool {
		return r == ' ' || r == ',' || r == '.' || r == '|' || r == '(' || r == ')' || r == '\t' || r == '·' || r == '–'
	})
	var day, year int
	var month time.Month
	for _, word := range words {
		word = strings.Trim(word, ":;")
		if t, err := time.Parse(time.DateOnly, word[:min(len(word), 10)]); err == nil {
			day, month, year = t.Day(), t.Month(), t.Year()
			continue
		}
		number, isNumber := wholeNumber(word)
		switch {
		case months[word] != 0 && month == 0:
			month = months[word]
		case isNumber && number >= 1900 && number < 2100 && len(word) == 4:
			year = number
		case isNumber && day == 0 && number >= 1 && number <= 31:
			day = number
		case isNumber, besideDates[word], clock(word):
		default:
			return "", false
		}
	}
	if day == 0 || month == 0 || year == 0 {
		return "", false
	}
	t := time.Date(year, month, day, 0, 0, 0, 0, time.UTC)
	return concord.DateOf(t), t.Day() == day
}

// placedDate returns the day at the end of a line that names a place before it and nothing else: "GOMA, North Kivu, 5 August 2024",
// "Aden (Example News), 3 May 2021".
func placedDate(line string) (concord.Date, bool) {
	if len(line) > 100 || !strings.ContainsAny(line, decimals) || endsSentence(line) {
		return "", false
	}
	pieces := strings.FieldsFunc(line, func(r rune) bool { return r == ',' || r == '(' || r == ')' || r == '/' })
	for i := range pieces {
		if date, ok := dateLine(strings.Join(pieces[i:], " ")); ok {
			return date, true
		}
		if !properName(pieces[i]) {
			break
		}
	}
	return "", false
}

// properName reports whether all words but the smallest are capitalised: "Democratic Republic of Congo". White space alone is one.
func properName(piece string) bool {
	for _, word := range strings.Fields(piece) {
		if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) && len(word) > 3 || unicode.IsDigit(first) {
			return false
		}
	}
	return true
}

// issuedOn returns the day at the end of a headline that says when the report was issued: "Daily report, issued 9 June 2017".
func issuedOn(title string) (concord.Date, bool) {
	for _, word := range []string{"issued on ", "issued ", "as of ", "dated ", "published ", "updated "} {
		if i := strings.LastIndex(strings.ToLower(title), word); i >= 0 {
			if date, ok := dateLine(strings.TrimRight(title[i+len(word):], ")")); ok {
				return date, true
			}
		}
	}
	return "", false
}

// wireDate returns the day in the dateline that opens a report's first words: "ADEN, 3 May 2021 (Example News) - Shells fell".
func wireDate(words string) (concord.Date, bool) {
	for _, dash := range []string{" - ", " – ", " — ", " -- "} {
		if line, _, found := strings.Cut(words[:min(len(words), 120)], dash); found {
			if open := strings.LastIndexByte(line, '('); open > 0 && strings.HasSuffix(line, ")") {
				if date, ok := placedDate(line[:open]); ok {
					return date, true
				}
			}
			return placedDate(line)
		}
	}
	return "", false
}

// wholeNumber reads "23", "23rd", "1st".
func wholeNumber(word string) (int, bool) {
	number, digits := 0, 0
	for digits < len(word) && word[digits] >= '0' && word[digits] <= '9' && digits < 6 {
		number = number*10 + int(word[digits]-'0')
		digits++
	}
	switch word[digits:] {
	case "", "st", "nd", "rd", "th":
		return number, digits > 0
	}
	return 0, false
}

// clock reports whether word is a time of day: "17:02", "5:02pm", "5pm".
func clock(word string) bool {
	word = strings.TrimSuffix(strings.TrimSuffix(strings.TrimSuffix(word, "am"), "pm"), "z")
	if word == "" {
		return false
	}
	for _, r := range word {
		if (r < '0' || r > '9') && r != ':' && r != 't' && r != '+' && r != '-' {
			return false
		}
	}
	return true
}
