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
		{"a binary", "a.txt", "\x7fELF\x00\x00\x00", "", "is not text"},
		{"a document of Word", "a.docx", "PK\x03\x04\x00\x00\x00", "", "save the document as plain text"},
		{"a PDF, whatever it is called", "a.txt", "%PDF-1.4\n1 0 obj\n", "", "is a PDF. Give its text: pdftotext"},
		{"rich text", "a.rtf", "{\\rtf1 Shells fell.}", "", "is a rich text document"},
		{"a feed", "a.xml", "<?xml version=\"1.0\"?>\n<rss><channel/></rss>", "", "is a feed"},
		{"a line of another form names its field", "a.jsonl", `{"text":5}`, "", `has a number as "text". Write a text in quotation marks`},
		{"a line with NUL characters", "a.jsonl", `{"text":"One.\u0000"}`, "", "has NUL characters"},
		{"a list of JSON", "a.jsonl", `["One."]`, "", "of the form of array"},
		{"a mail: subject, then text", "a.eml", "From: x@example.org\r\nSubject: =?utf-8?q?Shells_on_Br=C4=8Dna?=\r\nDate: Mon, 3 May 2021 23:30:00 +0300\r\n" +
			"Content-Transfer-Encoding: quoted-printable\r\nContent-Type: text/plain; charset=utf-8\r\n\r\nFour people were killed in Br=C4=8Dna on Sund=\r\nay.\r\n",
			"Shells on Brčna\n\nFour people were killed in Brčna on Sunday.", ""},
		{"a mail of parts: the plain one, without what is attached", "a.eml", "Subject: Shells\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n" +
			"Content-Disposition: attachment\n\nAttached.\n--b\nContent-Type: multipart/alternative; boundary=c\n\n--c\nContent-Type: text/html\n\n<p>No.</p>\n--c\n" +
			"Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\nU2hlbGxzIGZlbGwu\n--c--\n--b--\n", "Shells\n\nShells fell.", ""},
		{"a mail that is a web page", "a.eml", "Subject: Bridge shelled at dawn\nContent-Type: text/html\n\n" + page, "Bridge shelled at dawn\n\nShells struck", ""},
		{"a mail without words", "a.eml", "Subject: Hello\nContent-Type: multipart/mixed\n\n", "", "is no mail with a text"},
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

// TestDirectory proves that a directory's reports are read, that documents in it which are not read are counted, and that other files are passed over.
func TestDirectory(t *testing.T) {
	dir := t.TempDir()
	for name, data := range map[string]string{"a.txt": "One.", "b.eml": "Subject: Two\n\nTwo fell.", "c.pdf": "%PDF-", "d.PDF": "%PDF-", "e.docx": "PK", "README.md": "Notes.", "f.png": "x"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	var texts, errs []string
	for item := range Reports([]string{dir}, nil, today) {
		if item.Err != nil {
			errs = append(errs, item.Err.Error())
		} else {
			texts = append(texts, item.Report.Text)
		}
	}
	if strings.Join(texts, "|") != "One.|Two\n\nTwo fell." {
		t.Errorf("texts %q", texts)
	}
	if want := dir + ": not read in it: 1 .docx, 2 .pdf. Save them"; len(errs) != 1 || !strings.HasPrefix(errs[0], want) {
		t.Errorf("errors %q, want %q", errs, want)
	}
}

// TestMailIsDated proves that a mail's day is the sender's own, its subject the headline, and that its sender is not told.
func TestMailIsDated(t *testing.T) {
	path := filepath.Join(t.TempDir(), "a.eml")
	if err := os.WriteFile(path, []byte("From: Oda Lind <oda@example.org>\nSubject: Shells\nDate: Mon, 3 May 2021 23:30:00 -0300\n\nShells fell."), 0o600); err != nil {
		t.Fatal(err)
	}
	for item := range Reports([]string{path}, nil, today) {
		if r := item.Report; item.Err != nil || r.Published != "2021-05-03" || r.Title != "Shells" || r.Publisher != "" || strings.Contains(r.Text, "oda") {
			t.Errorf("%+v, %v", r, item.Err)
		}
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
