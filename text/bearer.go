package text

import (
	"sync"
	"unicode"
	"unicode/utf8"

	"concord/lexicon"
)

// bearer is what the words around a name say of who bears it.
type bearer struct {
	words  []string // norms
	gender gender
	roles  []string // "minister", "spokesman"
	quoted bool     // inside a quotation
	weight int      // how well it stands: subjects above all
}

type gender uint8

const (
	anyGender gender = iota
	woman
	man
)

// describe fills the bearers.
func (r *resolver) describe() {
	quoted := r.quotedNames()
	r.of = make([]bearer, len(r.Names))
	for i := range r.Names {
		n, b := &r.Names[i], &r.of[i]
		b.quoted = quoted[i]
		for k := n.First; k < n.Last; k++ {
			b.words = append(b.words, r.Tokens[k].Norm)
		}
		if n.Kind != PersonName {
			continue
		}
		b.roles = r.rolesOf(n)
		b.gender = r.genderOf(n, b.roles)
		b.weight = r.weightOf(n)
	}
}

// quotedNames reports for each name whether it stands inside a quotation of its paragraph.
func (r *resolver) quotedNames() []bool {
	quoted := make([]bool, len(r.Names))
	open, paragraph := false, -1
	at := 0
	for i := range r.Names {
		for ; at < r.Names[i].First; at++ {
			t := &r.Tokens[at]
			if p := r.Sentences[t.Sentence].Paragraph; p != paragraph {
				open, paragraph = false, p
			}
			if t.Norm == `"` {
				open = !open
			}
		}
		quoted[i] = open && r.Sentences[r.Tokens[r.Names[i].First].Sentence].Paragraph == paragraph
	}
	return quoted
}

// Around a name: how far its title may stand before it, and its role after the comma.
const (
	titleReach = 5
	roleReach  = 9
)

// rolesOf returns the role nouns before the name ("Foreign Minister Ivan Odo") and in the apposition after it
// ("Ivan Odo, the foreign minister,").
func (r *resolver) rolesOf(n *Name) []string {
	s := r.Sentences[r.Tokens[n.First].Sentence]
	var roles []string
	for i := n.First - 1; i >= max(s.First, n.First-titleReach); i-- {
		t := &r.Tokens[i]
		if r.cues.Get(t.Norm)&titleCue != 0 {
			roles = append(roles, t.Norm)
		} else if !isAlphabetic(t.Norm) || t.POS == VERB || t.POS == AUX {
			break
		}
	}
	if n.Last < s.Last && r.Tokens[n.Last].Norm == "," {
		for i := n.Last + 1; i < min(s.Last, n.Last+roleReach); i++ {
			t := &r.Tokens[i]
			if r.cues.Get(t.Norm)&titleCue != 0 {
				roles = append(roles, t.Norm)
			} else if t.Norm == "," || t.POS == VERB || t.POS == AUX {
				break
			}
		}
	}
	return roles
}

func isAlphabetic(norm string) bool {
	r, _ := utf8.DecodeRuneInString(norm)
	return unicode.IsLetter(r)
}

// roleGenders are the rows of lexicon/rolegenders.tsv.
var roleGenders = sync.OnceValue(func() map[string]gender {
	genders := map[string]gender{}
	for _, row := range lexicon.Table("rolegenders") {
		genders[row.Get("role")] = map[string]gender{"woman": woman, "man": man}[row.Get("gender")]
	}
	return genders
})

// genderOf returns what the roles of a person, or else the first name of two or more words, tell of the gender.
func (r *resolver) genderOf(n *Name, roles []string) gender {
	for _, role := range roles {
		if g := roleGenders()[role]; g != anyGender {
			return g
		}
	}
	switch c := r.cues.Get(r.Tokens[n.First].Norm); {
	case n.Last-n.First < 2 || c&givenCue == 0:
		return anyGender
	case c&womanCue != 0:
		return woman
	}
	return man
}

// weightOf says how well a name stands in its sentence as what a later pronoun means.
func (r *resolver) weightOf(n *Name) int {
	for i := n.First; i < n.Last; i++ {
		switch r.Tokens[i].Rel {
		case Nsubj, NsubjPass:
			return 3
		case NmodPoss, Compound:
			return 0
		}
	}
	if r.Tokens[n.First].Sentence < len(r.Sentences) && !r.Sentences[r.Tokens[n.First].Sentence].Parsed && n.First-r.Sentences[r.Tokens[n.First].Sentence].First < 6 {
		return 2
	}
	return 1
}
