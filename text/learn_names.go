package text

import (
	"math/rand/v2"
	"strings"

	"concord"
)

// NameLesson is a text whose names are known, with its sentences where those are known too.
type NameLesson struct {
	Text      string
	Sentences []concord.Part
	Names     []NamedSpan
}

// NamedSpan is the words of a name and its kind.
type NamedSpan struct {
	concord.Span
	Kind NameKind
}

// Lessons turns texts with known names into tagged docs in four kinds of case, each with those names.
func (e *Engine) Lessons(lessons []NameLesson) []Recased {
	docs := make([]Recased, len(lessons))
	for i, lesson := range lessons {
		d := e.words(&concord.Report{Text: lesson.Text, Layout: lesson.Sentences})
		docs[i] = Recase(d)
		for k := range docs[i] {
			e.tag(docs[i][k])
			docs[i][k].Names = d.namesOf(lesson.Names)
		}
	}
	return docs
}

// namesOf returns the names that spans of d's text stand for.
func (d *Doc) namesOf(spans []NamedSpan) []Name {
	var names []Name
	for _, s := range spans {
		if first, last := d.TokensIn(s.Span); first < last {
			names = append(names, Name{First: first, Last: last, Kind: s.Kind, Same: len(names)})
		}
	}
	return names
}

// labels returns the label of each token by the names of d.
func (d *Doc) labels() []label {
	labels := make([]label, len(d.Tokens))
	for _, name := range d.Names {
		for i := name.First; i < name.Last; i++ {
			labels[i] = beginOf(name.Kind).insideOf()
		}
		labels[name.First] = beginOf(name.Kind)
	}
	return labels
}

// nameLessons is the namer while it learns.
type nameLessons struct {
	naming
	learner *Learner
	sum     []float32
}

// LearnNames learns the namer's part of the model from tagged docs whose names are known. Of each doc the order of
// sentences is kept: the namer remembers what it met before.
func LearnNames(docs []Recased, epochs int, seed uint64, rows int) Model {
	l := nameLessons{naming: *newNaming(&namer{cues: nameCues()}), learner: NewLearner(nameLabels), sum: make([]float32, nameLabels)}
	random := rand.New(rand.NewPCG(seed, 2))
	order := make([]int, len(docs))
	for i := range order {
		order[i] = i
	}
	for range epochs {
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		for _, i := range order {
			l.doc(docs[i].pick(random))
		}
	}
	return Model{"names.rows": l.learner.Average().Table(rows)}
}

// doc labels a doc and learns from each mistake; the labels it goes by are its own.
func (l *nameLessons) doc(d *Doc) {
	clear(l.memory)
	right := d.labels()
	for _, s := range d.Sentences {
		l.look(d, s.First, s.Last)
		for i := range l.marks {
			before := l.before(i)
			if !l.marks[i].candidate && before == 0 {
				continue
			}
			l.features = l.context(l.features[:0], i, before)
			l.learner.Score(l.sum, l.features)
			guess, want := bestLabel(l.sum, before), right[s.First+i]
			if !want.begins() && want != 0 && (before == 0 || before.insideOf() != want) {
				want-- // the first token was missed: begin here
			}
			l.learner.Tick()
			if guess != want {
				l.learner.Update(l.features, int(want), int(guess))
			}
			l.labels[i] = guess
		}
		l.remember(d, s.First)
	}
}

// NameScore counts exact matches of names found with names known.
type NameScore struct{ Right, Found, Known int }

// F1 is the harmonic mean of precision and recall, in percent.
func (s NameScore) F1() float64 { return 200 * float64(s.Right) / float64(max(s.Found+s.Known, 1)) }

// ScoreNames measures the namer of a model on tagged docs whose names are known, in case variant 0 to 3 of [Recased]; in
// all, and by kind.
func ScoreNames(m Model, docs []Recased, variant int) (all NameScore, by [OtherName + 1]NameScore, err error) {
	model, err := openNamer(m)
	if err != nil {
		return all, by, err
	}
	n := newNaming(model)
	for _, doc := range docs {
		d := *doc[variant]
		known := map[Name]bool{}
		for _, name := range d.Names {
			name.Same = 0
			known[name] = true
			by[name.Kind].Known++
			all.Known++
		}
		d.Names = nil
		n.names(&d)
		for _, name := range d.Names {
			name.Same = 0
			by[name.Kind].Found++
			all.Found++
			if known[name] {
				by[name.Kind].Right++
				all.Right++
			}
		}
	}
	return all, by, nil
}

// IsDemonym reports whether the tables know the words as a nationality.
func IsDemonym(words string) bool { return nameCues()[strings.ToLower(words)]&peopleCue != 0 }

// IsTitle reports whether the tables know the word as a title before a person's name.
func IsTitle(word string) bool { return nameCues()[strings.ToLower(word)]&titleCue != 0 }
