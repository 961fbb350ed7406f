package actor

import (
	"strconv"
	"strings"

	"concord"
	"concord/lexicon"
	"concord/text"
)

// formation is what a word for military units says.
type formation struct {
	size  int
	ahead bool // its number comes after it: "Task Force 50"
}

// formations reads lexicon/units.tsv.
func formations() *lexicon.Phrases[formation] {
	all := lexicon.NewPhrases[formation]()
	for _, row := range lexicon.Table("units") {
		size, _ := strconv.Atoi(row.Get("size"))
		all.Add(row.Get("words"), formation{size, row.Get("number") == "before"})
	}
	return all
}

// unitWords is how many words may stand between the ordinal of a unit and the word for what it is.
const unitWords = 5

// unit adds the military unit whose number or name begins at token i.
func (f *finder) unit(i, end int) {
	last := f.unitEnd(i, end)
	if last == i {
		return
	}
	first := f.leading(i)
	m := concord.ActorMention{Name: f.bare(first, last), Kind: concord.State, Side: concord.ArmedForce, Country: f.countryIn(first, last)}
	if n, ok := f.noun(last-1, last-1); ok && n.kind == concord.ArmedGroup {
		m.Kind, m.Side = n.kind, n.side
	}
	if e := f.entryIn(first, last); e != nil {
		f.belong(&m, e)
		m.Name = f.bare(first, last)
	}
	f.add(first, last, m)
}

// unitEnd returns the token after a unit at token i and those that it belongs to, "3rd Battalion, 21st Field Regiment|"; i where there is none.
func (f *finder) unitEnd(i, end int) int {
	last, size := f.numbered(i, end)
	for last > i && last+1 < end && f.Tokens[last].Norm == "," {
		next, larger := f.numbered(last+1, end)
		if next == last+1 || larger <= size {
			break
		}
		last, size = next, larger
	}
	return last
}

// numbered reads a unit with its number at token i: the token after it, and how large it is; i where there is none.
func (f *finder) numbered(i, end int) (last, size int) {
	if unit, n := f.units.Match(f.norm, i, end); n > 0 && unit.ahead {
		return f.numberAfter(i, i+n, end), unit.size
	}
	if !isOrdinal(f.Tokens[i].Norm) {
		return i, 0
	}
	for j := i + 1; j < min(end, i+1+unitWords); j++ {
		if !f.capital(j) {
			break
		}
		if unit, n := f.units.Match(f.norm, j, end); n > 0 && !unit.ahead && (j+n == end || f.isHead(j+n-1, end)) {
			return j + n, unit.size
		}
	}
	return i, 0
}

// numberAfter returns the token after the number of a unit that was named from first to last, with its acronym in brackets or without:
// "Task Force (TF) |58"; first where there is none.
func (f *finder) numberAfter(first, last, end int) int {
	if !f.capital(first) {
		return first
	}
	if last+2 < end && f.Tokens[last].Norm == "(" && f.Tokens[last+2].Norm == ")" {
		last += 3
	}
	if last < end && len(f.Tokens[last].Norm) <= 3 && f.Tokens[last].Tag == text.CD && f.Form(last)[0] <= '9' && (last+1 == end || f.Tokens[last+1].POS != text.NOUN) {
		return last + 1
	}
	return first
}

// isOrdinal reports whether a word is an ordinal in digits: "21st".
func isOrdinal(norm string) bool {
	return len(norm) > 2 && norm[0] >= '1' && norm[0] <= '9' && (strings.HasSuffix(norm, "th") || strings.HasSuffix(norm, "st") || strings.HasSuffix(norm, "nd") || strings.HasSuffix(norm, "rd"))
}

// leading returns where the mention of a unit at token i begins: at the country, force or owner before it, and their article.
func (f *finder) leading(i int) int {
	low := f.Sentences[f.Tokens[i].Sentence].First
	first := i
	if j := i - 1; j > low && f.Tokens[j].Tag == text.Genitive {
		first = f.Chunk(j - 1)
	} else {
		for first > low && (f.inPlace[first-1] || f.isPeoples(first-1)) {
			first--
		}
	}
	if first > low && f.Tokens[first-1].Norm == "the" {
		first--
	}
	return first
}
