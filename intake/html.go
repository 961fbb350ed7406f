package intake

import (
	"errors"
	"path/filepath"
	"strings"
	"time"

	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"concord"
)

// article is what stands on a web page: its words without navigation, and what the page says of itself.
type article struct {
	Title, Site, URL string
	Published        time.Time // zero where unknown
	Text             string    // paragraphs parted by blank lines
}

// articles finds the article of a web page.
type articles interface {
	find(page string) (article, error)
}

var errNoArticle = errors.New("is HTML without an article: nothing but navigation was found. Save the page of the article itself, or its text")

// trafilaturaArticles finds articles by go-trafilatura.
type trafilaturaArticles struct{}

func (trafilaturaArticles) find(page string) (article, error) {
	document, err := html.Parse(strings.NewReader(page)) // the page is UTF-8 by now, whatever it says of itself
	if err != nil {
		return article{}, errNoArticle
	}
	found, err := trafilatura.ExtractDocument(document, trafilatura.Options{
		EnableFallback: true, ExcludeComments: true, HtmlDateMode: trafilatura.Extensive})
	if err != nil || found.ContentNode == nil {
		return article{}, errNoArticle
	}
	text := blocks(found.ContentNode)
	if len(strings.Fields(text)) < leastWords {
		return article{}, errNoArticle
	}
	m := found.Metadata
	return article{Title: m.Title, Site: m.Sitename, URL: m.URL, Published: m.Date, Text: text}, nil
}

// leastWords is how many words make an article: a menu that is taken for one has fewer.
const leastWords = 12

// blocks returns the words below node, a paragraph for each block element, parted by blank lines.
func blocks(node *html.Node) string {
	var found []string
	var words strings.Builder
	flush := func() {
		if line := strings.Join(strings.Fields(words.String()), " "); line != "" {
			found = append(found, line)
		}
		words.Reset()
	}
	var walk func(*html.Node)
	walk = func(n *html.Node) {
		if n.Type == html.TextNode {
			words.WriteString(n.Data)
		}
		block := n.Type == html.ElementNode && !inline[n.DataAtom]
		if block {
			flush()
		}
		for child := n.FirstChild; child != nil; child = child.NextSibling {
			walk(child)
		}
		if block {
			flush()
		}
	}
	walk(node)
	flush()
	return strings.Join(found, "\n\n")
}

// inline are the elements that stand within a paragraph.
var inline = map[atom.Atom]bool{atom.A: true, atom.Abbr: true, atom.B: true, atom.Bdi: true, atom.Bdo: true, atom.Cite: true, atom.Code: true, atom.Em: true,
	atom.Font: true, atom.I: true, atom.Mark: true, atom.Q: true, atom.S: true, atom.Small: true, atom.Span: true, atom.Strong: true, atom.Sub: true,
	atom.Sup: true, atom.Time: true, atom.U: true, atom.Wbr: true}

// fromHTML returns the report on a web page. Its text is the headline, a blank line, and the article.
func fromHTML(finder articles, page string) (concord.Report, error) {
	found, err := finder.find(page)
	if err != nil {
		return concord.Report{}, err
	}
	body := strings.TrimSpace(found.Text)
	title := strings.TrimSpace(found.Title)
	if title != "" && !strings.HasPrefix(body, title) {
		body = title + "\n\n" + body
	}
	report := concord.Report{Title: title, Publisher: found.Site, Text: body}
	if found.URL != "" {
		report.URL = &found.URL
	}
	if !found.Published.IsZero() {
		report.Published = concord.DateOf(found.Published)
	}
	LayOut(&report)
	report.Language = language(report.Text)
	return report, nil
}

// looksLikeHTML reports whether a file is a web page, by its name or its first bytes.
func looksLikeHTML(name string, data []byte) bool {
	switch strings.ToLower(filepath.Ext(name)) {
	case ".html", ".htm", ".xhtml":
		return true
	}
	head := strings.ToLower(string(data[:min(len(data), 512)]))
	head = strings.TrimSpace(head)
	return strings.HasPrefix(head, "<!doctype html") || strings.HasPrefix(head, "<html")
}

// fromText returns the report that a plain text is, as saved from a page or typed.
func fromText(text string) (concord.Report, error) {
	report := concord.Report{Text: strings.TrimSpace(text)}
	LayOut(&report)
	report.Language = language(report.Text)
	return report, nil
}
