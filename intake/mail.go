package intake

import (
	"bytes"
	"encoding/base64"
	"errors"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"strings"

	"golang.org/x/net/html/charset"

	"concord"
)

var errNoMail = errors.New("is no mail with a text: its headers or parts cannot be read. Save the mail's words as plain text")

// deepestPart is how deep the parts of a mail may lie in one another.
const deepestPart = 6

// words are what a mail says: as plain text, and as a web page.
type words struct{ plain, page string }

// fromMail returns the report that a mail is (RFC 5322, MIME): its subject is the headline, its plain text or else its web page the body. Who
// sent it is not told: that may be somebody to be protected.
func fromMail(data []byte) (concord.Report, error) {
	m, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return concord.Report{}, errNoMail
	}
	var found words
	if err := found.read(m.Header.Get, m.Body, 0); err != nil {
		return concord.Report{}, errNoMail
	}
	subject := subjectOf(m.Header)
	report, err := found.report(subject)
	if err != nil {
		return concord.Report{}, err
	}
	if subject != "" {
		report.Title = subject
	}
	if sent, err := m.Header.Date(); err == nil {
		report.Published = concord.DateOf(sent)
	}
	return report, nil
}

// subjectOf returns the subject of a mail in letters, as it stands where they cannot be told.
func subjectOf(header mail.Header) string {
	written := header.Get("Subject")
	subject, err := (&mime.WordDecoder{CharsetReader: charset.NewReaderLabel}).DecodeHeader(written)
	if err != nil {
		return written
	}
	return subject
}

// report lays out the plain words below the subject, or the web page where there are none.
func (w *words) report(subject string) (concord.Report, error) {
	if strings.TrimSpace(w.plain) == "" && w.page != "" {
		report, err := fromHTML(trafilaturaArticles{}, w.page)
		report.Publisher, report.URL = "", nil
		return report, err
	}
	text, _, err := decode([]byte(w.plain))
	if err != nil {
		return concord.Report{}, errNoMail
	}
	if subject != "" {
		text = subject + "\n\n" + strings.TrimSpace(text)
	}
	report := concord.Report{Text: strings.TrimSpace(text)}
	LayOut(&report)
	report.Language = language(report.Text)
	return report, nil
}

// read adds the words of a part and of those within it; the first of each kind holds, attachments are left aside.
func (w *words) read(header func(string) string, body io.Reader, depth int) error {
	kind, params, err := mime.ParseMediaType(header("Content-Type"))
	if err != nil {
		kind, params = "text/plain", nil
	}
	if strings.HasPrefix(kind, "multipart/") && depth < deepestPart {
		return w.parts(multipart.NewReader(body, params["boundary"]), depth)
	}
	disposition, _, _ := mime.ParseMediaType(header("Content-Disposition"))
	if disposition == "attachment" || kind != "text/plain" && kind != "text/html" {
		return nil
	}
	text, err := decodedPart(header("Content-Transfer-Encoding"), params["charset"], body)
	if err != nil {
		return err
	}
	if kind == "text/html" && w.page == "" {
		w.page = text
	}
	if kind == "text/plain" && w.plain == "" {
		w.plain = text
	}
	return nil
}

// parts adds the words of the parts of a mail.
func (w *words) parts(parts *multipart.Reader, depth int) error {
	for {
		part, err := parts.NextRawPart()
		if err == io.EOF || err != nil && w.plain+w.page != "" { // a mail that was cut off keeps what came
			return nil
		}
		if err != nil {
			return err
		}
		if err := w.read(part.Header.Get, part, depth+1); err != nil {
			return err
		}
	}
}

// decodedPart returns the words of a part as UTF-8.
func decodedPart(transfer, label string, body io.Reader) (string, error) {
	switch strings.ToLower(strings.TrimSpace(transfer)) {
	case "quoted-printable":
		body = quotedprintable.NewReader(body)
	case "base64":
		body = base64.NewDecoder(base64.StdEncoding, body)
	}
	if label != "" {
		read, err := charset.NewReaderLabel(label, body)
		if err != nil {
			return "", err
		}
		body = read
	}
	data, err := io.ReadAll(body)
	return string(data), err
}
