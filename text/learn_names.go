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

// Lessons turns texts with known names into docs in four kinds of case, each with those names and the tags that the
// model gives it. The quick models are not asked, which are learned after the names.
func Lessons(m Model, lessons []NameLesson) ([]Recased, error) {
	tagger, err := openTagger(m.full())
	if err != nil {
		return nil, err
	}
	tokens, norms, tagging := newTokenizer(), newInterner(), newTagging(tagger, nil)
	docs := make([]Recased, len(lessons))
	for i, lesson := range lessons {
		docs[i] = Recase(tokens.tokenize(&concord.Report{Text: lesson.Text, Layout: lesson.Sentences}, norms))
		names := docs[i][0].namesOf(lesson.Names)
		for _, d := range docs[i] {
			for _, s := range d.Sentences {
				tagging.sentence(d, s.First, s.Last)
			}
			d.Names = names
		}
	}
	return docs, nil
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
	moves   [nameLabels][nameLabels]float32
	path    path[float32]
	want    []label
}

// LearnNames learns the namer's part of the model from tagged docs whose names are known: the sum of what learners that meet the docs in
// different orders learn, one for each seed. Of each doc the order of sentences is kept: the namer remembers what it met before.
func LearnNames(docs []Recased, epochs int, seeds []uint64, rows int) Model {
	sum := learnNames(docs, epochs, seeds[0])
	for _, seed := range seeds[1:] {
		sum.Add(learnNames(docs, epochs, seed))
	}
	return Model{"names.rows": sum.Table(rows, 1)}
}

func learnNames(docs []Recased, epochs int, seed uint64) *Weights {
	l := nameLessons{naming: *newNaming(&namer{cues: nameCues()}), learner: NewLearner(nameLabels)}
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
	return l.learner.Average()
}

// doc labels a doc and learns from each mistake; what it remembers of the doc is its own labels.
func (l *nameLessons) doc(d *Doc) {
	clear(l.memory)
	right := d.labels()
	for _, s := range d.Sentences {
		l.look(d, s.First, s.Last)
		l.reachable(right[s.First:s.Last])
		l.guess()
		l.learner.Tick()
		l.learn()
		l.remember(d, s.First)
	}
}

// reachable sets want to the right labels, less those of names that the marks rule out.
func (l *nameLessons) reachable(right []label) {
	l.want = append(l.want[:0], right...)
	for i := range l.want {
		w := l.want[i]
		switch {
		case w == 0:
		case w.begins() && !l.marks[i].begins, !l.marks[i].open:
			l.want[i] = 0
		case !w.begins() && (i == 0 || l.want[i-1].insideOf() != w):
			l.want[i] = 0
			if l.marks[i].begins {
				l.want[i] = w - 1
			}
		}
	}
}

// guess labels the marks by the weights so far.
func (l *nameLessons) guess() {
	var sum [nameLabels]float32
	for before := range label(nameLabels) {
		l.learner.Score(l.moves[before][:], []uint64{moveFeature(before)})
	}
	l.path.reset(len(l.marks))
	for i := range l.marks {
		clear(sum[:])
		if l.marks[i].open {
			l.features = l.context(l.features[:0], i)
			l.learner.Score(sum[:], l.features)
		}
		l.path.step(i, sum[:], &l.moves, &l.marks[i])
	}
	l.path.trace(l.labels)
}

// learn moves weight from the labels guessed to those wanted.
func (l *nameLessons) learn() {
	for i := range l.marks {
		guess, want := l.labels[i], l.want[i]
		if guess != want && l.marks[i].open {
			l.features = l.context(l.features[:0], i)
			l.learner.Update(l.features, int(want), int(guess))
		}
		guessBefore, wantBefore := label(0), label(0)
		if i > 0 {
			guessBefore, wantBefore = l.labels[i-1], l.want[i-1]
		}
		switch {
		case guessBefore == wantBefore && guess != want:
			l.learner.Update([]uint64{moveFeature(wantBefore)}, int(want), int(guess))
		case guessBefore != wantBefore:
			l.learner.Change(moveFeature(wantBefore), int(want), 1)
			l.learner.Change(moveFeature(guessBefore), int(guess), -1)
		}
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
func IsDemonym(words string) bool { return nameCues().Get(strings.ToLower(words))&peopleCue != 0 }

// IsTitle reports whether the tables know the word as a title before a person's name.
func IsTitle(word string) bool { return nameCues().Get(strings.ToLower(word))&titleCue != 0 }
