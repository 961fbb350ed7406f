package text

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"strings"
	"testing"

	"concord"
)

// benchText is all the news of our own that there is, some times over.
func benchText(b *testing.B) *concord.Report {
	b.Helper()
	samples, err := os.ReadFile("../samples/reports.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	text.WriteString(sampleNews)
	for line := range bytes.Lines(samples) {
		var report struct{ Text string }
		if err := json.Unmarshal(line, &report); err != nil {
			b.Fatal(err)
		}
		text.WriteString("\n\n" + report.Text)
	}
	return &concord.Report{Text: strings.Repeat(text.String()+"\n\n", 10), Language: "en"}
}

func BenchmarkParse(b *testing.B) {
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	r := benchText(b)
	tokens := 0
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		d := e.Tag(r)
		all := make([]int, len(d.Sentences))
		for i := range all {
			all[i] = i
		}
		e.Parse(d, all...)
		tokens += len(d.Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
	if peak := peakMemory(); peak > 0 {
		b.ReportMetric(peak, "peak-MB")
	}
}

// peakMemory returns the most memory that the process has had so far, in MB, 0 where the system does not tell.
func peakMemory() (mb float64) {
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		return 0
	}
	_, rest, _ := strings.Cut(string(status), "VmHWM:")
	if _, err := fmt.Sscan(rest, &mb); err != nil {
		return 0
	}
	return mb / 1024
}

func BenchmarkTag(b *testing.B) {
	e, err := New()
	if err != nil {
		b.Fatal(err)
	}
	r := benchText(b)
	tokens := 0
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		tokens += len(e.Tag(r).Tokens)
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New(); err != nil {
			b.Fatal(err)
		}
	}
}

// sampleNews is a report of our own.
//
//go:embed testdata/news.txt
var sampleNews string
