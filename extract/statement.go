package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// statement is a statement claim in the making. Token ranges are [first, last).
type statement struct {
	claim    concord.Claim // Statement set, spans in bytes
	cue      cue
	source   [2]int // tokens of the speaker, equal where there is none
	tag      [2]int // the cue with its speaker, where commas or quotation marks part them from the content
	head     int    // the token that heads the speaker, -1 where there is none
	content  [][2]int
	slot     slot       // by which the content was found
	rule     string     // what found it
	embedded *statement // the statement in whose content this one stands
}

// readStatements finds who says what. Everything that is claimed within a statement's content takes its source from it.
func (r *reader) readStatements() {
	r.readExtents()
	r.readQuotations()
	r.readProfiles()
	for s := range r.Sentences {
		for i := r.Sentences[s].First; i < r.Sentences[s].Last; i++ {
			r.statementAtToken(i)
		}
		r.headline(s)
	}
	r.readTurns()
	r.goOn()
	r.nest()
	for _, s := range r.statements {
		r.settle(s)
	}
}

// statementAtToken adds the statement whose cue begins at token i, if one does.
func (r *reader) statementAtToken(i int) {
	if c, ok := r.cueAt(i); ok {
		s := &statement{cue: c, tag: [2]int{c.first, c.last}, head: -1, rule: "statement/verb"}
		if r.findContent(s) {
			r.findSource(s)
			if r.isAttributed(s) {
				r.addStatement(s)
			}
		}
		return
	}
	switch r.Tokens[i].POS {
	case text.NOUN:
		r.nounStatement(i)
	default:
		r.accordingTo(i)
	}
}

// isAttributed reports whether a verb's statement is one: not what "you" may think, nor what a quoted speaker thinks or wants, nor
// what somebody is only to praise or condemn, nor what a thing is told to say.
func (r *reader) isAttributed(s *statement) bool {
	if s.slot&(objSlot|objAsSlot) != 0 && r.isPurpose(s.cue.verb) {
		return false
	}
	if s.head < 0 {
		return s.cue.kind != will
	}
	if p := r.phraseOf(s.head); p != nil && mute.has(p.noun.class) && p.actor == nil {
		return false
	}
	switch r.Tokens[s.head].Norm {
	case "you", "nobody", "none", "amid", "amidst", "despite": // a preposition that the tagger does not know
		return false
	case "this", "that":
		return r.Tokens[s.head].Tag != text.DT // "this shows that": nobody says so but the report
	case "i", "we":
		return s.cue.kind == speech
	}
	return true
}

// isPurpose reports whether verb v is an infinitive with "to".
func (r *reader) isPurpose(v int) bool {
	if r.Tokens[v].Tag != text.VB {
		return false
	}
	for j := range r.Children(v) {
		if r.Tokens[j].Rel == text.Mark && r.Tokens[j].Tag == text.TO {
			return true
		}
	}
	return false
}

// addStatement tidies a statement's content and keeps it where something is left.
func (r *reader) addStatement(s *statement) {
	var content [][2]int
	r.narrow(s)
	if i := s.cue.last; i < len(r.Tokens) && r.Tokens[i].Norm == ":" && slices.ContainsFunc(s.content, func(p [2]int) bool { return p[1] > i }) {
		s.cue.last++
	}
	for _, piece := range s.content {
		for _, rest := range without(piece, [2]int{s.cue.first, s.cue.last}, s.source) {
			if rest = r.trim(rest); rest[0] < rest[1] {
				content = append(content, rest)
			}
		}
	}
	if len(content) == 0 {
		return
	}
	s.content = r.withTrailing(s, content)
	for _, piece := range content {
		for i := piece[0]; i < piece[1]; i++ {
			if q := r.quotationOf(i); q != nil && q.first >= piece[0] && q.last <= piece[1] {
				q.taken = true
			}
		}
	}
	r.statements = append(r.statements, s)
}

// hasQuotation reports whether a quotation stands in the content.
func (r *reader) hasQuotation(s *statement) bool {
	for _, p := range s.content {
		for i := p[0]; i < p[1]; i++ {
			if q := r.quotationOf(i); q != nil && q.first == i {
				return true
			}
		}
	}
	return false
}

