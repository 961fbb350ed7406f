package extract

import (
	"fmt"
	"maps"
	"math"
	"math/rand/v2"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// Lesson is a report with what its answer key says happened. Used by extract/train only.
type Lesson struct {
	Doc      *text.Doc
	Mentions *concord.Mentions
	Keys     []Key
}

// Key is one incident of an answer key. Each filler is a list of ways to write it, in small letters.
type Key struct {
	Types        []concord.EventType // those that the key's kind of incident can be
	Optional     bool
	Perpetrators [][]string
	Victims      [][]string
	Objects      [][]string
	Weapons      [][]string
}

// example is a decision with its right answer.
type example struct {
	names []string
	class int
	share float64 // its weight
}

// recipe is how a model is learned: logistic regression by stochastic gradient with AdaGrad's steps.
type recipe struct {
	least  int     // features seen less often are left out
	epochs int     // times that each example is shown
	step   float64 // over the root of what a weight has moved, and floor
	floor  float64
	pull   float64 // of a weight towards 0, at each step
	prior  float64 // of a weight towards 0, over all steps of an epoch: features seen seldom are trusted less
	weight float64 // rows without a weight as great are not written
}

var (
	roles     = recipe{3, 20, 0.1, 0.3, 0, 3, 0.02}
	sameness  = recipe{3, 30, 0.2, 1e-3, 2e-3, 0, 0.02}
	relevance = recipe{3, 20, 0.1, 0.3, 0, 8, 0.02}
	parts     = recipe{5, 10, 0.2, 1e-3, 3e-2, 0, 0.05}
	kinds     = recipe{1, 20, 0.3, 1, 1e-2, 0, 0.05} // few examples, with many words seen once
)

// learnSeeds are the orders in which the examples are shown. What is learned is the mean: one order alone is worth half a point of F more or
// less.
var learnSeeds = [...]uint64{7, 8, 9, 10, 11}

// regression learns a model of that many classes; with one class an example's class 1 is yes and 0 no.
func regression(examples []example, classes int, how recipe) map[string][]float64 {
	seen := map[string]int{}
	for _, x := range examples {
		for _, n := range x.names {
			seen[n]++
		}
	}
	mean := how.rows(seen, classes)
	for _, seed := range learnSeeds {
		for n, row := range how.learnOnce(examples, seen, classes, seed) {
			for c, w := range row {
				mean[n][c] += w / float64(len(learnSeeds))
			}
		}
	}
	return mean
}

// rows returns rows of zeros for the features that are seen often enough.
func (how *recipe) rows(seen map[string]int, classes int) map[string][]float64 {
	rows := map[string][]float64{}
	for n, times := range seen {
		if times >= how.least {
			rows[n] = make([]float64, classes)
		}
	}
	return rows
}

// learnOnce is regression with the examples shown in one order.
func (how *recipe) learnOnce(examples []example, seen map[string]int, classes int, seed uint64) map[string][]float64 {
	rows, squares := how.rows(seen, classes), how.rows(seen, classes)
	examples = slices.Clone(examples)
	random := rand.New(rand.NewPCG(learnSeeds[0], seed))
	p := make([]float64, classes)
	for range how.epochs {
		random.Shuffle(len(examples), func(i, j int) { examples[i], examples[j] = examples[j], examples[i] })
		for _, x := range examples {
			predict(rows, x.names, p)
			for c := range p {
				want := 0.0
				if classes == 1 && x.class == 1 || classes > 1 && x.class == c {
					want = 1
				}
				p[c] = (p[c] - want) * x.share
			}
			how.move(rows, squares, seen, x, p)
		}
	}
	return rows
}

// predict writes the probabilities of the classes.
func predict(rows map[string][]float64, names []string, p []float64) {
	clear(p)
	for _, n := range names {
		for c, w := range rows[n] {
			p[c] += w
		}
	}
	if len(p) == 1 {
		p[0] = sigmoid(p[0])
		return
	}
	softmax(p)
}

// move changes the weights of an example's features against the fault of each class.
func (how *recipe) move(rows, squares map[string][]float64, seen map[string]int, x example, faults []float64) {
	for _, n := range x.names {
		row, ok := rows[n]
		if !ok {
			continue
		}
		square, pull := squares[n], how.pull+how.prior/float64(seen[n])
		for c, fault := range faults {
			g := fault + pull*row[c]
			square[c] += g * g
			row[c] -= how.step * g / (how.floor + math.Sqrt(square[c]))
		}
	}
}

// write returns the rows of a model as lines of a table of weights, without those that hardly count; an empty cell is 0.
func write(model string, rows map[string][]float64, least float64) string {
	var b strings.Builder
	for _, n := range slices.Sorted(maps.Keys(rows)) {
		row := rows[n]
		if !slices.ContainsFunc(row, func(w float64) bool { return math.Abs(w) >= least }) {
			continue
		}
		fmt.Fprintf(&b, "%s\t%s", model, n)
		for _, w := range row {
			b.WriteByte('\t')
			if math.Abs(w) >= least/4 {
				fmt.Fprintf(&b, "%.2f", w)
			}
		}
		b.WriteByte('\n')
	}
	return b.String()
}

// fillerOf returns which of the fillers the words of a phrase name, or -1: the same head, or a part of the name.
func fillerOf(fillers [][]string, words string) int {
	mine := strings.FieldsFunc(strings.ToLower(words), notWord)
	if len(mine) == 0 {
		return -1
	}
	for i, ways := range fillers {
		for _, way := range ways {
			theirs := strings.FieldsFunc(way, notWord)
			if len(theirs) > 0 && alike(mine, theirs) {
				return i
			}
		}
	}
	return -1
}

func notWord(c rune) bool {
	return !(c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '\'' || c > 127)
}

// alike reports whether two strings have the same head and are not at odds.
func alike(mine, theirs []string) bool {
	head := func(w []string) string {
		for i, x := range w {
			if i > 0 && (x == "of" || x == "in" || x == "at" || x == "from" || x == "with" || x == "who") {
				return singular(w[i-1])
			}
		}
		return singular(w[len(w)-1])
	}
	if head(mine) == head(theirs) {
		return true
	}
	if len(mine) < 2 {
		return false
	}
	for _, w := range mine {
		if !slices.Contains(theirs, w) {
			return false
		}
	}
	return true
}

// Learn makes the lines of weights.tsv from lessons of several collections. The models are learned one after the other, since each decides on
// what those before make of a report: roles first, then which events are the same, then which accounts are incidents, then who has a part in
// them. All but the first are shown reports that the models before have not seen, as many of each collection at a time.
func Learn(collections ...[]Lesson) string {
	steps := learning()
	var table strings.Builder
	table.WriteString(steps[0].learn(steps[0].examples(Models{}, slices.Concat(collections...))))
	examples := make([][]example, len(steps))
	for k := range unseenFolds {
		var seen, unseen []Lesson
		for _, c := range collections {
			from, to := k*len(c)/unseenFolds, (k+1)*len(c)/unseenFolds
			seen, unseen = slices.Concat(seen, c[:from], c[to:]), append(unseen, c[from:to]...)
		}
		others := learnInTurn(seen, steps[:len(steps)-1])
		for i := 1; i < len(steps); i++ {
			examples[i] = append(examples[i], steps[i].examples(others, unseen)...)
		}
	}
	for i := 1; i < len(steps); i++ {
		table.WriteString(steps[i].learn(examples[i]))
	}
	return table.String()
}

// unseenFolds is in how many parts the lessons are cut so that a model sees what those before it make of reports that are new to them.
const unseenFolds = 4

// step is how one of the models is learned.
type step struct {
	name     string
	examples func(Models, []Lesson) []example
	classes  int
	how      recipe
}

// learning are the models in the order in which they are learned.
func learning() []step {
	return []step{
		{"role", Models.roleExamples, len(roleClasses), roles},
		{"same", Models.sameExamples, 1, sameness},
		{"incident", Models.incidentExamples, 1, relevance},
		{"part", Models.partExamples, int(partCount), parts},
	}
}

// learn returns the lines of the model that the examples teach.
func (x *step) learn(examples []example) string {
	return write(x.name, regression(examples, x.classes, x.how), x.how.weight)
}

// learnInTurn learns models, each from what those before it make of the same lessons.
func learnInTurn(lessons []Lesson, steps []step) Models {
	var table strings.Builder
	for _, x := range steps {
		table.WriteString(x.learn(x.examples(ParseModels(table.String()), lessons)))
	}
	return ParseModels(table.String())
}

// keysOf returns the keys whose kind of incident the type can be.
func (l *Lesson) keysOf(t concord.EventType) (list []*Key) {
	for i := range l.Keys {
		if slices.Contains(l.Keys[i].Types, t) {
			list = append(list, &l.Keys[i])
		}
	}
	return list
}
