package text

import (
	"math/rand/v2"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Recased is a text four times over: as it is, all capitals, no capitals, and as a headline. Training picks from
// them at random, so that the model does without case where a text has none.
type Recased [4]*Doc

// shares of the four among what training sees.
var shares = [4]float64{0.80, 0.12, 0.04, 0.04}

// Recase returns the four docs of one with tags and grammar.
func Recase(d *Doc) Recased {
	return Recased{d, d.recase(strings.ToUpper), d.recase(strings.ToLower), d.recase(headline)}
}

// pick returns a variant at random.
func (r Recased) pick(random *rand.Rand) *Doc {
	p := random.Float64()
	for i, share := range shares {
		if p -= share; p < 0 {
			return r[i]
		}
	}
	return r[0]
}

func headline(form string) string {
	first, size := utf8.DecodeRuneInString(form)
	if utf8.RuneCountInString(form) < longWord {
		return form
	}
	return string(unicode.ToUpper(first)) + form[size:]
}

// recase returns a copy of d with each form changed.
func (d *Doc) recase(change func(string) string) *Doc {
	c := *d
	c.Tokens = append([]Token(nil), d.Tokens...)
	var b strings.Builder
	for i := range d.Tokens {
		t := &c.Tokens[i]
		t.Start = b.Len()
		b.WriteString(change(d.Form(i)))
		t.End = b.Len()
		if t.SpaceAfter {
			b.WriteByte(' ')
		}
	}
	c.Text = b.String()
	return &c
}
