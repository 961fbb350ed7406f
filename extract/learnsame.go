package extract

import (
	"slices"
)

// sameExamples are the pairs of events that the keys tell to be one or two.
func (models Models) sameExamples(lessons []Lesson) (examples []example) {
	for i := range lessons {
		l := &lessons[i]
		if len(l.Keys) == 0 {
			continue
		}
		r := models.newReader(l.Doc, l.Mentions)
		r.readStatements()
		r.readEvents()
		r.readFigures()
		r.befall()
		s := &sheet{named: true}
		known := make([][]int, len(r.events))
		for i, e := range r.events {
			if known[i] = l.about(r, e); len(known[i]) == 0 {
				continue
			}
			for j, x := range r.events[:i] {
				if len(known[j]) == 0 {
					continue
				}
				class := 0
				if slices.ContainsFunc(known[j], func(k int) bool { return slices.Contains(known[i], k) }) {
					class = 1
				}
				r.weighPair(s, x, e)
				examples = append(examples, example{append([]string(nil), s.names...), class, 1 / float64(i)})
			}
		}
	}
	return examples
}

// about returns the keys that have somebody or something in common with e.
func (l *Lesson) about(r *reader, e *event) (list []int) {
	if !learnable.has(e.found.act) {
		return nil
	}
	for i := range l.Keys {
		k := &l.Keys[i]
		for _, a := range e.args {
			if a.role == patient && (fillerOf(k.Victims, r.nameOf(a.phrase)) >= 0 || fillerOf(k.Objects, r.nameOf(a.phrase)) >= 0) {
				list = append(list, i)
				break
			}
		}
	}
	return list
}
