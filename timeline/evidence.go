package timeline

import (
	"slices"
	"time"

	"concord"
)

// lastDay is the last on which an event may tell what became of a commitment: two weeks from its day, or in the time of patience.
func lastDay(t told, due *concord.When) time.Time {
	if due != nil {
		if _, to, ok := due.To.Bounds(); ok {
			return to.Add(14 * 24 * time.Hour)
		}
	}
	return t.day.Add(patience)
}

// weigh says whether an event speaks for or against what was meant having come about.
func weigh(e, t told, meant []*concord.IncidentClaim) (concord.Evidence, bool) {
	if e.Modality != concord.Asserted && e.Modality != concord.Denied {
		return concord.Evidence{}, false
	}
	for _, m := range meant {
		if m.Rule == "truce/mentioned" || e.Rule == "truce/mentioned" || !acts(e, t) {
			continue
		}
		against := slices.Contains(opposites[m.Event.Type], e.Event.Type)
		if e.Event.Type != m.Event.Type && !against {
			continue
		}
		against = against != (e.Modality == concord.Denied) != (m.Modality == concord.Denied)
		why := "reported as " + string(e.Event.Type)
		if e.Modality == concord.Denied {
			why += ", denied"
		}
		return concord.Evidence{For: !against, Why: why, Claim: *e.IncidentClaim}, true
	}
	return concord.Evidence{}, false
}

// acts reports whether the event has the speaker or his side among those who took part, or tells of nobody but things.
func acts(e, t told) bool {
	someone := slices.ContainsFunc(e.Event.Participants, func(p concord.Participant) bool { return p.Kind != "unknown" })
	if !someone || t.Act == concord.Demand {
		return true // "aid convoys reached the town"
	}
	bearer := []string{}
	for _, s := range t.Source {
		bearer = addAll(bearer, []string{s.Name, s.Organisation})
	}
	commands := t.Source[0].Kind == concord.Official || t.Source[0].Kind == concord.ArmedForce
	return slices.ContainsFunc(e.Event.Participants, func(p concord.Participant) bool {
		return p.Role != "victim" && (holds(bearer, p.Name) || commands && ofState(p.Name))
	})
}

// ofState reports whether a name that bears no other word is that of a government or of its forces, for whom officials and officers answer.
func ofState(name string) bool {
	words := distinct(plain(name))
	governs := slices.ContainsFunc(words, func(w string) bool {
		return slices.Contains([]string{"government", "army", "military", "troop", "soldier"}, w)
	})
	return governs && !slices.ContainsFunc(words, func(w string) bool {
		return !bodies()["anybody"][w] && w != "aircraft" && w != "jet" && w != "warplane"
	})
}

// opposites are the events by which a promised one fails.
var opposites = map[concord.EventType][]concord.EventType{
	concord.CeasefireInEffect: {concord.CeasefireViolated, concord.CeasefireEnded, concord.CeasefireSuspended},
	concord.CeasefireExtended: {concord.CeasefireEnded, concord.CeasefireSuspended},
	concord.CeasefireAgreed:   {concord.TalksFailed, concord.CeasefireEnded},
	concord.CeasefireDeclared: {concord.CeasefireEnded},
	concord.AidDelivered:      {concord.AidBlocked},
	concord.Talks:             {concord.TalksFailed, concord.DiplomaticBreak},
	concord.Evacuation:        {concord.Siege},
}

// status proposes what became of a commitment.
func status(evidence []concord.Evidence) string {
	has := func(want bool) bool {
		return slices.ContainsFunc(evidence, func(e concord.Evidence) bool { return e.For == want })
	}
	switch {
	case has(true) && has(false):
		return "contradicted"
	case has(true):
		return "done"
	case has(false):
		return "not_done"
	}
	return "open"
}
