package web

import (
	"cmp"
	"embed"
	"fmt"
	"html/template"
	"io"
	"net/http"
	"path"
	"strings"

	"concord"
	"concord/lexicon"
)

//go:embed templates
var templates embed.FS

// pageSet is the parsed templates of one language, by page.
type pageSet struct {
	language language
	byName   map[string]*template.Template
}

// frame is what every page's template is given: the surroundings, and the page's own data.
type frame struct {
	Lang  language
	Dir   string
	Title string
	Page  string
	Here  string // path and query of this page
	Who   string // the reader's name, empty where not told
	Data  any
}

// parsePages parses each page's template together with the frame and the parts, once a language. Templates are part of
// the program: one that does not parse is a panic.
func parsePages() map[language]pageSet {
	names, err := templates.ReadDir("templates")
	if err != nil {
		panic(err)
	}
	sets := make(map[language]pageSet, len(languages))
	for _, l := range languages {
		common := template.Must(template.New("").Funcs(functions(l)).ParseFS(templates, "templates/common/*.html"))
		set := pageSet{language: l, byName: make(map[string]*template.Template)}
		for _, entry := range names {
			name := entry.Name()
			if entry.IsDir() {
				continue
			}
			page := template.Must(template.Must(common.Clone()).ParseFS(templates, path.Join("templates", name)))
			set.byName[strings.TrimSuffix(name, ".html")] = page
		}
		sets[l] = set
	}
	return sets
}

// render writes a view within the frame.
func (p pageSet) render(w io.Writer, r *http.Request, v view) error {
	page, ok := p.byName[v.page]
	if !ok {
		return fmt.Errorf("no template %q", v.page)
	}
	return page.ExecuteTemplate(w, "frame", frame{Lang: p.language, Dir: p.language.dir(), Title: v.title, Page: v.page,
		Here: r.URL.RequestURI(), Who: cookie(r, "who"), Data: v.data})
}

// functions are what templates may call. Words come in the reader's language.
func functions(l language) template.FuncMap {
	return template.FuncMap{
		"t":          l.say,
		"code":       l.code,
		"count":      l.count,
		"number":     func(n int) string { return l.print("%d", n) },
		"reported":   l.reported,
		"span":       l.span,
		"sum":        l.sum,
		"groupName":  l.group,
		"when":       l.when,
		"place":      l.place,
		"chain":      chain,
		"gist":       l.gist,
		"reportPath": reportPath,
		"sourcePath": sourcePath,
		"listOf":     func(items ...any) []any { return items },
		"shortID":    shortID,
		"codesOf":    codesOf,
		"family":     family,
		"cardOf":     cardOf,
		"historyOf":  historyOf,
		"ask":        ask,
	}
}

// reported says a figure as it was put: "at least 45", "24 to 99 (in words)".
func (l language) reported(low int, high *int, q concord.Qualifier) string {
	switch q {
	case concord.None, concord.Some:
		return l.code("figure", q)
	case concord.MoreThan:
		return l.say("figure.more_than", low-1)
	case concord.FewerThan:
		if high != nil {
			return l.say("figure.fewer_than", *high+1)
		}
	case concord.AtMost:
		if high != nil {
			return l.say("figure.at_most", *high)
		}
	case concord.Between, concord.Order:
		if high != nil && *high != low {
			return l.say(fmt.Sprintf("figure.%s", q), low, *high)
		}
	case concord.AtLeast, concord.About:
		return l.say(fmt.Sprintf("figure.%s", q), low)
	}
	return l.span(low, high)
}

// span says a range of numbers: "12", "12 to 20", "12 or more".
func (l language) span(low int, high *int) string {
	switch {
	case high == nil:
		return l.say("figure.open", low)
	case *high == low:
		return l.say("figure.exact", low)
	}
	return l.say("figure.between", low, *high)
}

// sum says a sum from the least to the most that is reported, open where a figure in it is.
func (l language) sum(s *concord.Sum) string {
	switch {
	case s.Open > 0 && s.Low == s.High:
		return l.span(s.Low, nil)
	case s.Open > 0:
		return l.say("totals.open", s.Low, s.High)
	}
	return l.span(s.Low, &s.High)
}

// group says the name of a group of totals.
func (l language) group(by concord.Grouping, name string) string {
	switch name {
	case concord.NobodyBlamed, concord.Undated, concord.PlaceUnknown, concord.SeveralDays:
		return l.say("totals.group." + strings.ReplaceAll(name, " ", "_"))
	}
	if by == concord.ByType {
		return l.code("type", name)
	}
	return name
}

// when says a time as exactly as it is known: a day, or the first and the last one.
func (l language) when(w *concord.When) string {
	switch {
	case w == nil || w.From == "" && w.To == "":
		return l.say("time.unknown")
	case w.From == w.To || w.To == "":
		return readable(w.From)
	case w.From == "":
		return readable(w.To)
	}
	return readable(w.From) + " – " + readable(w.To)
}

// readable parts the time of day from the day.
func readable(d concord.Date) string { return strings.Replace(string(d), "T", " ", 1) }

// place says a place with the district and country that it lies in.
func (l language) place(w *concord.Where) string {
	if w == nil || w.Name == "" {
		return l.say("place.unknown")
	}
	parts := []string{w.Name}
	for _, wider := range []string{w.Admin1, w.Country} {
		if wider != "" && wider != w.Name && w.Precision != concord.ToCountry {
			parts = append(parts, countryName(wider))
		}
	}
	return strings.Join(parts, ", ")
}

// countryName returns the name of the country with this code, and anything else as it is.
func countryName(code string) string { return cmp.Or(lexicon.Country(code), code) }

// chain returns the names of who says it, original speaker first.
func chain(source []concord.Speaker) []string {
	names := make([]string, 0, len(source))
	for _, s := range source {
		name := s.Name
		if name == "" {
			name = s.Organisation
		}
		if name == "" {
			name = s.Role
		}
		names = append(names, name)
	}
	return names
}
