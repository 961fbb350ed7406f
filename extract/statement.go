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
	case "you", "nobody", "none":
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

// without returns what is left of a range when others are cut out of it.
func without(piece [2]int, holes ...[2]int) [][2]int {
	left := [][2]int{piece}
	for _, hole := range holes {
		if hole[0] >= hole[1] {
			continue
		}
		var next [][2]int
		for _, p := range left {
			if hole[1] <= p[0] || hole[0] >= p[1] {
				next = append(next, p)
				continue
			}
			if hole[0] > p[0] {
				next = append(next, [2]int{p[0], hole[0]})
			}
			if hole[1] < p[1] {
				next = append(next, [2]int{hole[1], p[1]})
			}
		}
		left = next
	}
	return left
}

// trim takes punctuation off the ends of a piece of content, but not quotation marks that belong to it.
func (r *reader) trim(p [2]int) [2]int {
	for p[0] < p[1] && r.isEdge(p[0], p) {
		p[0]++
	}
	for p[0] < p[1] && r.isEdge(p[1]-1, p) {
		p[1]--
	}
	return p
}

// isEdge reports whether token i, at an end of the piece, is punctuation that does not belong to it.
func (r *reader) isEdge(i int, p [2]int) bool {
	t := &r.Tokens[i]
	switch t.Norm {
	case `"`, "'":
		q := r.quotationOf(i)
		return q == nil || q.first < p[0] || q.last > p[1]
	case ")", "]", "(", "[", "?", "!", "$", "#", "@", "...":
		return false
	}
	return t.POS == text.PUNCT || t.Norm == "-" || t.Norm == "--"
}

// readExtents fills for each token the range of what stands below it.
func (r *reader) readExtents() {
	n := len(r.Tokens)
	r.low, r.high = make([]int32, n), make([]int32, n)
	for i := range r.Tokens {
		r.low[i], r.high[i] = int32(i), int32(i+1)
	}
	for i := range r.Tokens {
		for h, steps := r.Tokens[i].Head, 0; h >= 0 && steps < 200; h, steps = r.Tokens[h].Head, steps+1 {
			r.low[h], r.high[h] = min(r.low[h], int32(i)), max(r.high[h], int32(i+1))
		}
	}
}

// extent returns the range of what stands below token i.
func (r *reader) extent(i int) [2]int { return [2]int{int(r.low[i]), int(r.high[i])} }

// goOn adds to statements the quotations that go on with them: after the cue in the same paragraph, and at the head of
// the next paragraph where nothing closed the one before.
func (r *reader) goOn() {
	slices.SortStableFunc(r.statements, func(a, b *statement) int { return cmp.Compare(a.cue.verb, b.cue.verb) })
	for k := range r.quotations {
		q := &r.quotations[k]
		if q.taken || q.last-q.first < longQuote && !q.open {
			continue
		}
		if s := r.continued(k); s != nil {
			s.content = append(s.content, [2]int{q.first, q.last})
			q.taken = true
		}
	}
}

// continued returns the statement that quotation k goes on with, or nil.
func (r *reader) continued(k int) *statement {
	q := &r.quotations[k]
	here := r.Tokens[q.first].Sentence
	paragraph := r.Sentences[here].Paragraph
	if k > 0 && r.quotations[k-1].open && q.first == r.Sentences[r.Paragraphs[paragraph].First].First {
		return r.quoting(r.quotations[k-1].first)
	}
	if here == 0 || q.first != r.Sentences[here].First {
		return nil
	}
	if r.Sentences[here-1].Paragraph != paragraph {
		return r.paragraphOf(q, paragraph)
	}
	var found *statement
	for _, s := range r.statements {
		if r.Tokens[s.cue.verb].Sentence != here-1 || s.cue.kind != speech || s.head < 0 {
			continue
		}
		if s.slot&(thatSlot|quoteSlot) != 0 && r.hasQuotation(s) && r.statementOver(s.cue.verb, s) == nil {
			found = s
		}
	}
	return found
}

