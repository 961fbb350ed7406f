package pipeline

import (
	"reflect"
	"testing"

	"concord"
	"concord/extract"
	"concord/text"
)

// TestSkippedSentencesClaimNothing proves that sentences whose grammar is left out hold no claims: with all sentences parsed, the claims
// and accounts are the same.
func TestSkippedSentencesClaimNothing(t *testing.T) {
	reader, err := NewReader()
	if err != nil {
		t.Fatal(err)
	}
	mixed := "The river runs low. Shells fell on the market of Tarim on Friday, killing 12 people. Dates ripen early there. The army said it had " +
		"not fired. Cloth, lamps and dates fill the old shops. Schools reopen soon. Two days later rebels seized the bridge; the town council " +
		"blamed the governor for it. Boats pass below it twice daily."
	reports := append(sampled(t), concord.Report{Name: "mixed", Published: "2016-09-23", Language: "en", Text: mixed})
	every := func(*text.Doc, int) bool { return true }
	skipped := 0
	for _, report := range reports {
		if report.Language != "en" {
			continue
		}
		doc, mentions := reader.prepare(&report, extract.Needs)
		for _, s := range doc.Sentences {
			if !s.Parsed {
				skipped++
			}
		}
		claims, accounts := extract.Read(doc, mentions)
		wantClaims, wantAccounts := extract.Read(reader.prepare(&report, every))
		if !reflect.DeepEqual(claims, wantClaims) || !reflect.DeepEqual(accounts, wantAccounts) {
			t.Errorf("%s: claims or accounts differ where all sentences are parsed: %d and %d claims", report.Name, len(claims), len(wantClaims))
		}
	}
	if skipped < 4 {
		t.Errorf("%d sentences were skipped, so this shows nothing", skipped)
	}
}
