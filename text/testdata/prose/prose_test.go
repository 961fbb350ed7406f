// Package prose measures github.com/jdkato/prose on the text that package text is measured on. It is a module of its
// own, so that Concord does not depend on it. prose splits, tags and names; it does not parse.
package prose

import (
	"bytes"
	"encoding/json"
	"os"
	"strings"
	"testing"

	"github.com/jdkato/prose/v2"
)

// benchText is the text of text's own bench, once.
func benchText(b *testing.B) string {
	b.Helper()
	news, err := os.ReadFile("../news.txt")
	if err != nil {
		b.Fatal(err)
	}
	samples, err := os.ReadFile("../../../samples/reports.jsonl")
	if err != nil {
		b.Fatal(err)
	}
	var text strings.Builder
	text.Write(news)
	for line := range bytes.Lines(samples) {
		var report struct{ Text string }
		if err := json.Unmarshal(line, &report); err != nil {
			b.Fatal(err)
		}
		text.WriteString("\n\n" + report.Text)
	}
	return text.String()
}

// BenchmarkProse keeps the model, as a service would.
func BenchmarkProse(b *testing.B) {
	text := benchText(b)
	first, err := prose.NewDocument(text)
	if err != nil {
		b.Fatal(err)
	}
	tokens := 0
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		d, err := prose.NewDocument(text, prose.UsingModel(first.Model))
		if err != nil {
			b.Fatal(err)
		}
		tokens += len(d.Tokens())
	}
	b.ReportMetric(float64(tokens)/b.Elapsed().Seconds(), "tokens/s")
}
