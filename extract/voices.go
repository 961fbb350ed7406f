package extract

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
)

// agreeVoices gives each speaker one name, kind, role and organisation throughout the report: what it tells of somebody in one place holds
// in the others.
func agreeVoices(claims []concord.Claim) {
	known := map[string]*voice{}
	speakers(claims, func(s *concord.Speaker) { known[s.Name] = &voice{kinds: map[concord.SpeakerKind]int{}} })
	speakers(claims, func(s *concord.Speaker) {
		if full := strings.TrimSuffix(s.Name, "s"); strings.Contains(full, " ") && (known[full] != nil || leaders()[full] != "") {
			s.Name = full // an apostrophe that got lost: "Bashar al-Assads"
			if known[full] == nil {
				known[full] = &voice{kinds: map[concord.SpeakerKind]int{leaders()[full]: 1}}
			}
		}
		known[s.Name].hear(s)
	})
	speakers(claims, func(s *concord.Speaker) {
		if isName(s.Name) {
			known[s.Name].tell(s)
		}
	})
}

// speakers calls do with each speaker of the claims.
func speakers(claims []concord.Claim, do func(*concord.Speaker)) {
	for i := range claims {
		for k := range claims[i].Source {
			do(&claims[i].Source[k])
		}
	}
}

// leaders are the names in lexicon/leaders.tsv, with the kind of speaker that each is.
var leaders = sync.OnceValue(func() map[string]concord.SpeakerKind {
	kinds := map[string]concord.SpeakerKind{}
	for _, row := range lexicon.Table("leaders") {
		kinds[row.Get("name")] = concord.SpeakerKind(row.Get("side"))
	}
	return kinds
})

// voice is what a report tells of a speaker.
type voice struct {
	kinds              map[concord.SpeakerKind]int
	role, organisation string
}

func (v *voice) hear(s *concord.Speaker) {
	if s.Kind != concord.OtherSpeaker {
		v.kinds[s.Kind]++
	}
	if v.role == "" {
		v.role, v.organisation = s.Role, s.Organisation
	}
}

// tell gives a speaker the kind that most claims give it.
func (v *voice) tell(s *concord.Speaker) {
	for kind, times := range v.kinds {
		if n := v.kinds[s.Kind]; times > n || times == n && kind < s.Kind {
			s.Kind = kind
		}
	}
	if s.Role == "" && s.Organisation == "" {
		s.Role, s.Organisation = v.role, v.organisation
	}
}

// isName reports whether words name one voice, as capitals in each show: "a source" may be another each time.
func isName(words string) bool {
	if one := singular(strings.ToLower(words)); words == "" || documents()[one] || abstracts()[one] {
		return false
	}
	for _, w := range strings.Fields(words) {
		if c := w[0]; c >= 'a' && c <= 'z' && !strings.Contains(w, "-") && w != "of" && w != "the" && w != "for" && w != "and" && w != "al" {
			return false
		}
	}
	return true
}
