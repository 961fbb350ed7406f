package extract

import (
	"strings"
	"sync"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// form is a record of one incident kept line by line, as those who count casualties write it above what they found: "Location: Rastan",
// "Killed: 12". Its lines tell of one happening, at the time and the place that they name.
type form struct {
	fields []field
	when   *concord.When
	where  *concord.Where
	main   *event                      // the first that its lines tell of
	whole  map[concord.Measure]*figure // the first of each kind that it counts
}

// field is a line of a form: tokens of its label without the colon, and of its value.
type field struct {
	kind        string // of lexicon/fields.tsv, empty where the label is not known
	status      concord.Status
	sentence    int
	label       int // its first token
	first, last int // its value
}

// A run of lines is a form where it has at least leastFields; a label has at most labelWords and a value valueWords.
const (
	leastFields = 3
	labelWords  = 6
	valueWords  = 30
)

// fieldWords are the rows of lexicon/fields.tsv.
var fieldWords = sync.OnceValue(func() map[string]string {
	words := map[string]string{}
	for _, row := range lexicon.Table("fields") {
		words[row.Get("word")] = row.Get("field")
	}
	return words
})

// readForms finds the forms of the report. A label told before begins another form.
func (r *reader) readForms() {
	r.formAt = make([]*form, len(r.Sentences))
	var f form
	end := func() {
		if len(f.fields) >= leastFields && f.has("when", "where") && f.has("what", "killed", "injured", "casualties", "abducted", "detained", "missing", "who", "target") {
			kept := f
			r.setForm(&kept)
		}
		f = form{}
	}
	for _, p := range r.Paragraphs {
		line, ok := r.fieldIn(p)
		if !ok || f.begun(line.kind) {
			end()
		}
		if ok {
			f.fields = append(f.fields, line)
		}
	}
	end()
}

// has reports whether the form has a field of one of the kinds.
func (f *form) has(kinds ...string) bool {
	for i := range f.fields {
		for _, k := range kinds {
			if f.fields[i].kind == k {
				return true
			}
		}
	}
	return false
}

// begun reports whether a further line of the kind begins another form: the first that says when, where or what is told again.
func (f *form) begun(kind string) bool {
	for i := range f.fields {
		switch k := f.fields[i].kind; k {
		case "when", "where", "what":
			return k == kind
		}
	}
	return false
}

// fieldIn reads a paragraph as a line of a form, if it is one.
func (r *reader) fieldIn(p text.Paragraph) (field, bool) {
	s := r.Sentences[p.First]
	f := field{sentence: p.First, label: s.First, status: concord.Anyone}
	for f.label < s.Last && (r.Tokens[f.label].POS == text.PUNCT || r.isSign(f.label)) {
		f.label++
	}
	colon := f.label
	for colon < s.Last && colon <= f.label+labelWords && r.Tokens[colon].Norm != ":" {
		colon++
	}
	f.first, f.last = colon+1, s.Last
	if p.Last-p.First > 1 || colon == f.label || f.first >= s.Last || r.Tokens[colon].Norm != ":" || f.last-f.first > valueWords {
		return f, false
	}
	for i := f.label; i < colon; i++ {
		switch kind := fieldWords()[r.Tokens[i].Norm]; {
		case kind == "":
			f.kind, f.status = "", concord.Anyone
			return f, r.Tokens[i].POS != text.VERB && r.placeAt[i] == 0 && !r.timeAt[i]
		case kind == "of":
		case strings.HasPrefix(kind, "status:"):
			f.status = concord.Status(strings.TrimPrefix(kind, "status:"))
		case f.kind == "" || f.kind == "what" || f.kind == "claimed":
			f.kind = kind
		}
	}
	for i := f.first; i < f.last && !f.counts(); i++ {
		switch r.Tokens[i].Tag {
		case text.VBD, text.VBZ, text.VBP:
			if f.kind != "when" && f.kind != "where" {
				f.kind = "what" // "Who: No group has claimed the attack"
			}
		}
	}
	return f, true
}

// counts reports whether the line counts those whom something befell.
func (f *field) counts() bool { return formDeeds[f.kind] != 0 || f.kind == "missing" }

// tells reports whether the line is told as other text is.
func (f *field) tells() bool { return f.kind == "" || f.kind == "what" || f.kind == "weapon" }

// setForm notes the form at its lines, and when and where they say that it was.
func (r *reader) setForm(f *form) {
	f.whole = map[concord.Measure]*figure{}
	for i := range f.fields {
		line := &f.fields[i]
		r.formAt[line.sentence] = f
		value := r.Span(line.first, line.last)
		if line.kind == "when" && f.when == nil {
			for k := range r.mentions.Times {
				if m := &r.mentions.Times[k]; m.When != nil && value.Contains(m.Span) {
					f.when = m.When
					break
				}
			}
		}
		if line.kind == "where" && (f.where == nil || f.where.Precision == concord.ToCountry || f.where.Precision == concord.ToProvince) {
			found := false
			for k := range r.mentions.Places {
				if w := &r.mentions.Places[k].Where; w.Span != nil && value.Contains(*w.Span) {
					f.where, found = w, true
					break
				}
			}
			if !found && f.where == nil {
				f.where = r.placeOfField(line)
			}
		}
	}
}

// placeOfField returns the place that a line names in capitals and no table holds; nil where it names none: "Location: unknown".
func (r *reader) placeOfField(f *field) *concord.Where {
	last := f.first
	for last < f.last && last < f.first+4 && r.Tokens[last].POS != text.PUNCT && r.Tokens[last].POS != text.NUM {
		last++
	}
	span := r.Span(f.first, max(last, f.first+1))
	name := span.Of(r.Text)
	if last == f.first || name == strings.ToLower(name) || fieldWords()[r.Tokens[f.first].Norm] != "" {
		return nil
	}
	return &concord.Where{Name: name, Precision: concord.Unknown, Span: &span, Quote: name}
}

// fieldOf returns the line of a form that the sentence is; nil where it is none.
func (r *reader) fieldOf(sentence int) *field {
	f := r.formAt[sentence]
	if f == nil {
		return nil
	}
	for i := range f.fields {
		if f.fields[i].sentence == sentence {
			return &f.fields[i]
		}
	}
	return nil
}

// formOf returns the form that e stands in, nil where it stands in none.
func (r *reader) formOf(e *event) *form { return r.formAt[r.Tokens[e.head].Sentence] }

// formDeeds are the acts that the measures of a form's lines tell of.
var formDeeds = map[string]act{"killed": killing, "injured": harm, "casualties": harm, "abducted": abduction, "detained": arrest, "displaced": displacement,
	"destroyed": loot, "damaged": loot}

// eventsOfField makes the event of a line that counts: what its label says befell those whom it counts.
func (r *reader) eventsOfField(f *field) {
	deed := formDeeds[f.kind]
	if deed == 0 || r.countIn(f) == nil {
		return
	}
	head := f.first - 2
	told := found{trigger: &trigger{words: []string{r.Tokens[head].Norm}, pos: 'n', act: deed}, first: f.label, last: f.first - 1, head: head, covers: []int{head}}
	e := &event{found: told, head: head, first: f.label}
	r.events = append(r.events, e)
	r.eventOf[head] = e
}

// countIn returns the first number of the line's value, nil where it has none.
func (r *reader) countIn(f *field) *concord.QuantityMention {
	value := r.Span(f.first, f.last)
	for k := range r.mentions.Quantities {
		if q := &r.mentions.Quantities[k]; value.Contains(q.Number) {
			return q
		}
	}
	return nil
}

// figureOfField returns the figure of a line of a form that counts; nil where it counts nobody.
func (r *reader) figureOfField(f *field) *figure {
	q := r.countIn(f)
	if q == nil || !f.counts() {
		return nil
	}
	t := r.numbered(q)
	if t.status == concord.Anyone {
		t.status = f.status
	}
	head := f.first - 2
	told := &blow{words: r.Tokens[head].Norm, pos: 'n', measure: concord.Measure(f.kind), frame: tollOf}
	x := &figure{hit: hit{blow: told, first: f.label, last: f.first - 1, verb: head}, measure: told.measure, tally: t, head: t.head, frame: tollOf}
	form := r.formAt[f.sentence]
	switch whole := form.whole[x.measure]; {
	case whole == nil:
		form.whole[x.measure] = x
	case whole.tally.status != t.status && compatible(whole.tally.status, t.status) && (whole.tally.high == nil || t.low <= *whole.tally.high):
		x.part, x.tally.subset = whole, true // "Killed: 9", "Children killed: 3"
	}
	return x
}

// partsInForm gives the first event of each form those whom its lines name as hit.
func (r *reader) partsInForm() {
	for _, e := range r.events {
		f := r.formOf(e)
		if f == nil || f.main != nil {
			continue
		}
		f.main = e
		for i := range f.fields {
			line := &f.fields[i]
			for k := line.first; k < line.last && line.kind == "target"; k++ {
				if p := r.phraseOf(k); p != nil && p.first == k && !e.holds(p) {
					e.args = append(e.args, argument{role: patient, phrase: p, how: "in a form"})
				}
			}
		}
	}
}

// blamesInForm makes the claims of those whom a line of a form holds answerable, or who claim it.
func (r *reader) blamesInForm(s int) {
	f := r.fieldOf(s)
	if f == nil || f.kind != "who" && f.kind != "claimed" {
		return
	}
	for k := f.first; k < f.last; k++ {
		p := r.phraseOf(k)
		if p == nil || p.head != k || r.formAt[s].main == nil || r.Tokens[p.first].POS == text.DET || fieldWords()[r.Tokens[p.first].Norm] == "nobody" {
			continue
		}
		n := len(r.blames)
		if f.kind == "claimed" {
			r.addBlame(concord.Admits, p, f.label, f.first-1, p, true, "a line of a form")
		} else {
			r.addBlame(concord.Blames, p, f.label, f.first-1, nil, false, "a line of a form")
		}
		for _, b := range r.blames[n:] {
			b.event = r.formAt[s].main
		}
	}
}
