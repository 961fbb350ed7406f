package extract

import (
	"concord/text"
)

// passive reports whether verb i is in the passive, or a past participle that stands for one.
func (r *reader) passive(i int) bool {
	if r.Child(i, text.AuxPass, text.NsubjPass) >= 0 {
		return true
	}
	t := &r.Tokens[i]
	if t.Tag != text.VBN && t.Tag != text.VBD {
		return false
	}
	switch t.Rel {
	case text.Acl, text.Amod:
		return t.Tag == text.VBN && r.Child(i, text.Obj) < 0
	case text.Ccomp, text.Xcomp:
		if r.Tokens[t.Head].Lemma == "leave" {
			return r.Child(i, text.Obj, text.Aux) < 0 // "left two guards |wounded"
		}
	case text.Conj:
		return t.Tag == text.VBN && r.Child(i, text.Nsubj, text.Aux, text.Obj) < 0 && r.passive(t.Head)
	}
	return t.Tag == text.VBN && r.Child(i, text.Aux, text.Obj) < 0
}

// passiveGoesOn reports whether verb i goes on with a passive, in a form that may be its past: "were seized and then hung from poles".
func (r *reader) passiveGoesOn(i int) bool {
	t := &r.Tokens[i]
	return t.Rel == text.Conj && t.Tag == text.VBD && r.passive(t.Head) && r.Child(i, text.Nsubj, text.Obj, text.Aux) < 0
}

// subject returns the subject of verb i, its own or the one it shares; -1 where there is none.
func (r *reader) subject(i int) int {
	verb := i // of the clause, whose participles have its subject
	for range 4 {
		if s := r.Child(i, text.Nsubj, text.NsubjPass, text.Csubj); s >= 0 {
			if real := r.cleft(s, verb); real >= 0 {
				return real
			}
			return r.antecedent(r.afterNumber(s, i), i)
		}
		t := &r.Tokens[i]
		switch t.Rel {
		case text.Conj, text.Xcomp, text.Advcl, text.Parataxis, text.Ccomp:
			if t.Head < 0 || t.Rel == text.Ccomp && t.Tag != text.VBG || t.Rel == text.Parataxis && t.Tag != text.VBG {
				return -1
			}
			if o := r.Child(t.Head, text.Obj); o >= 0 && (t.Rel == text.Xcomp || r.chargedWith(i, o)) {
				return o
			}
			if t.Rel == text.Advcl {
				verb = t.Head
			}
			i = t.Head
		case text.Acl, text.AclRelcl:
			return t.Head
		default:
			return -1
		}
	}
	return -1
}

// cleft returns who did what verb i tells where its subject, token s, is the "it" of "it was |the militia|, known as X, that attacked"; -1 where
// it is not.
func (r *reader) cleft(s, i int) int {
	if r.Tokens[s].Norm != "it" || s+2 >= i || r.Tokens[s+1].Lemma != "be" {
		return -1
	}
	that := i - 1
	for that > s && (r.Tokens[that].POS == text.AUX || r.Tokens[that].POS == text.ADV) {
		that--
	}
	if w := r.Tokens[that].Norm; w != "that" && w != "who" {
		return -1
	}
	if p := r.phraseOf(s + 2); p != nil && p.first == s+2 && p.last <= that && r.mayAnswer(p) {
		return p.head
	}
	return -1
}

// afterNumber returns the subject of verb i that follows its first, where that is only a number: "seven of which |it| attributed to".
func (r *reader) afterNumber(s, i int) int {
	if r.Tokens[s].POS != text.NUM {
		return s
	}
	for j := s + 1; j < i; j++ {
		if t := &r.Tokens[j]; t.Head == i && t.Rel == text.Nsubj {
			return j
		}
	}
	return s
}

// chargedWith reports whether the clause of verb i says for what somebody accused, blamed, jailed or thanked the people of noun o, so that
// they did it: "accused Russia of bombing".
func (r *reader) chargedWith(i, o int) bool {
	if i < 1 || r.Tokens[i].Tag != text.VBG || o > i || r.Tokens[i-1].Norm != "of" && r.Tokens[i-1].Norm != "for" {
		return false
	}
	p := r.phraseOf(o)
	return r.Tokens[o].Norm == "other" || r.mayAnswer(p) && r.eventOf[p.head] == nil
}

// antecedent returns what a relative pronoun stands for: the noun that its clause modifies.
func (r *reader) antecedent(i, verb int) int {
	t := &r.Tokens[i]
	if t.Tag != text.WP && t.Tag != text.WDT && !(t.Norm == "that" && t.POS == text.PRON) {
		return i
	}
	for range 4 {
		v := &r.Tokens[verb]
		if v.Rel == text.AclRelcl || v.Rel == text.Acl {
			return v.Head
		}
		if v.Head < 0 {
			break
		}
		verb = v.Head
	}
	return i
}

// marker returns the preposition of token i: "by" of "by the rebels".
func (r *reader) marker(i int) string {
	if c := r.Child(i, text.Case); c >= 0 {
		return r.Tokens[c].Norm
	}
	return ""
}
