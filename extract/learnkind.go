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

// LearnKinds makes kinds.tsv.
func LearnKinds(lessons []KindLesson) string {
	var examples []example
	for i := range lessons {
		examples = lessons[i].examples(examples)
	}
	return write("kind", regression(examples, len(kindClasses), kinds), kinds.weight)
}

// examples adds those of l to a list: one with all its features, and one without the rules' say, so that the words are learned beside it.
func (l *KindLesson) examples(list []example) []example {
	class := kindOfType(l.Type)
	if class < 0 {
		return list
	}
	names := l.sheet().names
	words := slices.DeleteFunc(slices.Clone(names), func(n string) bool { return !isWords(n) })
	return append(list, example{names, class, 1}, example{words, class, 1})
}

// isWords reports whether a feature is of words alone.
func isWords(name string) bool {
	name = strings.TrimPrefix(name, "next ")
	return name == "bias" || strings.HasPrefix(name, "word=") || strings.HasPrefix(name, "words=")
}

// sheet returns the features of what the lesson tells first.
func (l *KindLesson) sheet() *sheet {
	r := learned().newReader(l.Doc, l.Mentions)
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
func CrossKinds(lessons []KindLesson, folds int) (right, all int) {
	p := make([]float64, len(kindClasses))
	for fold := range folds {
		var rest []example
		for i := range lessons {
			if i%folds != fold {
				rest = lessons[i].examples(rest)
			}
		}
		rows := regression(rest, len(kindClasses), kinds)
		for i := fold; i < len(lessons); i += folds {
			all++
			predict(rows, lessons[i].sheet().names, p)
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
