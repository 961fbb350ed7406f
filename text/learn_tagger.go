package text

import (
	"maps"
	"math/rand/v2"
	"slices"
)

// The dictionary holds words met at least this often; from knownOften on they keep to the tags they had.
const (
	knownRarely = 3
	knownOften  = 15
	rareTag     = 0.002 // tags below this share of a word's are mistakes of the treebank
	rareClass   = 4     // classes met less often are not learned
)

// LearnTagger learns the tagger's parts of the model from docs whose tokens are tagged: the sum of what learners that
// meet the sentences in different orders learn, one for each seed.
func LearnTagger(docs []Recased, epochs int, seeds []uint64, rows int) (Model, error) {
	classes, number := learnClasses(docs)
	m := Model{}
	for _, c := range classes {
		m["tagger.classes"] = append(m["tagger.classes"], byte(c.pos), byte(c.tag))
	}
	m["tagger.words"] = learnWords(docs, number)
	t := &tagger{classes: classes, name: properNouns(classes)}
	var err error
	if t.words, err = openTable(m["tagger.words"], maxClasses); err != nil {
		return nil, err
	}
	var sum *Weights
	for _, seed := range seeds {
		found := t.learn(docs, number, epochs, seed)
		if sum == nil {
			sum = found
			continue
		}
		sum.Add(found)
	}
	m["tagger.rows"] = sum.Table(rows, 1)
	return m, nil
}

// learn returns the weights that one learner comes to.
func (t *tagger) learn(docs []Recased, number map[class]int, epochs int, seed uint64) *Weights {
	l := taggerLessons{tagger: t, number: number, learner: NewLearner(len(t.classes)), sum: make([]float32, len(t.classes)),
		random: rand.New(rand.NewPCG(seed, 1))}
	for range epochs {
		for _, lesson := range shuffled(docs, l.random) {
			l.sentence(docs[lesson[0]].pick(l.random), lesson[1])
		}
	}
	return l.learner.Average()
}

// shuffled returns each sentence of the docs as (doc, sentence), in random order.
func shuffled(docs []Recased, random *rand.Rand) [][2]int {
	var all [][2]int
	for i, d := range docs {
		for s := range d[0].Sentences {
			all = append(all, [2]int{i, s})
		}
	}
	random.Shuffle(len(all), func(i, j int) { all[i], all[j] = all[j], all[i] })
	return all
}

// learnClasses returns the classes that the docs use, and the number of each.
func learnClasses(docs []Recased) ([]class, map[class]int) {
	count := map[class]int{}
	for _, d := range docs {
		for _, t := range d[0].Tokens {
			count[class{t.POS, t.Tag}]++
		}
	}
	var classes []class
	number := map[class]int{}
	for pos := range POS(len(posNames)) {
		for tag := range Tag(len(tagNames)) {
			if c := (class{pos, tag}); count[c] >= rareClass {
				number[c] = len(classes)
				classes = append(classes, c)
			}
		}
	}
	return classes, number
}

// learnWords returns the dictionary: for each common word its classes.
func learnWords(docs []Recased, number map[class]int) []byte {
	counts := map[uint64][]float32{}
	for _, d := range docs {
		for _, t := range d[0].Tokens {
			c, ok := number[class{t.POS, t.Tag}]
			if !ok {
				continue
			}
			h := wordHash(t.Norm)
			if counts[h] == nil {
				counts[h] = make([]float32, maxClasses)
			}
			counts[h][c]++
			counts[h][sure]++
		}
	}
	for h, row := range counts {
		if row[sure] < knownRarely {
			delete(counts, h)
		}
	}
	return exactTable(slices.Sorted(maps.Keys(counts)), func(h uint64) (cells []uint16) {
		row := counts[h]
		for c, n := range row {
			if c != sure && n > row[sure]*rareTag || c == sure && n >= knownOften {
				cells = append(cells, uint16(c))
			}
		}
		return cells
	})
}

// taggerLessons is the tagger while it learns.
type taggerLessons struct {
	*tagger
	number   map[class]int
	learner  *Learner
	random   *rand.Rand
	sum      []float32
	features []uint64
	words    []*word
}

// sentence tags a sentence and learns from each mistake; the tags it goes by are its own.
func (l *taggerLessons) sentence(d *Doc, number int) {
	s := d.Sentences[number]
	c := d.casingOf(s.First, s.Last)
	l.words = l.words[:0]
	for i := s.First; i < s.Last; i++ {
		w := new(word)
		l.look(w, d.Form(i), d.Tokens[i].Norm, c)
		l.words = append(l.words, w)
	}
	tag1, tag2 := uint64(0), uint64(0)
	for i := s.First; i < s.Last; i++ {
		guess := l.decide(d, i, s.First, tag1, tag2)
		tag1, tag2 = l.classes[guess].hash(), tag1
	}
}

// decide returns the class of token i behind two tags, and learns the right one.
func (l *taggerLessons) decide(d *Doc, i, first int, tag1, tag2 uint64) int {
	w, t := l.words[i-first], &d.Tokens[i]
	if w.only >= 0 {
		return w.only
	}
	l.features = contextFeatures(w.own(l.features[:0]), l.words, i-first, tag1, tag2)
	l.learner.Score(l.sum, l.features)
	guess := highest(l.sum, w.allowed)
	l.learner.Tick()
	if right, ok := l.number[class{t.POS, t.Tag}]; ok && right != guess {
		l.learner.Update(l.features, right, guess)
	}
	return guess
}

func highest(sum []float32, allowed bitset) int {
	best := -1
	for c := range sum {
		if (allowed == (bitset{}) || allowed.has(c)) && (best < 0 || sum[c] > sum[best]) {
			best = c
		}
	}
	return best
}

// Retag returns a copy of d with a tagger's tags.
func Retag(m Model, d *Doc) (*Doc, error) {
	t, err := openTagger(m)
	if err != nil {
		return nil, err
	}
	c, at := *d, newTagging(t, nil)
	c.Tokens = slices.Clone(d.Tokens)
	for _, s := range c.Sentences {
		at.sentence(&c, s.First, s.Last)
	}
	return &c, nil
}
