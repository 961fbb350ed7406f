package text

import (
	"strconv"
	"strings"
	"unicode/utf8"

	"concord/lexicon"
)

// lemmatizer finds the dictionary form of a word by its tag: an exception where the word is one, or the rule of its
// longest ending. Lemmas are in small letters, those of names too.
type lemmatizer struct {
	verbs map[string]string // lemmas of lexicon/lemmas.tsv
	edits []edit
	rules table // features of words and endings; the cell's class and weight together number the edit
}

// edit makes a lemma: bytes off the end, others put there.
type edit struct {
	off int
	add string
}

// longestEnding is the number of bytes of the longest ending that has a rule.
const longestEnding = 6

// openLemmatizer reads the lemmatizer's parts of the model: edits as "off add" lines, and rules.
func openLemmatizer(m Model) (*lemmatizer, error) {
	l := lemmatizer{verbs: map[string]string{}}
	for _, row := range lexicon.Table("lemmas") {
		l.verbs[row.Get("form")] = row.Get("lemma")
	}
	for line := range strings.Lines(string(m["lemma.edits"])) {
		off, add, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
		n, err := strconv.Atoi(off)
		if err != nil {
			return nil, errModel
		}
		l.edits = append(l.edits, edit{n, add})
	}
	var err error
	l.rules, err = openTable(m["lemma.rules"], maxClasses)
	return &l, err
}

// lemma returns the lemma of a normalised word with a tag.
func (l *lemmatizer) lemma(norm string, tag Tag) string {
	if tag >= VB && tag <= VBZ {
		if known, ok := l.verbs[norm]; ok {
			return known
		}
	}
	if e, ok := l.rule(wholeWord(norm, tag)); ok {
		return e.of(norm)
	}
	for k := min(longestEnding, len(norm)-1); k >= 0; k-- {
		if e, ok := l.rule(ending(norm[len(norm)-k:], tag)); ok {
			return e.of(norm)
		}
	}
	return norm
}

func (l *lemmatizer) rule(f uint64) (edit, bool) {
	row := l.rules.row(f)
	if len(row) == 0 {
		return edit{}, false
	}
	if n := int(uint16(row[0])); n < len(l.edits) {
		return l.edits[n], true
	}
	return edit{}, false
}

func wholeWord(norm string, tag Tag) uint64 { return feature(1, hashString(norm), uint64(tag), 0) }
func ending(end string, tag Tag) uint64     { return feature(2, hashString(end), uint64(tag), 0) }

// of returns the word with its end changed; the word itself where the change would cut a character.
func (e edit) of(norm string) string {
	if e.off > len(norm) {
		return norm
	}
	if suffix := e.suffix(norm); suffix > 0 && norm[len(norm)-suffix-1] != norm[len(norm)-suffix-2] {
		e.off = suffix // a consonant goes with "ed" and "ing" only where it is doubled: "stopped", not "gasped"
	}
	if lemma := norm[:len(norm)-e.off] + e.add; utf8.ValidString(lemma) {
		return lemma
	}
	return norm
}

// suffix returns the length of "ed" or "ing" where the edit takes one letter more off the word, else 0.
func (e edit) suffix(norm string) int {
	for _, suffix := range [...]string{"ed", "ing"} {
		if e.add == "" && e.off == len(suffix)+1 && e.off < len(norm) && strings.HasSuffix(norm, suffix) {
			return len(suffix)
		}
	}
	return 0
}
