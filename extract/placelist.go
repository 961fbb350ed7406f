package extract

import (
	"concord"
)

// oneOfPlaces reports whether a place stands beside others of other provinces, as in a headline that sums up several happenings: "attacks in
// Damascus, Aleppo". Which of them befell which place is told further on.
func (r *reader) oneOfPlaces(w *concord.Where) bool {
	if w.Span == nil || w.Admin1 == "" {
		return false
	}
	first, last := r.TokensIn(*w.Span)
	s := r.Sentences[r.Tokens[first].Sentence]
	return r.listedAt(w, r.pastJoin(first-1, -1, s.First-1)) || r.listedAt(w, r.pastJoin(last, 1, s.Last))
}

// pastJoin goes from token i by step over a comma and "and", up to end.
func (r *reader) pastJoin(i, step, end int) int {
	for i != end && (r.Tokens[i].Norm == "," || r.Tokens[i].Norm == "and") {
		i += step
	}
	if i == end {
		return -1
	}
	return i
}

// listedAt reports whether token i stands in a place as small as w in another province.
func (r *reader) listedAt(w *concord.Where, i int) bool {
	if i < 0 || r.placeAt[i] == 0 {
		return false
	}
	other := &r.mentions.Places[r.placeAt[i]-1]
	return !other.Metonym && other.Admin1 != "" && (other.Country != w.Country || other.Admin1 != w.Admin1) && coarseness(&other.Where) == coarseness(w)
}
