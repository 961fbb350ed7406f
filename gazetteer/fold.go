package gazetteer

import (
	"strings"
	"sync"

	"concord/lexicon"
)

// particles are the words of lexicon/particles.tsv by their kind.
var particles = sync.OnceValue(func() map[string]map[string]bool { return lexicon.Kinds("particles", "word") })

// Several letters that different habits of spelling write for one sound; the longer come first.
var sounds = strings.NewReplacer(
	"shch", "s", "sch", "s", "tch", "s", "tsh", "s", "sh", "s", "ch", "s", "cz", "s",
	"kh", "h", "gh", "g", "dh", "d", "th", "t", "zh", "z", "ph", "v", "f", "v", "ts", "z", "tz", "z", "dj", "j", "dzh", "j",
	"ck", "k", "q", "k", "c", "k", "w", "", "ou", "", "aw", "", "ow", "", "aa", "", "ee", "", "oo", "",
	"a", "", "e", "", "i", "", "o", "", "u", "", "y", "", "'", "", "`", "", "g", "g", "x", "ks")

// fold returns what spellings of one name in different transliterations have in common: no articles, no vowels, no doubled
// letters, one letter for a sound ("Khan Sheikhoun", "Han Shaykhun" → "hn shn"; "Deir ez-Zor", "Dayr al-Zawr" → "dr zr").
// It is empty where too little is left to tell names apart.
func fold(name string) string {
	var out []byte
	letters := 0
	for _, word := range strings.FieldsFunc(Plain(name), func(r rune) bool { return r == ' ' || r == '-' }) {
		if particles()["article"][word] {
			continue
		}
		bare := sounds.Replace(word)
		if bare == "" {
			bare = word[:1]
		}
		if len(out) > 0 {
			out = append(out, ' ')
		}
		for i := 0; i < len(bare); i++ {
			if i == 0 || bare[i] != bare[i-1] {
				out = append(out, bare[i])
				letters++
			}
		}
	}
	if letters < 3 {
		return ""
	}
	return string(out)
}

// alike reports whether two names that fold alike are near enough in their letters to be spellings of one: "Latamina" and "Latamneh", not
// "Kurdish" and "Qardaha".
func alike(a, b string) bool {
	a, b = bareLetters(a), bareLetters(b)
	return 2*edits(a, b) <= max(len(a), len(b)) && edits(consonants(a), consonants(b)) <= 1
}

// consonants returns the letters that are no vowels, each run of one letter once.
func consonants(name string) string {
	var out []byte
	for i := 0; i < len(name); i++ {
		if !strings.Contains("aeiouyw", name[i:i+1]) && (len(out) == 0 || out[len(out)-1] != name[i]) {
			out = append(out, name[i])
		}
	}
	return string(out)
}

// bareLetters returns the letters of a name without its articles, in plain lower case.
func bareLetters(name string) string {
	var out strings.Builder
	for _, word := range strings.FieldsFunc(Plain(name), func(r rune) bool { return r == ' ' || r == '-' }) {
		if !particles()["article"][word] {
			out.WriteString(letters(word))
		}
	}
	return strings.ReplaceAll(out.String(), "q", "k")
}

// edits is the number of letters to put in, take out or change that make b of a.
func edits(a, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := 1; i <= len(a); i++ {
		before := row[0]
		row[0] = i
		for j := 1; j <= len(b); j++ {
			change := before
			if a[i-1] != b[j-1] {
				change++
			}
			before = row[j]
			row[j] = min(change, row[j]+1, row[j-1]+1)
		}
	}
	return row[len(b)]
}

// foldKey returns the key of what spellings of a name have in common; false where that is too little.
func foldKey(name string) (key, bool) {
	folded := fold(name)
	if folded == "" {
		return 0, false
	}
	k := foldedKey
	for i := 0; i < len(folded); i++ {
		k = k.byte(folded[i])
	}
	return k, true
}
