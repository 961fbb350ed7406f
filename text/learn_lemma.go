package text

import (
	"fmt"
	"maps"
	"slices"
	"strings"
)

// lemmaLesson is one word form with a tag and the lemma it bore most often.
type lemmaLesson struct {
	norm string
	tag  Tag
	edit edit
	met  int
}

// LearnLemmas learns the lemmatizer's parts of the model: for each tag the edit of each ending where that differs from
// the shorter ending's, and the words that this would get wrong.
func LearnLemmas(docs []Recased) Model {
	lessons := lemmaLessons(docs)
	rules := map[uint64]edit{}
	for k := range longestEnding + 1 {
		learnEndings(lessons, k, rules)
	}
	exceptions := map[uint64]edit{}
	for _, s := range lessons {
		if ruled(s, rules) != s.edit {
			exceptions[wholeWord(s.norm, s.tag)] = s.edit
		}
	}
	for f, e := range exceptions {
		rules[f] = e
	}
	return packLemmas(rules)
}

// lemmaLessons returns the forms in a fixed order.
func lemmaLessons(docs []Recased) []lemmaLesson {
	type key struct {
		norm string
		tag  Tag
	}
	counts := map[key]map[edit]int{}
	for _, d := range docs {
		for _, t := range d[0].Tokens {
			k := key{t.Norm, t.Tag}
			if counts[k] == nil {
				counts[k] = map[edit]int{}
			}
			counts[k][editTo(t.Norm, strings.ToLower(t.Lemma))]++
		}
	}
	var lessons []lemmaLesson
	for k, edits := range counts {
		s := lemmaLesson{norm: k.norm, tag: k.tag}
		for e, n := range edits {
			if n > s.met || n == s.met && compareEdits(e, s.edit) < 0 {
				s.edit, s.met = e, n
			}
		}
		lessons = append(lessons, s)
	}
	slices.SortFunc(lessons, func(a, b lemmaLesson) int {
		if a.tag != b.tag {
			return int(a.tag) - int(b.tag)
		}
		return strings.Compare(a.norm, b.norm)
	})
	return lessons
}

func compareEdits(a, b edit) int {
	if a.off != b.off {
		return a.off - b.off
	}
	return strings.Compare(a.add, b.add)
}

func editTo(norm, lemma string) edit {
	same := 0
	for same < len(norm) && same < len(lemma) && norm[same] == lemma[same] {
		same++
	}
	return edit{len(norm) - same, lemma[same:]}
}

// ruled returns what the rules so far make of a word.
func ruled(s lemmaLesson, rules map[uint64]edit) edit {
	for k := min(longestEnding, len(s.norm)-1); k >= 0; k-- {
		if e, ok := rules[ending(s.norm[len(s.norm)-k:], s.tag)]; ok {
			return e
		}
	}
	return edit{}
}

// learnEndings adds the rules of endings of k bytes that at least two words share and most of them obey.
func learnEndings(lessons []lemmaLesson, k int, rules map[uint64]edit) {
	votes := map[uint64]map[edit]int{}
	words := map[uint64]lemmaLesson{}
	for _, s := range lessons {
		if k >= len(s.norm) {
			continue
		}
		f := ending(s.norm[len(s.norm)-k:], s.tag)
		if votes[f] == nil {
			votes[f] = map[edit]int{}
			words[f] = s
		}
		votes[f][s.edit]++
	}
	found := map[uint64]edit{}
	for f, edits := range votes {
		var best edit
		top, all := 0, 0
		for e, n := range edits {
			all += n
			if n > top || n == top && compareEdits(e, best) < 0 {
				best, top = e, n
			}
		}
		if (top >= 2 || k == 0) && best != ruled(words[f], rules) {
			found[f] = best
		}
	}
	for f, e := range found {
		rules[f] = e
	}
}

// packLemmas numbers the edits and writes the parts of the model.
func packLemmas(rules map[uint64]edit) Model {
	var edits []edit
	for _, e := range rules {
		edits = append(edits, e)
	}
	slices.SortFunc(edits, compareEdits)
	edits = slices.Compact(edits)
	var b strings.Builder
	for _, e := range edits {
		fmt.Fprintf(&b, "%d %s\n", e.off, e.add)
	}
	table := exactTable(slices.Sorted(maps.Keys(rules)), func(f uint64) []uint16 {
		n, _ := slices.BinarySearchFunc(edits, rules[f], compareEdits)
		return []uint16{uint16(n)}
	})
	return Model{"lemma.edits": []byte(b.String()), "lemma.rules": table}
}
