package extract

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/text"
)

// KindLesson is a short report with the type of what it tells first. Used by extract/train only.
type KindLesson struct {
	Doc      *text.Doc
	Mentions *concord.Mentions
	Type     concord.EventType
}

// LearnKinds makes the lines of kinds.tsv from what the other models make of the lessons.
func (models Models) LearnKinds(lessons []KindLesson) string {
	var examples []example
	for i := range lessons {
		examples = models.kindExamples(&lessons[i], examples)
	}
	return write("kind", regression(examples, len(kindClasses), kinds), kinds.weight)
}

// kindExamples adds those of l to a list: one with all its features, and one without the rules' say, so that the words are learned beside it.
func (models Models) kindExamples(l *KindLesson, list []example) []example {
	class := kindOfType(l.Type)
	if class < 0 {
		return list
	}
	names := models.kindSheet(l).names
	words := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !isWords(n) })
	return append(list, example{names, class, 1}, example{words, class, 1})
}

// isWords reports whether a feature is of words alone.
func isWords(name string) bool {
	name = strings.TrimPrefix(name, "next ")
	return name == "bias" || strings.HasPrefix(name, "word=") || strings.HasPrefix(name, "words=")
}

// kindSheet returns the features of what the lesson tells first.
func (models Models) kindSheet(l *KindLesson) *sheet {
	r := models.newReader(l.Doc, l.Mentions)
	r.readStatements()
	r.readEvents()
	r.readFigures()
	r.befall()
	r.gather()
	r.drop()
	slices.SortStableFunc(r.accounts, func(a, b *account) int { return cmp.Compare(b.weight(r), a.weight(r)) })
	s := &sheet{named: true}
	if len(r.accounts) == 0 {
		r.weighKind(s, nil, concord.OtherStrategic, 0)
		return s
	}
	a := r.accounts[0]
	r.weighKind(s, a.events, a.Type, r.Tokens[a.events[0].head].Sentence)
	return s
}

// CrossKinds learns folds times from all lessons but each folds-th and asks about those left out: how many of how many were right.
func (models Models) CrossKinds(lessons []KindLesson, folds int) (right, all int) {
	p := make([]float64, len(kindClasses))
	for fold := range folds {
		var rest []example
		for i := range lessons {
			if i%folds != fold {
				rest = models.kindExamples(&lessons[i], rest)
			}
		}
		rows := regression(rest, len(kindClasses), kinds)
		for i := fold; i < len(lessons); i += folds {
			all++
			predict(rows, models.kindSheet(&lessons[i]).names, p)
			if likeliest(p) == kindOfType(lessons[i].Type) {
				right++
			}
		}
	}
	return right, all
}

// likeliest returns the index of the greatest of p.
func likeliest(p []float64) int {
	best := 0
	for k := range p {
		if p[k] > p[best] {
			best = k
		}
	}
	return best
}
