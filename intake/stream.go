package intake

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"path/filepath"
	"strings"

	"concord"
)

// stream tells the format of in by its name and its first bytes and yields its reports.
func stream(name, place string, in io.Reader) iter.Seq[Item] {
	buffered := bufio.NewReaderSize(in, 1<<20)
	head, err := buffered.Peek(1024)
	if len(head) == 0 {
		if err != nil && err != io.EOF {
			return failed(place, "cannot be read: %s", cause(err))
		}
		return failed(place, "is empty")
	}
	if lines(name, head) {
		return jsonLines(place, buffered)
	}
	return func(yield func(Item) bool) {
		data, err := io.ReadAll(io.LimitReader(buffered, MaxReport+1))
		if err != nil {
			failed(place, "cannot be read: %s", cause(err))(yield)
			return
		}
		if len(data) > MaxReport {
			failed(place, "is larger than %d MB, too long for one report. Split it, or give one report a line as .jsonl", MaxReport>>20)(yield)
			return
		}
		yield(whole(name, place, data))
	}
}

// whole reads one file as one report.
func whole(name, place string, data []byte) Item {
	report, notes, err := read(name, data)
	if err != nil {
		return Item{Err: concord.Errorf(concord.Invalid, place, "%s", err), Place: place}
	}
	report.Name, report.ID = name, concord.ReportID(report.Text)
	return Item{Report: report, Notes: notes, Place: place}
}

// read reads one report in the format that its name and its first bytes tell of.
func read(name string, data []byte) (concord.Report, []string, error) {
	if err := notRead(data); err != nil {
		return concord.Report{}, nil, err
	}
	if strings.EqualFold(filepath.Ext(name), ".eml") {
		report, err := fromMail(data)
		return report, nil, err
	}
	text, notes, err := decode(data)
	if err != nil {
		return concord.Report{}, nil, err
	}
	var report concord.Report
	if looksLikeHTML(name, data) {
		report, err = fromHTML(trafilaturaArticles{}, text)
	} else {
		report, err = fromText(text)
	}
	return report, notes, err
}

// lines reports whether a file holds a report a line, by its name or its first bytes.
func lines(name string, head []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".jsonl", ".ndjson":
		return true
	case ".txt", ".text", ".html", ".htm":
		return false
	}
	trimmed := bytes.TrimLeft(head, "\ufeff \t\r\n")
	return bytes.HasPrefix(trimmed, []byte(`{"`))
}
