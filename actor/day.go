package actor

import (
	"sync"
	"time"

	"concord/text"
)

// afterDay returns where the phrase from first to head begins past a day or month that a preposition before it governs or whose number it stands after: "on Saturday
// |police said".
func (f *finder) afterDay(first, head int) int {
	if first+1 < head && f.Tokens[first].POS == text.NUM && calendar()[f.Form(first+1)] && f.Tokens[first+2].Tag != text.Genitive {
		return first + 2 // "on |6 March| gunmen fired"
	}
	if first == 0 || first == head || f.Tokens[first+1].Tag == text.Genitive {
		return first
	}
	if calendar()[f.Form(first)] {
		switch f.Tokens[first-1].Norm {
		case "on", "in", "since", "early", "late":
			first++
		default:
			return first
		}
	} else if !calendar()[f.Form(first-1)] {
		return first
	}
	switch f.Tokens[first].Norm {
	case "morning", "afternoon", "evening", "night":
		return min(first+1, head)
	}
	return first
}

// calendar holds the names of days and months.
var calendar = sync.OnceValue(func() map[string]bool {
	names := map[string]bool{}
	for d := time.Sunday; d <= time.Saturday; d++ {
		names[d.String()] = true
	}
	for m := time.January; m <= time.December; m++ {
		names[m.String()] = true
	}
	return names
})
