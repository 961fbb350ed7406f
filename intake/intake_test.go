package intake

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

var today = time.Date(2021, 5, 4, 0, 0, 0, 0, time.UTC)

const page = `<!doctype html><html><head><title>Bridge shelled at dawn</title><meta property="og:site_name" content="Valley News">
<meta property="article:published_time" content="2021-05-03T08:00:00Z"></head><body><nav><a href="/">Home</a> <a href="/news">News</a></nav>
<article><h1>Bridge shelled at dawn</h1>
<p>Shells struck the bridge over the Tamar at dawn on Monday, the district governor said, and four people who were crossing it were killed.</p>
<p>The army denied that its guns had fired. “We have no forces within range of that bridge,” its spokesman told reporters in the capital later that day.</p>
<p>A monitor who visited the site in the afternoon counted eleven craters on the road and two burnt lorries, and said that the span could no longer carry traffic.</p>
</article><footer>About us</footer></body></html>`

// TestReports proves what becomes of each form of input: the report, or one error that names place and mend.
func TestReports(t *testing.T) {
	for _, test := range []struct {
		name, file, data, text, err string
	}{
		{"plain text", "a.txt", "Shells fell at dawn.", "Shells fell at dawn.", ""},
		{"windows line ends", "a.txt", "One.\r\nTwo.\r\n", "One.\nTwo.", ""},
		{"a byte order mark is no text", "a.txt", "\ufeffOne.", "One.", ""},
		{"UTF-16 is converted", "a.txt", "\xff\xfeO\x00n\x00e\x00.\x00", "One.", ""},
		{"Latin-1 is converted", "a.txt", "Le g\xe9n\xe9ral a \xe9t\xe9 tu\xe9 \xe0 l'aube pr\xe8s de la rivi\xe8re, a d\xe9clar\xe9 le pr\xe9fet.", "Le général a été tué à l'aube près de la rivière, a déclaré le préfet.", ""},
		{"an empty file", "a.txt", "", "", "is empty"},
		{"white space alone", "a.txt", " \n\n ", "", "holds nothing but white space"},
		{"a binary", "a.txt", "PK\x03\x04\x00\x00\x00", "", "is not text"},
		{"a line of JSON is taken byte for byte", "a.jsonl", `{"id":"x","text":" One.\n ","published":"2021-05-03"}`, " One.\n ", ""},
		{"broken JSON names its line", "a.jsonl", "{\"id\":\"x\",\"text\":\"One.\"}\n{broken\n", "One.", "line 2"},
		{"a line without text", "a.jsonl", `{"id":"x"}`, "", `has no "text"`},
		{"a date that is none", "a.jsonl", `{"text":"One.","published":"yesterday"}`, "", "Write it as 2016-09-23"},
		{"HTML without an article", "a.html", "<html><body><nav>Home</nav></body></html>", "", "HTML without an article"},
		{"HTML", "a.html", page, "Bridge shelled at dawn\n", ""},
	} {
		t.Run(test.name, func(t *testing.T) {
			path := filepath.Join(t.TempDir(), test.file)
			if err := os.WriteFile(path, []byte(test.data), 0o600); err != nil {
				t.Fatal(err)
			}
			var text, errs string
			for item := range Reports([]string{path}, nil, today) {
				text += item.Report.Text
				if item.Err != nil {
					errs += item.Err.Error()
				}
			}
			if !strings.HasPrefix(text, test.text) || test.text == "" && text != "" {
				t.Errorf("text %q, want %q", text, test.text)
			}
			if !strings.Contains(errs, test.err) || test.err == "" && errs != "" || test.err != "" && !strings.Contains(errs, path) {
				t.Errorf("error %q, want the path and %q", errs, test.err)
			}
		})
	}
}

// TestNotes proves that a report without a date, or with one in the future, says so.
func TestNotes(t *testing.T) {
	in := strings.NewReader("{\"text\":\"One.\"}\n{\"text\":\"Two.\",\"published\":\"2031-01-01\"}\n{\"text\":\"Three.\",\"published\":\"2021-05-03\"}")
	var notes []string
	for item := range Reports([]string{"-"}, in, today) {
		notes = append(notes, strings.Join(item.Notes, ""))
	}
	if len(notes) != 3 || !strings.Contains(notes[0], "stay unresolved") || !strings.Contains(notes[1], "future") || notes[2] != "" {
		t.Errorf("notes %q", notes)
	}
}

// TestHTML proves that a page's own data become the report's.
func TestHTML(t *testing.T) {
	r, err := fromHTML(trafilaturaArticles{}, page)
	if err != nil {
		t.Fatal(err)
	}
	if r.Title != "Bridge shelled at dawn" || r.Publisher != "Valley News" || r.Published != "2021-05-03" || strings.Contains(r.Text, "About us") {
		t.Errorf("%+v", r)
	}
}
