package extract_test

import (
	"strings"
	"testing"

	"concord"
)

// truces writes the ceasefire claims of a reading: the step, who is what in it, and a modality that is not plain.
func truces(r concord.Reading) string {
	var list []string
	for _, c := range r.Claims {
		if c.Event == nil || c.Event.Type.Group() != concord.Ceasefires {
			continue
		}
		words := []string{strings.TrimPrefix(c.Rule, "truce/")}
		if c.Modality != concord.Asserted {
			words = append(words, string(c.Modality))
		}
		for _, p := range c.Participants {
			words = append(words, p.Role+" "+p.Name)
		}
		list = append(list, strings.Join(words, ", "))
	}
	return strings.Join(list, "; ")
}

func TestTruces(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"an end declared", "The northern army declared an end to the truce on Sunday.", "ended, party northern army"},
		{"two agree", "The rebels and the government agreed to a ceasefire.", "agreed, party rebels, party government"},
		{"what is still negotiated is not agreed", "The rebels and the army are negotiating a ceasefire.", "proposed, party rebels, party army"},
		{"nor where nobody is named", "Activists say that a truce is being negotiated.", "proposed"},
		{"what was negotiated is", "The rebels and the army negotiated a ceasefire.", "agreed, party rebels, party army"},
		{"it takes effect", "The ceasefire took effect at dawn.", "begun"},
		{"it comes into force", "The truce came into force on Saturday.", "begun"},
		{"it is written with a hyphen", "The open-ended cease-fire took effect at dawn.", "begun"},
		{"one accuses another", "Freedonia accused Sylvania of violating the ceasefire.", "violated, perpetrator Sylvania"},
		{"a denial keeps whom it clears", "Sylvania denied that it had broken the truce.", "violated, denied, perpetrator Sylvania"},
		{"whose violations they are", "Violations of the truce by government forces went on.", "violated, perpetrator government forces"},
		{"counted violations", "Monitors recorded 64 ceasefire violations.", "violated, speaker Monitors"},
		{"an extension", "The army extended the ceasefire by two days.", "extended, party army"},
		{"a call is no ceasefire", "Bishops called for an immediate ceasefire.", "proposed, party Bishops"},
		{"a broker is no party", "A truce brokered by Ruritania was announced.", "declared, mediator Ruritania"},
		{"it is over", "The truce is over.", "ended"},
		{"it collapses", "The ceasefire collapsed within hours.", "ended"},
		{"it is called off", "The army called off the ceasefire on Sunday.", "ended, party army"},
		{"a call for one", "The army called for a ceasefire on Sunday.", "proposed, party army"},
		{"it runs out", "The truce ran out on Sunday.", "ended"},
		{"it falls apart", "The truce fell apart within hours.", "ended"},
		{"it is in tatters", "The ceasefire is in tatters.", "ended"},
		{"it had expired before", "Fighting resumed hours after the truce expired.", "ended"},
		{"only mentioned", "Under the truce, fishermen returned to the bay.", "mentioned"},
		{"no ceasefire at all", "Firemen ceased their work at noon.", ""},
	} {
		if got := truces(read(t, c.text)); got != c.want {
			t.Errorf("%s: %s\n\tgot  %s\n\twant %s", c.name, c.text, got, c.want)
		}
	}
}
