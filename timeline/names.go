package timeline

import (
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"concord/lexicon"
)

// bodies are the words of lexicon/anybody.tsv by their kind: who bears none but those of anybody is not told from another country's.
var bodies = sync.OnceValue(func() map[string]map[string]bool { return lexicon.Kinds("anybody", "words") })

// distinctive reports whether a name has a word of its own.
func distinctive(name string) bool {
	return slices.ContainsFunc(distinct(plain(name)), func(w string) bool { return !bodies()["anybody"][w] })
}

// plain folds a name: no article, no genitive, no case.
func plain(name string) string {
	name = strings.ToLower(strings.TrimSpace(name))
	for _, word := range []string{"the ", "its ", "their ", "his ", "her ", "our "} {
		name = strings.TrimPrefix(name, word)
	}
	name = strings.TrimSuffix(strings.TrimSuffix(name, "'s"), "’s")
	return name
}

// distinct returns the words of a folded name that tell bearers apart, plurals as singulars.
func distinct(folded string) []string {
	var list []string
	for _, w := range strings.FieldsFunc(folded, func(r rune) bool { return r == ' ' || r == '-' || r == '\'' || r == '’' }) {
		if utf8.RuneCountInString(w) > 2 && !slices.Contains([]string{"the", "and", "for", "all"}, w) {
			list = append(list, strings.TrimSuffix(w, "s"))
		}
	}
	return list
}

// named reports whether a name names somebody.
func named(name string) bool {
	p := plain(name)
	return p != "" && !bodies()["nobody"][p]
}

// same reports whether two names mean the same body: the words of the shorter all stand in the longer.
func same(a, b string) bool {
	x, y := plain(a), plain(b)
	if x == y {
		return true
	}
	short, long := distinct(x), distinct(y)
	if len(short) > len(long) {
		short, long = long, short
	}
	if governs(short, long) {
		return true
	}
	for _, w := range short {
		if !slices.Contains(long, w) {
			return false
		}
	}
	for _, w := range []string{"south", "north"} {
		if slices.Contains(long, w) && !slices.Contains(short, w) {
			return false // "Sudan", "South Sudan"
		}
	}
	return len(short) > 0
}

// governs reports whether one name is a country and the other its government: "Colombia", "Colombian government".
func governs(state, body []string) bool {
	if len(state) != 1 || len(body) != 2 || body[1] != "government" {
		return false
	}
	country, people := []rune(state[0]), []rune(body[0])
	return len(country) >= 4 && len(people)-len(country) <= 3 && strings.HasPrefix(string(people), string(country[:len(country)-1]))
}

// add puts a name into the list, once for each bearer; the fuller name stays.
func add(list []string, name string) []string {
	if !named(name) {
		return list
	}
	for i, have := range list {
		if same(have, name) {
			if len(name) > len(have) {
				list[i] = name
			}
			return list
		}
	}
	return append(list, name)
}

// addAll adds names that are not in the list yet.
func addAll(list []string, names []string) []string {
	for _, n := range names {
		list = add(list, n)
	}
	return list
}

// holds reports whether the list has the bearer of a name.
func holds(list []string, name string) bool {
	return slices.ContainsFunc(list, func(have string) bool { return same(have, name) })
}
