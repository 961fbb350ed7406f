package pipeline

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"concord"
)

// truceNews returns reports on two truces, and others between.
func truceNews() []concord.Report {
	texts := []string{
		"Ukraine and the separatists agreed on a ceasefire on Monday. The truce is to begin on Tuesday.",
		"A bomb killed three people in Mosul on Monday, police said.",
		"The ceasefire in eastern Ukraine took effect on Tuesday. Ukraine accused the separatists of violating the truce 12 times.",
		"India and Pakistan agreed to a ceasefire in Kashmir on Thursday.",
		"Russia said the separatists would keep the truce. The separatists denied that they had violated the truce.",
		"Pakistan accused India of violating the ceasefire in Kashmir on Friday.",
	}
	reports := make([]concord.Report, len(texts))
	for i, text := range texts {
		reports[i] = concord.Report{ID: concord.ReportID(text), Name: fmt.Sprint("news-", i), Published: concord.Date(fmt.Sprintf("2021-03-%02d", 1+i)), Language: "en", Text: text}
	}
	return reports
}

// TestThreads takes reports in one by one, and asks after each: the ceasefires are those that the whole record gives.
func TestThreads(t *testing.T) {
	s := fileStore(t)
	threads := NewThreads(s)
	for i, report := range truceNews() {
		if _, err := add(t, s, slices.Values([]concord.Report{report}), 1); err != nil {
			t.Fatal(err)
		}
		want, err := Ceasefires(context.Background(), s, concord.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		got, err := threads.Ceasefires(context.Background(), concord.Filter{})
		if err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("after report %d (-of the whole record +kept):\n%s", i, diff)
		}
		if i == 5 && len(got) < 2 {
			t.Errorf("%d ceasefires, want two at least", len(got))
		}
	}
}
