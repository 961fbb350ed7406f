package extract

import (
	"slices"

	"concord"
	"concord/text"
)

// denials are the forms of verbs that end a sentence with a denial, whatever the tagger takes them for.
var denials = map[string]bool{"denies": true, "denied": true, "deny": true, "rejects": true, "rejected": true, "reject": true,
	"disputes": true, "disputed": true, "dispute": true, "dismisses": true, "dismissed": true}

// apposedCharge returns the accusation that a sentence calls so at its end, before who denies it with the verb at token v: "Kyiv says
// Moscow shelled the port, |a claim| Moscow denies". ok is false where there is none.
func (r *reader) apposedCharge(v int) (charge [2]int, ok bool) {
	first := r.Sentences[r.Tokens[v].Sentence].First
	for j := v - 3; j > first && j > v-9; j-- {
		if r.Tokens[j].Norm != "," && r.Tokens[j].Norm != "-" {
			continue
		}
		k := j + 1
		for k < v-1 && (r.Tokens[k].POS == text.DET || r.Tokens[k].POS == text.ADJ) {
			k++
		}
		return [2]int{j + 1, k + 1}, k > j+1 && k < v-1 && charges[singular(r.Tokens[k].Norm)]
	}
	return charge, false
}

// denierAt returns who denies, with the verb at token v, what charge names: the words between the two, auxiliaries and adverbs aside.
func (r *reader) denierAt(charge [2]int, v int) *phrase {
	first, last := charge[1], v
	for first < last && (r.Tokens[first].POS == text.DET || r.Tokens[first].POS == text.SCONJ || r.Tokens[first].Norm == "which" || r.Tokens[first].Norm == "that") {
		first++
	}
	for last > first && (r.Tokens[last-1].POS == text.AUX || r.Tokens[last-1].POS == text.ADV) {
		last--
	}
	if first == last {
		return nil
	}
	p := &phrase{first: first, last: last, head: last - 1, owner: -1, place: -1, definite: true}
	if r.classify(p); !r.mayAnswer(p) {
		return nil
	}
	return p
}

// charged reports whether the charge is against p: it is called an accusation, or what is told before it from token first was p's doing.
func (r *reader) charged(p *phrase, charge [2]int, first int) bool {
	switch singular(r.Tokens[charge[1]-1].Norm) {
	case "accusation", "allegation", "charge":
		return true
	}
	return slices.ContainsFunc(r.events, func(e *event) bool {
		return first <= e.head && e.head < charge[0] && slices.ContainsFunc(r.doers(e), func(q *phrase) bool { return r.sameSide(p, q) })
	})
}

// deniesCharge reports whether the verb at token i denies no more than an accusation set beside the clause.
func (r *reader) deniesCharge(i int) bool {
	if !denials[r.Tokens[i].Norm] {
		return false
	}
	_, ok := r.apposedCharge(i)
	return ok
}

// apposedDenials makes claims of denials that end a sentence: "…, an accusation the army denies".
func (r *reader) apposedDenials(sentence int) {
	s := r.Sentences[sentence]
	for v := s.First + 4; v < s.Last; v++ {
		if !denials[r.Tokens[v].Norm] || v+1 < s.Last && r.Tokens[v+1].POS != text.PUNCT {
			continue
		}
		if charge, ok := r.apposedCharge(v); ok {
			if p := r.denierAt(charge, v); p != nil && r.charged(p, charge, s.First) {
				r.addBlame(concord.Denies, p, v, v+1, nil, true, "words "+r.Words(charge[0], charge[1]))
			}
		}
	}
}

// deniedAround returns the denial in which the verb at token i tells what is known of a thing that is denied: "denied carrying out the raid
// that |killed| nine"; nil where the verb stands in none, or is denied itself.
func (r *reader) deniedAround(i int) *statement {
	over := r.statementAt[i]
	if over == nil || over.claim.Act != concord.Deny && over.claim.Act != concord.Reject {
		return nil
	}
	for j := i - 1; j > over.content[0][0]; j-- {
		switch t := &r.Tokens[j]; {
		case (t.Tag == text.WDT || t.Norm == "that" && t.POS == text.PRON) && r.Tokens[j-1].POS != text.VERB:
			return over
		case t.POS == text.PUNCT:
			return nil
		}
	}
	return nil
}

// narrow leaves of a denial's content the accusation alone, where the sentence calls it so beside what it tells.
func (r *reader) narrow(s *statement) {
	if s.head < 0 || s.cue.verb < 4 || !denials[r.Tokens[s.cue.verb].Norm] {
		return
	}
	charge, ok := r.apposedCharge(s.cue.verb)
	if !ok || s.head < charge[1] {
		return
	}
	s.content = [][2]int{charge}
	if s.source[0] < charge[1] {
		s.source[0] = charge[1]
	}
}
