package link

import (
	"cmp"
	"hash/fnv"
	"math"
	"slices"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"concord"
)

// term is a word by its hash, with its share of the account's vector (unit length, times 1000).
type term struct {
	Hash   uint32
	Weight int32
	Marks  marks
}

// marks say what a word is in its report.
type marks uint8

const (
	opening marks = 1 << iota // among the first words of the report
	named                     // a part of a name
	digits                    // a number

	marked = iota // how many marks there are
)

// kept is how many of the heaviest words a sketch keeps.
const kept = 160

// opens is how many of a report's first words are its opening: the headline and about two sentences.
const opens = 60

func itoa(i int) string { return strconv.Itoa(i) }

func hash(s string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(s))
	return h.Sum32()
}

// words calls yield for the stem of each word of s: runs of three letters and more, and numbers, which keep their decimals.
func words(s string, yield func(stem string)) {
	for _, word := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool { return r != '.' && !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		word = strings.Trim(word, ".")
		if len(word) > 2 || len(word) == 2 && isNumber(word) {
			yield(stem(word))
		}
	}
}

// isNumber reports whether a word has a digit.
func isNumber(word string) bool { return strings.ContainsAny(word, "0123456789") }

// stem takes the commonest endings off a word, so that "attacked", "attacks" and "attacking" are one.
func stem(word string) string {
	for _, ending := range []string{"ing", "ed", "es", "s"} {
		if base, ok := strings.CutSuffix(word, ending); ok && len(base) >= 3 {
			if n := len(base); n > 3 && base[n-1] == base[n-2] {
				base = base[:n-1]
			}
			return strings.TrimSuffix(base, "e")
		}
	}
	return strings.TrimSuffix(word, "e")
}

// termsOf returns the heaviest words of an account by how often they stand there and how rare they are in English: those of its claims, and
// for the main story those of the whole report, where the claims' own count three times.
func termsOf(text string, quotes []string, main bool, marks map[string]marks) terms {
	counts := map[string]float64{}
	if main {
		words(text, func(stem string) { counts[stem]++ })
	}
	for _, q := range quotes {
		words(q, func(stem string) { counts[stem] += 2 })
	}
	list := make([]term, 0, len(counts))
	for word, n := range counts {
		if w := (1 + math.Log(n)) * rarity(word); w > 0 {
			list = append(list, term{hash(word), int32(w * 1000), marks[word]})
		}
	}
	slices.SortFunc(list, heavier)
	list = list[:min(len(list), kept)]
	var squares float64
	for _, t := range list {
		squares += float64(t.Weight) * float64(t.Weight)
	}
	for i := range list {
		list[i].Weight = int32(1000 * float64(list[i].Weight) / math.Sqrt(squares))
	}
	slices.SortFunc(list, func(a, b term) int { return cmp.Compare(a.Hash, b.Hash) })
	return list
}

// marksOf returns what the words of a report are, by stem.
func marksOf(r *concord.Reading) map[string]marks {
	found := map[string]marks{}
	n := 0
	mark := func(s string, as marks) {
		words(s, func(stem string) {
			if found[stem] |= as; isNumber(stem) {
				found[stem] |= digits
			}
		})
	}
	for line := range strings.Lines(r.Report.Title + "\n" + r.Report.Text) {
		for word := range strings.FieldsSeq(line) {
			if n++; n > opens {
				mark(word, 0)
			} else {
				mark(word, opening)
			}
		}
	}
	for _, name := range namesOf(r) {
		mark(name, named)
	}
	return found
}

// namesOf returns words that are parts of names: those that the report never writes small. Of a report in capitals alone they are
// the names of the actors and places that were found in it.
func namesOf(r *concord.Reading) []string {
	var names []string
	if text := r.Report.Text; strings.ToUpper(text) != text {
		written := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		small := make(map[string]bool, len(written))
		for _, word := range written {
			if first, _ := utf8.DecodeRuneInString(word); unicode.IsLower(first) {
				small[word] = true
			}
		}
		for _, word := range written {
			if first, _ := utf8.DecodeRuneInString(word); unicode.IsUpper(first) && !small[strings.ToLower(word)] {
				names = append(names, word)
			}
		}
	} else if r.Mentions != nil {
		for i := range r.Mentions.Actors {
			if r.Mentions.Actors[i].Kind != concord.OtherActor {
				names = append(names, r.Mentions.Actors[i].Name)
			}
		}
		for i := range r.Mentions.Places {
			names = append(names, r.Mentions.Places[i].Name)
		}
	}
	return names
}

// heavier orders terms from the heaviest.
func heavier(a, b term) int {
	return cmp.Or(-cmp.Compare(a.Weight, b.Weight), cmp.Compare(a.Hash, b.Hash))
}

// likeness is how alike the words of two accounts are, from 0 to 1: the cosine of all that are kept, and of those that bear a mark.
type likeness struct {
	all    float64
	marked [marked]float64
}

// lengths are the squared lengths of the vectors of the words that bear each mark.
type lengths [marked]float64

func lengthsOf(list []term) lengths {
	var l lengths
	for _, t := range list {
		for m := range l {
			if t.Marks>>m&1 == 1 {
				l[m] += float64(t.Weight) * float64(t.Weight)
			}
		}
	}
	return l
}

// compareWords returns how alike the words of two accounts are.
func compareWords(a, b *decoded) likeness {
	var l likeness
	sum, sums := int32(0), [marked]int32{}
	for i, j := 0, 0; i < len(a.Terms) && j < len(b.Terms); {
		x, y := &a.Terms[i], &b.Terms[j]
		if x.Hash == y.Hash {
			product := x.Weight * y.Weight
			sum += product
			for m := range sums {
				sums[m] += product * int32(x.Marks&y.Marks>>m&1)
			}
		}
		i, j = i+one(x.Hash <= y.Hash), j+one(y.Hash <= x.Hash)
	}
	l.all = float64(sum) / 1e6
	for m := range sums {
		if sums[m] > 0 {
			l.marked[m] = float64(sums[m]) / math.Sqrt(a.lengths[m]*b.lengths[m])
		}
	}
	return l
}

// one is 1 where true. It compiles to no jump, where one would be foretold wrongly half of the time.
func one(b bool) int {
	if b {
		return 1
	}
	return 0
}

// quotesOf returns the words of the account's claims.
func quotesOf(r *concord.Reading, own map[string]bool) []string {
	var quotes []string
	for i := range r.Claims {
		if own[r.Claims[i].ID] {
			quotes = append(quotes, r.Claims[i].Quote.Text)
		}
	}
	return quotes
}
