package text

import (
	"slices"
	"strings"
)

// acronyms returns the names that acronyms stand for: by the first letters of their words, or by a bracket after them.
func (r *resolver) acronyms() map[string]int {
	found := map[string]int{}
	for i := range r.Names {
		n := &r.Names[i]
		if n.Last-n.First < 2 || n.Kind == PersonName {
			continue
		}
		var all, main strings.Builder
		for k := n.First; k < n.Last; k++ {
			w := r.Tokens[k].Norm
			if !isAlphabetic(w) {
				continue
			}
			all.WriteByte(w[0])
			if !isSmallWord(w) {
				main.WriteByte(w[0])
			}
		}
		for _, short := range []string{all.String(), main.String()} {
			if _, known := found[short]; !known && len(short) > 1 {
				found[short] = i
			}
		}
		if n.Last+2 < len(r.Tokens) && r.Tokens[n.Last].Norm == "(" && r.Tokens[n.Last+2].Norm == ")" && isCapitals(r.Form(n.Last+1)) {
			found[r.Tokens[n.Last+1].Norm] = i
		}
	}
	return found
}

// addAcronyms adds the names that are known by their full form alone: "SOHR" after "Syrian Observatory for Human Rights".
func (r *resolver) addAcronyms() {
	acronyms := r.acronyms()
	if len(acronyms) == 0 {
		return
	}
	known := len(r.Names)
	for i := range r.Tokens {
		if full, ok := acronyms[r.Tokens[i].Norm]; ok && r.nameAt[i] == 0 && isCapitals(r.Form(i)) {
			r.Names = append(r.Names, Name{First: i, Last: i + 1, Kind: r.Names[full].Kind})
		}
	}
	if len(r.Names) == known {
		return
	}
	slices.SortFunc(r.Names, func(a, b Name) int { return a.First - b.First })
	for i := range r.Names {
		n := &r.Names[i]
		n.Same = i
		for k := n.First; k < n.Last; k++ {
			r.nameAt[k] = int32(i + 1)
		}
	}
}

// isSmallWord reports whether a word within a name gives its acronym no letter.
func isSmallWord(w string) bool {
	switch w {
	case "of", "for", "the", "and", "in", "on", "to", "de", "al", "del", "la", "y":
		return true
	}
	return false
}

func isCapitals(form string) bool {
	return len(form) > 1 && len(form) < 9 && strings.ToUpper(form) == form && isAlphabetic(form)
}
