package web

import (
	_ "embed"
	"fmt"
	"strings"
	"sync"

	tag "golang.org/x/text/language"
	"golang.org/x/text/message"

	"concord/lexicon"
)

//go:embed words.tsv
var wordsTable string

// language is a language of the interface: the name of a column of words.tsv.
type language string

// The languages, the first one being what everybody else gets.
const (
	english language = "en"
	arabic  language = "ar"
)

var languages = []language{english, arabic}

// dir is the writing direction, as HTML's dir attribute takes it.
func (l language) dir() string {
	if l == arabic {
		return "rtl"
	}
	return "ltr"
}

// words returns the table of the interface's words by language and key.
var words = sync.OnceValue(func() map[language]map[string]string {
	rows, err := lexicon.Parse(wordsTable)
	if err != nil {
		panic(fmt.Errorf("web: words.tsv: %w", err))
	}
	table := make(map[language]map[string]string, len(languages))
	for _, l := range languages {
		table[l] = make(map[string]string, len(rows))
		for _, row := range rows {
			table[l][row.Get("key")] = row.Get(string(l))
		}
	}
	return table
})

// say returns the words of a key, with arguments filled in where it takes any. A key that the table lacks is a code that
// the interface does not know yet: it is shown as it is, without its underscores.
func (l language) say(key string, args ...any) string {
	text, ok := words()[l][key]
	if !ok {
		_, code, _ := strings.Cut(key, ".")
		return strings.ReplaceAll(code, "_", " ")
	}
	if len(args) == 0 {
		return text
	}
	return l.print(text, args...)
}

// printers write numbers as a language does, in European digits: "41,000".
var printers = map[language]*message.Printer{english: message.NewPrinter(tag.English), arabic: message.NewPrinter(tag.MustParse("ar-u-nu-latn"))}

// print fills in arguments.
func (l language) print(text string, args ...any) string { return printers[l].Sprintf(text, args...) }

// count says a number of things. The key's words hold one form a number that the language tells apart, parted by bars:
// one and more in English; one, two, three to ten, and more in Arabic.
func (l language) count(key string, n int) string {
	forms := strings.Split(l.say(key), "|")
	form := min(1, len(forms)-1)
	switch {
	case n == 1:
		form = 0
	case l == arabic && n == 2:
		form = 1
	case l == arabic && n >= 3 && n <= 10:
		form = 2
	case l == arabic:
		form = 3
	}
	if !strings.Contains(forms[form], "%d") {
		return forms[form]
	}
	return l.print(forms[form], n)
}

// code returns the words of a code of the domain: code("measure", concord.Killed) says the key "measure.killed".
func (l language) code(family string, code any) string {
	return l.say(fmt.Sprintf("%s.%v", family, code))
}
