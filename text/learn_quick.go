package text

import (
	"cmp"
	"encoding/binary"
	"math"
	"math/rand/v2"
	"slices"
)

// The recipe of the quick models.
const (
	quickEpochs    = 3
	quickRate      = 0.3
	quickTagRows   = 80_000
	quickMoveRows  = 170_000
	quickLabelRows = 40_000
	quickLeast     = 8  // of 255: smaller weights are left out
	marginDocs     = 10 // every how many docs one is not learned from, but used to set the margins
)

// marginRates are the shares of the quick models' choices that the full ones would change.
var marginRates = [choices]float64{tagChoice: 0.002, moveChoice: 0.001, labelChoice: 0.002}

// LearnQuick learns the parts of the quick models: few features learn what a model's full ones choose in docs.
func LearnQuick(m Model, docs []Recased) (Model, error) {
	q, err := newQuickLessons(m.full())
	if err != nil {
		return nil, err
	}
	for epoch := range quickEpochs {
		q.rate = float32(quickRate) / float32(epoch+1)
		for _, lesson := range shuffled(docs, q.random) {
			if lesson[0]%marginDocs != 0 {
				q.sentence(docs[lesson[0]].pick(q.random), lesson[1])
			}
		}
	}
	return q.model(docs)
}

// quickLessons is the quick models while they learn.
type quickLessons struct {
	*tagging
	*parsing
	tags, moves, labels *imitation
	random              *rand.Rand
	rate                float32
}

func newQuickLessons(full Model) (*quickLessons, error) {
	t, err := openTagger(full)
	if err != nil {
		return nil, err
	}
	p, err := openParser(full)
	if err != nil {
		return nil, err
	}
	q := &quickLessons{tagging: newTagging(t, nil), parsing: newParsing(p), random: rand.New(rand.NewPCG(1, 4)),
		tags: newImitation(len(t.classes)), moves: newImitation(3), labels: newImitation(relations)}
	q.labels.barred[NoRel], q.labels.barred[Root] = true, true
	return q, nil
}

// sentence tags and parses a sentence with the full models, and teaches the quick ones.
func (q *quickLessons) sentence(d *Doc, number int) {
	q.walk(d, number, func(i int, tag1, tag2 uint64, class int) {
		for c := range q.tags.barred {
			q.tags.barred[c] = q.words[i].allowed != bitset{} && !q.words[i].allowed.has(c)
		}
		q.tags.learn(quickFeatures(nil, q.words, i, tag1, tag2), class, q.rate)
	}, func(m move) {
		q.moves.barred[right] = !q.allows(right)
		q.moves.learn(q.quickMoveFeatures(nil), int(m), q.rate)
	}, func(head, dependent int32, r Rel) {
		q.labels.learn(q.quickLabelFeatures(nil, head, dependent), int(r), q.rate)
	})
}

// walk tags and parses a sentence of a copy of d, and tells of each choice before it is carried out.
func (q *quickLessons) walk(d *Doc, number int, tagged func(i int, tag1, tag2 uint64, class int), moved func(move), named func(head, dependent int32, r Rel)) {
	s := d.Sentences[number]
	c := *d
	c.Tokens, c.Sentences = slices.Clone(d.Tokens[:s.Last]), slices.Clone(d.Sentences[:number+1])
	q.tagged, q.moved, q.named = tagged, moved, named
	q.tagging.sentence(&c, s.First, s.Last)
	q.parsing.sentence(&c, number)
}

// model packs the quick models and sets their margins.
func (q *quickLessons) model(docs []Recased) (m Model, err error) {
	m = Model{
		"quick.tags":   q.tags.weights().Table(quickTagRows, quickLeast),
		"quick.moves":  q.moves.weights().Trio(quickMoveRows),
		"quick.labels": q.labels.weights().Table(quickLabelRows, quickLeast),
	}
	if q.tagger.quick, err = openTable(m["quick.tags"], len(q.classes)); err != nil {
		return nil, err
	}
	if q.parser.quickMoves, err = openTrio(m["quick.moves"]); err != nil {
		return nil, err
	}
	if q.parser.quickLabels, err = openTable(m["quick.labels"], relations); err != nil {
		return nil, err
	}
	for choice, l := range q.compare(docs) {
		m["quick.margins"] = binary.LittleEndian.AppendUint32(m["quick.margins"], uint32(l.margin(marginRates[choice])))
	}
	return m, nil
}

// compare notes how the full models and the quick ones choose in docs that were not learned from.
func (q *quickLessons) compare(docs []Recased) (noted [choices]leads) {
	note := func(choice int, by int32, same bool) { noted[choice] = append(noted[choice], lead{by, same}) }
	for i := 0; i < len(docs); i += marginDocs {
		for s := range docs[i][0].Sentences {
			q.walk(docs[i][0], s, func(i int, tag1, tag2 uint64, class int) {
				var sum scores
				q.quick.add(&sum, quickFeatures(nil, q.words, i, tag1, tag2))
				quick, by := q.best(&sum, q.words[i].allowed)
				note(tagChoice, by, class == quick)
			}, func(m move) {
				sum := q.quickMoves.sum(q.quickMoves.ask(q.quickMoveFeatures(nil)))
				quick, by := q.bestMove(&sum)
				note(moveChoice, by, m == quick)
			}, func(head, dependent int32, r Rel) {
				var sum scores
				q.quickLabels.add(&sum, q.quickLabelFeatures(nil, head, dependent))
				quick, by := bestRel(&sum)
				note(labelChoice, by, r == quick)
			})
		}
	}
	return noted
}

// lead is by how much a quick choice led, and whether the full model chose the same.
type lead struct {
	by   int32
	same bool
}

type leads []lead

// margin returns the least lead from which on choices may be left to the quick model.
func (l leads) margin(rate float64) int32 {
	slices.SortStableFunc(l, func(a, b lead) int { return cmp.Compare(b.by, a.by) })
	margin, changed := int32(math.MaxInt32), 0
	for i, c := range l {
		if !c.same {
			changed++
		}
		if float64(changed) <= rate*float64(i+1) {
			margin = c.by
		}
	}
	return margin
}
