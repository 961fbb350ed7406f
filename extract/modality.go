package extract

import (
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// hedges are the rows of lexicon/hedges.tsv: words by kind, and what they make of an event.
var hedges = sync.OnceValue(func() map[string]map[string]concord.Modality {
	table := map[string]map[string]concord.Modality{}
	for _, row := range lexicon.Table("hedges") {
		kind := row.Get("kind")
		if table[kind] == nil {
			table[kind] = map[string]concord.Modality{}
		}
		table[kind][row.Get("word")] = concord.Modality(row.Get("modality"))
	}
	return table
})

// modalityOf says whether the report holds that what token i tells happened, and which word says so.
func (r *reader) modalityOf(i int) (concord.Modality, string) {
	if r.inQuestion(i) {
		return concord.Conditional, "?"
	}
	if m, why := r.nounModality(i); m != "" {
		return m, why
	}
	if why := r.unproven(i); why != "" {
		return concord.Possible, why
	}
	if m, why := r.verbModality(i); m != "" {
		return m, why
	}
	return concord.Asserted, ""
}

// inQuestion reports whether token i stands in what a question asks to be answered yes or no, and not in what it takes for granted: the
// clause after "after", "why" or "reports that".
func (r *reader) inQuestion(i int) bool {
	s := r.Sentences[r.Tokens[i].Sentence]
	if r.Tokens[s.Last-1].Norm != "?" || !s.Parsed || !r.asksWhether(s) {
		return false
	}
	for range 6 {
		t := &r.Tokens[i]
		if t.Head < 0 {
			return true
		}
		if t.Rel != text.Nmod && t.Rel != text.Compound && t.Rel != text.Parataxis && t.Rel != text.Appos && !r.dependsFor(t.Rel) || t.Rel == text.Acl || t.Rel == text.Ccomp && r.Tokens[t.Head].POS == text.NOUN {
			return false
		}
		i = t.Head
	}
	return false
}

// asksWhether reports whether a sentence asks by the order of its words: an auxiliary opens it, or stands after a comma, a colon or "and".
func (r *reader) asksWhether(s text.Sentence) bool {
	for i := s.First; i < s.Last; i++ {
		t := &r.Tokens[i]
		if t.Tag == text.WP || t.Tag == text.WRB || t.Tag == text.WDT {
			return false
		}
		if t.POS == text.AUX || t.Lemma == "be" {
			return i == s.First || r.Tokens[i-1].POS == text.PUNCT || r.Tokens[i-1].POS == text.CCONJ || r.Form(i-1) == "Q"
		}
	}
	return false
}

// nounModality reads the words before a noun: "a planned offensive", "no attack".
func (r *reader) nounModality(i int) (concord.Modality, string) {
	p := r.phraseOf(i)
	if p == nil || r.Tokens[i].POS == text.VERB {
		return "", ""
	}
	for j := p.first; j < p.head; j++ {
		if m, ok := hedges()["before"][r.Tokens[j].Norm]; ok {
			return m, r.Tokens[j].Norm
		}
	}
	if before := p.first - 1; before >= 0 && r.Tokens[before].POS == text.VERB && r.Tokens[p.head].Rel != text.Obj {
		if g, ok := r.governorAt(before); ok && g.modality != "" && g.subject == agent {
			return g.modality, r.Tokens[before].Lemma // "prepared an offensive", whatever the parser makes of it
		}
	}
	if verb := p.first - 2; verb >= 0 && r.Tokens[verb].POS == text.VERB && !r.isTruce(i) {
		if g, length := r.governorOf(verb); length == 2 && g.modality != "" {
			return g.modality, r.Words(verb, p.first) // "called for an attack"
		}
	}
	if of := p.first - 1; of > 0 && r.Tokens[of].POS == text.ADP && r.Tokens[of-1].POS == text.NOUN && r.Tokens[of].Norm != "after" {
		if m, ok := hedges()["over"][r.Tokens[of-1].Lemma]; ok {
			return m, r.Tokens[of-1].Lemma // "in preparation for the assault", whatever the parser hangs it on
		}
	}
	if t := &r.Tokens[p.head]; t.Rel == text.Nmod && t.Head >= 0 {
		if q := r.phraseOf(t.Head); q != nil && r.saysNone(q) {
			return concord.Denied, "no"
		}
		if m, ok := hedges()["over"][r.Tokens[t.Head].Lemma]; ok {
			return m, r.Tokens[t.Head].Lemma
		}
	}
	return "", ""
}

// isTruce reports whether token i tells of a truce: to call for one is a step towards it.
func (r *reader) isTruce(i int) bool {
	return r.eventOf[i] != nil && r.eventOf[i].found.act == ceasefire
}

// verbModality climbs from token i to the main verb of its sentence and reads auxiliaries, negations and the verbs above.
func (r *reader) verbModality(i int) (concord.Modality, string) {
	if r.armsBefore(i) != nil {
		return r.ownModality(i) // who laid the bomb may be a belief, what it did is none
	}
	for range 5 {
		t := &r.Tokens[i]
		if t.POS == text.VERB || t.POS == text.AUX || r.Child(i, text.Cop) >= 0 {
			if m, why := r.ownModality(i); m != "" {
				return m, why
			}
		}
		if t.Rel == text.Advcl {
			return r.aimModality(i)
		}
		if t.Head < 0 || !r.dependsFor(t.Rel) || r.finiteAnew(i) {
			return "", ""
		}
		i = t.Head
		if (r.Tokens[i].POS == text.VERB || r.Tokens[i].POS == text.NOUN) && !r.deniesCharge(i) {
			if m, why := r.governModality(i, t); m != "" {
				return m, why
			}
			if m, why := r.nounOfClause(t); m != "" {
				return m, why
			}
		}
		if t.Rel == text.Acl {
			return "", "" // what is said of the noun elsewhere does not touch what describes it
		}
	}
	return "", ""
}

// nounOfClause reads the noun right before the "that" of a clause, which the grammar may hang on the verb: "withdrew its |accusation| that rebels had
// shelled it".
func (r *reader) nounOfClause(clause *text.Token) (concord.Modality, string) {
	if clause.Rel != text.Ccomp {
		return "", ""
	}
	that := r.Child(r.TokenAt(clause.Start), text.Mark)
	if that <= clause.Head || r.Tokens[that].Norm != "that" || r.Tokens[that-1].POS != text.NOUN {
		return "", ""
	}
	noun := r.Tokens[that-1].Lemma
	return hedges()["over"][noun], noun
}

// aimModality reads the verb above an "-ing" that a preposition ties to it: "aimed at driving people out", "refrained from shelling".
func (r *reader) aimModality(i int) (concord.Modality, string) {
	mark, above := r.Child(i, text.Mark), r.Tokens[i].Head
	if mark < 0 || r.Tokens[i].Tag != text.VBG {
		return "", ""
	}
	switch r.Tokens[mark].Norm {
	case "at", "from", "against", "on":
		if g, ok := r.governorAt(above); ok {
			return g.modality, r.Tokens[above].Lemma
		}
	}
	return "", ""
}

// dependsFor reports whether what holds of the head holds of a dependent in this relation too.
func (r *reader) dependsFor(rel text.Rel) bool {
	switch rel {
	case text.Obj, text.Xcomp, text.Nsubj, text.NsubjPass, text.Ccomp, text.Nmod, text.Compound, text.Acl, text.Csubj, text.OblAgent:
		return true
	case text.Conj:
		return true
	}
	return false
}

// finiteAnew reports whether verb i, joined to another, has a tense of its own that the other's auxiliary has not given it: "did not answer but
// |said|".
func (r *reader) finiteAnew(i int) bool {
	t := &r.Tokens[i]
	if t.Rel != text.Conj || t.Head < 0 || t.Tag != text.VBD && t.Tag != text.VBZ && t.Tag != text.VBP {
		return false
	}
	return r.Tokens[t.Head].Tag == text.VB && r.Child(t.Head, text.Aux) >= 0
}

// ownModality reads the auxiliaries and negation of verb i, and the "if" of its clause.
func (r *reader) ownModality(i int) (concord.Modality, string) {
	perfect, bare := false, false
	var found concord.Modality
	var why string
	for j := range r.Children(i) {
		t := &r.Tokens[j]
		switch t.Rel {
		case text.AuxPass:
			bare = t.Tag == text.VB
		case text.Aux:
			bare = false
			if m, ok := hedges()["auxiliary"][t.Norm]; ok {
				found, why = m, t.Norm
			}
			perfect = perfect || t.Lemma == "have"
		case text.Nsubj, text.NsubjPass:
			if r.none(j) {
				return concord.Denied, r.Words(int(r.low[j]), j+1)
			}
		case text.Mark:
			if t.Norm == "if" || t.Norm == "unless" || t.Norm == "whether" {
				return concord.Conditional, t.Norm
			}
			bare = bare && t.Norm != "to"
			if t.Norm == "to" && j > 0 && r.Tokens[j-1].Norm == "yet" {
				return concord.Denied, "yet to"
			}
			if e := r.eventOf[i]; t.Norm == "to" && r.purpose(i) && r.Tokens[i].Tag != text.VBG && (e == nil || e.found.act != protest) {
				return concord.Planned, "to"
			}
		case text.Advmod:
			if t.Norm == "not" || t.Norm == "n't" || t.Norm == "never" {
				return concord.Denied, t.Norm
			}
			if t.Norm == "possibly" || t.Norm == "perhaps" || t.Norm == "probably" {
				found, why = concord.Possible, t.Norm
			}
		}
	}
	if perfect && found == concord.Conditional {
		found = concord.Possible
	}
	if bare && found == "" {
		return concord.Demanded, "be" // "ruled that he be put to death"
	}
	return found, why
}

// none reports whether the noun at token i stands for none: "no group", "nobody".
func (r *reader) none(i int) bool {
	switch r.Tokens[i].Norm {
	case "nobody", "none", "neither":
		return true
	}
	p := r.phraseOf(i)
	return p != nil && r.saysNone(p)
}

// purpose reports whether the clause of verb i, an infinitive, says what something is for: "an offensive to retake the city", "rebels
// fighting to topple the government".
func (r *reader) purpose(i int) bool {
	t := &r.Tokens[i]
	if t.Rel == text.Xcomp && t.Head >= 0 && r.eventOf[t.Head] != nil && r.eventOf[t.Head].found.act == clash {
		return true
	}
	return t.Rel == text.Advcl || t.Rel == text.Acl || t.Rel == text.Xcomp && t.Head >= 0 && r.Tokens[t.Head].POS != text.VERB && r.Tokens[t.Head].Lemma != "able"
}

// onlyPurpose reports whether the clause of verb i only says what something is for, and not what a plan, a promise or a threat is: "a plan to
// storm the town".
func (r *reader) onlyPurpose(i int) bool {
	for r.Tokens[i].Rel == text.Conj {
		i = r.Tokens[i].Head
	}
	t := &r.Tokens[i]
	if t.Rel == text.Acl && hedges()["over"][r.Tokens[t.Head].Lemma] == concord.Planned {
		return false
	}
	return r.purpose(i)
}

// governModality reads a verb or noun above the event.
func (r *reader) governModality(i int, below *text.Token) (concord.Modality, string) {
	lemma := r.Tokens[i].Lemma
	if r.Tokens[i].POS == text.NOUN {
		if m, ok := hedges()["over"][lemma]; ok && (below.Rel == text.Acl || below.Rel == text.Nmod) {
			return m, lemma
		}
		return "", ""
	}
	if below.Rel != text.Obj && below.Rel != text.Xcomp && below.Rel != text.Ccomp && below.Rel != text.NsubjPass {
		return "", ""
	}
	if lemma == "go" && below.Rel == text.Xcomp && r.Tokens[i].Tag == text.VBG {
		return concord.Planned, "going to"
	}
	if g, ok := r.governorAt(i); ok && g.modality != "" {
		if g.modality == concord.Possible && below.Rel == text.Ccomp && g.subject == agent {
			return "", "" // "police suspect that rebels did it": it happened
		}
		if g.modality == concord.Possible && below.Rel == text.NsubjPass && r.takenAsGiven(i) {
			return "", "" // "the raid is thought to be the work of rebels": it happened
		}
		return g.modality, lemma
	}
	return "", ""
}

// takenAsGiven reports whether the passive verb at token i supposes something of its subject, "the" deed, which is no doubt itself.
func (r *reader) takenAsGiven(i int) bool {
	p := r.phraseOf(r.Child(i, text.NsubjPass))
	return p != nil && p.definite && r.Child(i, text.Xcomp) > i
}
