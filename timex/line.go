package timex

import (
	"strings"

	"concord/text"
)

// atom is a token, or a part of one that a hyphen or a stroke divides, with what the table says of it.
type atom struct {
	*word      // never nil
	is         class
	norm       string
	num        int // the number its digits write, -1 where there is none
	size       int // how many digits
	suffix     string
	token      int
	start, end int
}

// line is a sentence cut into atoms.
type line struct {
	*text.Doc
	*vocabulary
	atoms    []atom
	all      class // of any atom
	capitals bool  // no lower-case letter in the sentence: capitals tell nothing
	norm     func(i int) string
}

func newLine() *line {
	l := &line{vocabulary: vocabularyOnce()}
	l.norm = func(i int) string { return l.atoms[i].norm }
	return l
}

var nothing = atom{word: &word{}, num: -1, token: -1}

// cut refills the line with the atoms of a sentence. found is false where none of them can begin a time.
func (l *line) cut(s text.Sentence) (found bool) {
	l.atoms, l.all, l.capitals = l.atoms[:0], 0, true
	for t := s.First; t < s.Last; t++ {
		token := &l.Tokens[t]
		if strings.IndexByte(token.Norm, '-') > 0 || strings.IndexByte(token.Norm, '/') > 0 {
			l.split(t)
		} else {
			l.add(t, token.Norm, token.Start, token.End)
		}
		l.capitals = l.capitals && !hasLower(l.Text[token.Start:token.End])
	}
	for i := range l.atoms {
		l.all |= l.atoms[i].is
	}
	return l.all != 0
}

// hasLower reports whether a text holds a small letter of the Latin alphabet.
func hasLower(s string) bool {
	for i := range len(s) {
		if 'a' <= s[i] && s[i] <= 'z' {
			return true
		}
	}
	return false
}

// split adds the parts of a token and the hyphens or strokes between them.
func (l *line) split(t int) {
	token := &l.Tokens[t]
	if len(token.Norm) != token.End-token.Start {
		l.add(t, token.Norm, token.Start, token.End)
		return
	}
	from := 0
	for i := 0; i <= len(token.Norm); i++ {
		if i < len(token.Norm) && token.Norm[i] != '-' && token.Norm[i] != '/' {
			continue
		}
		if i > from {
			l.add(t, token.Norm[from:i], token.Start+from, token.Start+i)
		}
		if i < len(token.Norm) {
			l.add(t, token.Norm[i:i+1], token.Start+i, token.Start+i+1)
		}
		from = i + 1
	}
}

// add appends one atom.
func (l *line) add(t int, norm string, start, end int) {
	a := atom{word: l.words.Get(norm), norm: norm, num: -1, token: t, start: start, end: end}
	if a.word == nil {
		a.word = nothing.word
	}
	a.is = a.word.is
	if norm != "" && ('0' <= norm[0] && norm[0] <= '9' || norm[0] == '\'' && len(norm) > 2) {
		a.readDigits()
	}
	l.atoms = append(l.atoms, a)
}

// readDigits reads "19", "2,000", "19th", "1990s", "'80s", "10:35".
func (a *atom) readDigits() {
	digitsOnly := strings.TrimPrefix(a.norm, "'")
	n, size, i := 0, 0, 0
	for ; i < len(digitsOnly); i++ {
		c := digitsOnly[i]
		if c == ',' && size > 0 && i+3 < len(digitsOnly) {
			continue
		}
		if c < '0' || c > '9' || size > 8 {
			break
		}
		n, size = n*10+int(c-'0'), size+1
	}
	if size > 0 {
		a.num, a.size, a.suffix, a.is = n, size, digitsOnly[i:], a.is|digits
	}
}

// at returns atom i, an empty one outside the line.
func (l *line) at(i int) *atom {
	if i < 0 || i >= len(l.atoms) {
		return &nothing
	}
	return &l.atoms[i]
}

// is reports whether atom i is of any of these classes.
func (l *line) is(i int, c class) bool { return l.at(i).is&c != 0 }

// has reports whether atom i is one of the words.
func (l *line) has(i int, words ...string) bool {
	norm := l.at(i).norm
	for _, w := range words {
		if norm == w {
			return true
		}
	}
	return false
}

// skip returns i + 1 where atom i is one of the words, else i.
func (l *line) skip(i int, words ...string) int {
	if l.has(i, words...) {
		return i + 1
	}
	return i
}

// skipClass returns i + 1 where atom i is of a class, else i.
func (l *line) skipClass(i int, c class) int {
	if l.is(i, c) {
		return i + 1
	}
	return i
}

// tight reports whether no space stands between atoms i-1 and i.
func (l *line) tight(i int) bool {
	return i > 0 && i < len(l.atoms) && l.atoms[i-1].end == l.atoms[i].start
}

// tag returns the tag of the token that atom i belongs to.
func (l *line) tag(i int) text.Tag {
	if t := l.at(i).token; t >= 0 {
		return l.Tokens[t].Tag
	}
	return text.NoTag
}

// capital reports whether atom i begins with a capital letter that means something: not in a line of capitals, nor where a
// sentence begins.
func (l *line) capital(i int) bool {
	a := l.at(i)
	return i > 0 && !l.capitals && a.token >= 0 && l.Text[a.start] >= 'A' && l.Text[a.start] <= 'Z'
}

// phrase matches a set of phrases at atom i, and returns the atom after it.
func phraseAt[V any](l *line, i int, match func(word func(int) string, i, n int) (V, int)) (V, int) {
	v, n := match(l.norm, i, len(l.atoms))
	return v, i + n
}
