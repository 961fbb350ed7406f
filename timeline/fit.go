package timeline

import (
	"slices"
	"time"

	"concord"
)

// apart is how many days after a ceasefire took effect another one may be agreed or begin, and is not the same.
const apart = 3 * 24 * time.Hour

// fit says how well a claim fits the thread; above 0 it may belong there.
func (h *thread) fit(t told) int {
	switch {
	case t.day.Sub(h.last) > silence && !h.stands(t):
		return 0
	case !h.begun.IsZero() && begins(t) && gap(t.day, h.begun) > apart:
		return 0
	case !h.begun.IsZero() && anew(t) && t.day.Sub(h.begun) > apart:
		return 0
	case !h.ended.IsZero() && (anew(t) || begins(t) || t.Event.Type == concord.CeasefireExtended) && t.day.Sub(h.ended) > 24*time.Hour:
		return 0
	}
	if h.home != t.country && !h.scene.meets(t.scene) {
		return 0
	}
	shared, foreign := h.parted(t), h.home != "" && t.country != "" && h.home != t.country
	if shared == 0 && foreign && len(h.parties) > 0 && len(t.parties) > 0 {
		return 0
	}
	score := 2 + 4*shared
	if overlap(h.scene.names, t.scene.names) {
		score++
	}
	if !h.begun.IsZero() && begins(t) {
		score += 6
	}
	if h.reports[t.report()] > 0 {
		score += 5
	}
	switch {
	case h.home == t.country:
		score += 2
	case h.home != "" && t.country != "":
		score--
	}
	if t.day.Before(h.first.Add(-14 * 24 * time.Hour)) {
		return 0
	}
	return score
}

// standing is how long a ceasefire that nobody ended may be broken or ended without a word between.
const standing = 8 * 365 * 24 * time.Hour

// stands reports whether a claim that takes a ceasefire for granted is, after a long silence, about this one: it was made or kept by the same
// parties, and no end of it was told.
func (h *thread) stands(t told) bool {
	switch t.Event.Type {
	case concord.CeasefireViolated, concord.CeasefireEnded, concord.CeasefireSuspended:
	default:
		if !t.coarse {
			return false
		}
	}
	made := !h.begun.IsZero() || slices.ContainsFunc(h.steps, anew)
	akin := h.parted(t) > 0 || (t.country == "" || len(t.parties) == 0) && overlap(h.scene.names, t.scene.names)
	return made && akin && h.ended.IsZero() && t.day.Sub(h.last) <= standing
}

// gap is the time between two days.
func gap(a, b time.Time) time.Duration { return max(a.Sub(b), b.Sub(a)) }

// parted counts the parties of a claim that are the thread's too; of another country, only those that bear a name of their own.
func (h *thread) parted(t told) int {
	shared := 0
	for _, name := range t.parties {
		if holds(h.parties, name) && (h.home == t.country || distinctive(name) || overlap(h.scene.names, t.scene.names)) {
			shared++
		}
	}
	return shared
}
