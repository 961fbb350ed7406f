package intake

import (
	"bufio"
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"
	"unicode/utf8"

	"concord"
)

// line is one report of a .jsonl file. Its text is taken as it is, byte for byte.
type line struct {
	ID        any     `json:"id"`
	URL       *string `json:"url"`
	Title     *string `json:"title"`
	Publisher *string `json:"publisher"`
	Published *string `json:"published"`
	Language  *string `json:"language"`
	Text      *string `json:"text"`
}

// jsonLines yields a report for each line that is not blank. A broken line gives an error with its number, the rest goes on.
func jsonLines(place string, in *bufio.Reader) iter.Seq[Item] {
	return func(yield func(Item) bool) {
		for number := 1; ; number++ {
			data, err := readLine(in)
			if len(bytes.TrimSpace(data)) > 0 || errors.Is(err, errLong) {
				at := fmt.Sprintf("%s, line %d", place, number)
				report, bad := fromLine(data)
				if errors.Is(err, errLong) {
					bad = err
				}
				item := Item{Report: report, Place: at}
				if bad != nil {
					item = Item{Err: concord.Errorf(concord.Invalid, at, "%s", bad), Place: at}
				}
				if !yield(item) {
					return
				}
			}
			if err != nil && !errors.Is(err, errLong) {
				if err != io.EOF {
					yield(Item{Err: concord.Errorf(concord.Invalid, place, "cannot be read past line %d: %s", number-1, err), Place: place})
				}
				return
			}
		}
	}
}

var errLong = fmt.Errorf("is larger than %d MB, too long for one report. Split it", MaxReport>>20)

// readLine returns the next line; errLong, having skipped it, where it is too long for a report.
func readLine(in *bufio.Reader) ([]byte, error) {
	var data []byte
	long := false
	for {
		part, err := in.ReadSlice('\n')
		if len(data)+len(part) > 2*MaxReport {
			long, data = true, nil
		}
		if !long {
			data = append(data, part...)
		}
		if err == bufio.ErrBufferFull {
			continue
		}
		if long && err == nil {
			err = errLong
		}
		return data, err
	}
}

// fromLine returns the report of a line, under its id or else under that of its text.
func fromLine(data []byte) (concord.Report, error) {
	var l line
	if err := json.Unmarshal(bytes.TrimPrefix(data, []byte("\ufeff")), &l); err != nil {
		return concord.Report{}, notALine(err)
	}
	if err := l.lacks(); err != nil {
		return concord.Report{}, err
	}
	report := concord.Report{ID: concord.ReportID(*l.Text), URL: l.URL, Text: *l.Text}
	report.Name = report.ID
	if l.ID != nil {
		report.Name = fmt.Sprint(l.ID)
	}
	if l.Published != nil {
		published, err := parseISO(*l.Published)
		if err != nil {
			return concord.Report{}, err
		}
		report.Published = published
	}
	report.Title, report.Publisher = value(l.Title), value(l.Publisher)
	LayOut(&report)
	report.Language = language(report.Text)
	if l.Language != nil {
		report.Language = *l.Language
	}
	return report, nil
}

// lacks says why the line's text is no report's, nil where it may be.
func (l *line) lacks() error {
	switch {
	case l.Text == nil:
		return errors.New(`has no "text". Each line needs one, with the whole report`)
	case *l.Text == "":
		return errors.New(`has an empty "text"`)
	case strings.ContainsRune(*l.Text, 0):
		return errors.New(`has NUL characters in "text", so that it is no text. Take them out`)
	case !utf8.ValidString(*l.Text):
		return errors.New("is not UTF-8. Save the file as UTF-8")
	}
	return nil
}

// notALine says why a line is no report.
func notALine(err error) error {
	const form = `is no JSON object of the form {"id", "url", "title", "publisher", "published", "text"}`
	var other *json.UnmarshalTypeError
	switch {
	case !errors.As(err, &other):
		return fmt.Errorf("%s: %w", form, err)
	case other.Field != "":
		return fmt.Errorf(`has a %s as %q. Write a text in quotation marks`, other.Value, other.Field)
	}
	return fmt.Errorf("%s, but of the form of %s. Write a report a line", form, other.Value)
}

// value returns what a pointer points at, "" where it is nil.
func value(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