// answers reports whether the speaker holds the content to be so, or asks for it: not where it is only wanted, nor where
// something that the report itself tells is named, praised, blamed or ordered, nor where nobody says it.
func (r *reader) answers(s *statement) bool {
	if s.cue.kind == will || s.head >= 0 && r.Tokens[s.source[0]].Norm == "no" {
		return false
	}
	if s.slot&(objSlot|objAsSlot) == 0 {
		return !r.isResponsibility(s)
	}
	return r.Tokens[s.cue.verb].Lemma == "accuse"
}

// isResponsibility reports whether the content is the responsibility for something: "claimed responsibility for the raid".
func (r *reader) isResponsibility(s *statement) bool {
	p := s.content[0]
	return s.slot == newsSlot && r.Tokens[p[0]].Lemma == "responsibility" || p[0]+1 < p[1] && s.slot == newsSlot && r.Tokens[p[0]+1].Lemma == "responsibility"
}

// isPublisher reports whether "we" and "I" as the speaker of s are the publisher in its own voice: they stand in no quotation.
func (r *reader) isPublisher(s *statement, name string) bool {
	switch name {
	case "we", "We", "i", "I":
		return r.quotationOf(s.cue.verb) == nil
	}
	return false
}

// settle writes the claim.
func (r *reader) settle(s *statement) {
	slices.SortFunc(s.content, func(a, b [2]int) int { return cmp.Compare(a[0], b[0]) })
	s.content = r.joinPieces(s.content)
	first, last := s.cue.first, s.cue.last
	if s.source[0] < s.source[1] {
		first, last = min(first, s.source[0]), max(last, s.source[1])
	}
	said := &concord.Statement{Cue: r.quote(s.cue.first, s.cue.last), Form: r.form(s), Act: r.act(s)}
	for _, p := range s.content {
		first, last = min(first, p[0]), max(last, p[1])
		said.Content = append(said.Content, r.quote(p[0], p[1]))
	}
	modality := concord.Asserted
	if s.cue.negated || s.head >= 0 && r.none(s.head) {
		modality = concord.Denied
	}
	s.claim = concord.Claim{Kind: concord.StatementClaim, Quote: r.quote(first, last), Source: r.chain(s), Modality: modality,
		Rule: s.rule, Confidence: s.confidence(), Statement: said,
		Trace: concord.Trace{Rule: s.rule, Why: said.Cue.Text}}
}

// confidence is higher where the grammar says so and somebody speaks.
func (s *statement) confidence() float64 {
	c := 0.6
	if s.slot&(thatSlot|quoteSlot) != 0 {
		c += 0.2
	}
	if s.head >= 0 {
		c += 0.1
	}
	return c
}

func (r *reader) quote(first, last int) concord.Quote {
	span := r.Span(first, last)
	return concord.Quote{Span: span, Text: span.Of(r.Text)}
}

// form tells direct from mixed and indirect speech.
func (r *reader) form(s *statement) concord.Form {
	direct, any := true, false
	for _, p := range s.content {
		q := r.quotationOf(p[0])
		direct = direct && q != nil && q.first <= p[0]+1 && q.last >= p[1]-1
		for i := p[0]; i < p[1] && !any; i++ {
			any = strings.Contains(r.Tokens[i].Norm, `"`)
		}
	}
	switch {
	case direct:
		return concord.Direct
	case any:
		return concord.Mixed
	}
	return concord.Indirect
}

// act returns the kind of act: that of the cue, or of the verb that the content is in the speaker's own mouth ("said he
// condemned the raid").
func (r *reader) act(s *statement) concord.Act {
	if s.cue.act != concord.Say {
		return s.cue.act
	}
	for _, p := range s.content {
		for i := p[0]; i < min(p[1], p[0]+8); i++ {
			if r.Tokens[i].POS != text.VERB {
				continue
			}
			word := func(k int) string { return r.Tokens[k].Lemma }
			c, length := cueVerbs().Match(word, i, i+1)
			subject := r.Child(i, text.Nsubj)
			if length > 0 && c.kind == speech && subject >= 0 && r.Tokens[subject].POS == text.PRON {
				return c.act
			}
			return s.cue.act
		}
	}
	return s.cue.act
}