// paragraphOf returns the statement that a paragraph goes on with that is one quotation and nothing else: the last of the
// paragraph before, where that is direct speech.
func (r *reader) paragraphOf(q *quotation, paragraph int) *statement {
	p := r.Paragraphs[paragraph]
	if paragraph == 0 || q.last != r.Sentences[p.Last-1].Last {
		return nil
	}
	last := r.Sentences[r.Paragraphs[paragraph-1].Last-1]
	if s := r.quoting(last.Last - 1); s != nil && r.hasQuotation(s) {
		return s
	}
	for _, s := range slices.Backward(r.statements) {
		if s.cue.verb >= last.First && s.cue.verb < last.Last && s.cue.kind == speech && s.head >= 0 && r.hasQuotation(s) && r.statementOver(s.cue.verb, s) == nil {
			return s
		}
	}
	return nil
}

// quoting returns the statement whose content holds token i.
func (r *reader) quoting(i int) *statement {
	for _, s := range slices.Backward(r.statements) {
		if covers(s.content, i) {
			return s
		}
	}
	return nil
}

func covers(content [][2]int, i int) bool {
	return slices.ContainsFunc(content, func(p [2]int) bool { return i >= p[0] && i < p[1] })
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

// statementOver returns the innermost statement other than s whose content holds token i.
func (r *reader) statementOver(i int, s *statement) (over *statement) {
	least := len(r.Tokens) + 1
	for _, other := range r.statements {
		if other != s && covers(other.content, i) && size(other.content) < least {
			over, least = other, size(other.content)
		}
	}
	return over
}

func size(content [][2]int) (n int) {
	for _, p := range content {
		n += p[1] - p[0]
	}
	return n
}

// nest finds for each statement the one that it stands in, and for each token the statement that answers for it.
func (r *reader) nest() {
	for _, s := range r.statements {
		s.embedded = r.statementOver(s.cue.verb, s)
		for over, steps := s.embedded, 0; over != nil; over, steps = over.embedded, steps+1 {
			if over == s || steps > len(r.statements) {
				s.embedded = nil
				break
			}
		}
	}
	r.statementAt = make([]*statement, len(r.Tokens))
	bySize := slices.Clone(r.statements)
	slices.SortStableFunc(bySize, func(a, b *statement) int { return cmp.Compare(size(b.content), size(a.content)) })
	for _, s := range bySize {
		if !r.answers(s) {
			continue
		}
		for _, p := range s.content {
			for i := p[0]; i < p[1]; i++ {
				r.statementAt[i] = s
			}
		}
	}
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

// sourceAt returns who says what stands at token i: the original speaker first; nil where it is the publisher itself.
func (r *reader) sourceAt(i int) []concord.Speaker {
	if i < 0 || i >= len(r.statementAt) || r.statementAt[i] == nil {
		return []concord.Speaker{}
	}
	s := r.statementAt[i]
	list := r.chain(s)
	if len(list) == 1 && r.isPublisher(s, list[0].Name) {
		return []concord.Speaker{}
	}
	return list
}

// chain returns a statement's speaker and those who report it. Who rejects or praises what another says does not report it.
func (r *reader) chain(s *statement) []concord.Speaker {
	list := []concord.Speaker{}
	for inner := s; s != nil; s = s.embedded {
		if s.source[0] >= s.source[1] || s != inner && !r.answers(s) {
			continue
		}
		speaker := r.speaker(s)
		if n := len(list); n > 0 && list[n-1].Name == speaker.Name {
			continue
		}
		list = append(list, speaker)
	}
	return list
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
	if s.cue.negated {
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

// joinPieces joins pieces that touch.
func (r *reader) joinPieces(content [][2]int) [][2]int {
	var joined [][2]int
	for _, p := range content {
		if n := len(joined); n > 0 && p[0] <= joined[n-1][1] {
			joined[n-1][1] = max(joined[n-1][1], p[1])
			continue
		}
		joined = append(joined, p)
	}
	return joined
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
