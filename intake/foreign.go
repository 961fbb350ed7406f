package intake

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path/filepath"
	"slices"
	"strings"
)

// documents are formats that may hold reports and are not read: by their first bytes, what they are and what to give instead.
var documents = []struct{ begin, is, mend string }{
	{"%PDF-", "a PDF", "Give its text: pdftotext FILE.pdf makes FILE.txt"},
	{"{\\rtf", "a rich text document", "Save it as plain text or HTML"},
	{"PK\x03\x04", "a compressed file, as documents of Word and LibreOffice are", "Unpack it, or save the document as plain text or HTML"},
	{"\x1f\x8b", "a compressed file", "Unpack it"},
	{"\xd0\xcf\x11\xe0", "a document of an office program", "Save it as plain text or HTML"},
	{"WARC/", "a web archive", "Save its pages as HTML"},
	{"<rss", "a feed, which holds no whole reports", "Save the pages that it leads to"},
	{"<feed", "a feed, which holds no whole reports", "Save the pages that it leads to"},
}

// notRead returns an error where data is of a format that is not read.
func notRead(data []byte) error {
	head := bytes.TrimLeft(bytes.TrimPrefix(data[:min(len(data), 1024)], []byte("\ufeff")), " \t\r\n")
	if bytes.HasPrefix(head, []byte("<?xml")) {
		_, head, _ = bytes.Cut(head, []byte("?>"))
		head = bytes.TrimLeft(head, " \t\r\n")
	}
	for _, d := range documents {
		if bytes.HasPrefix(head, []byte(d.begin)) {
			return fmt.Errorf("is %s. %s", d.is, d.mend)
		}
	}
	return nil
}

// passedOver are the endings of files in a directory that may hold reports and are not read. Others (pictures, styles, notes) are no reports.
var passedOver = map[string]bool{".pdf": true, ".doc": true, ".docx": true, ".odt": true, ".rtf": true, ".epub": true, ".msg": true, ".mbox": true,
	".csv": true, ".xls": true, ".xlsx": true, ".xml": true, ".rss": true, ".atom": true, ".warc": true, ".zip": true, ".gz": true}

// leftOut counts the files of a directory that are passed over, by ending.
type leftOut map[string]int

func (l leftOut) note(path string) {
	if ending := strings.ToLower(filepath.Ext(path)); passedOver[ending] {
		l[ending]++
	}
}

// err tells how many files were passed over, nil where none was.
func (l leftOut) err() error {
	var all int
	var endings []string
	for _, ending := range slices.Sorted(maps.Keys(l)) {
		all += l[ending]
		endings = append(endings, fmt.Sprintf("%d %s", l[ending], ending))
	}
	if all == 0 {
		return nil
	}
	return errors.New("not read in it: " + strings.Join(endings, ", ") + ". Save them as plain text or HTML; a text that is only called so can be named itself")
}
