package intake

import (
	"bytes"
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gogs/chardet"
	"golang.org/x/net/html/charset"
	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
)

// decode returns data as valid UTF-8 without a byte order mark and with plain line ends. Another encoding is detected
// and converted, which a note says; what is not text gives an error.
func decode(data []byte) (string, []string, error) {
	var notes []string
	switch {
	case bytes.HasPrefix(data, []byte("\xff\xfe")), bytes.HasPrefix(data, []byte("\xfe\xff")):
		decoded, _, err := transform.Bytes(unicode.BOMOverride(unicode.UTF8.NewDecoder()), data)
		if err != nil {
			return "", nil, fmt.Errorf("cannot be converted from UTF-16: %w. Save it as UTF-8", err)
		}
		data, notes = decoded, append(notes, "converted from UTF-16")
	case bytes.IndexByte(data, 0) >= 0:
		return "", nil, errors.New("is not text (it holds zero bytes). Give plain text, HTML or .jsonl")
	case !utf8.Valid(data):
		decoded, name, err := convert(data)
		if err != nil {
			return "", nil, err
		}
		data, notes = decoded, append(notes, "converted from "+name)
	}
	text := strings.TrimPrefix(string(data), "\ufeff")
	if strings.ContainsRune(text, '\r') {
		text = strings.ReplaceAll(strings.ReplaceAll(text, "\r\n", "\n"), "\r", "\n")
	}
	if control(text) {
		return "", nil, errors.New("is not text (every tenth character is a control code). Give plain text, HTML or .jsonl")
	}
	if strings.TrimSpace(text) == "" {
		return "", nil, errors.New("holds nothing but white space")
	}
	return text, notes, nil
}

// convert turns bytes of an old encoding into UTF-8 and names the encoding.
func convert(data []byte) ([]byte, string, error) {
	sample := data[:min(len(data), 1<<16)]
	found, err := chardet.NewTextDetector().DetectBest(sample)
	if err != nil {
		return nil, "", errors.New("is not UTF-8, and its encoding cannot be told. Save it as UTF-8")
	}
	encoding, name := charset.Lookup(found.Charset)
	if encoding == nil {
		return nil, "", fmt.Errorf("is not UTF-8 but seems to be %s, which cannot be converted. Save it as UTF-8", found.Charset)
	}
	decoded, err := encoding.NewDecoder().Bytes(data)
	if err != nil {
		return nil, "", fmt.Errorf("cannot be converted from %s: %w. Save it as UTF-8", name, err)
	}
	return decoded, name, nil
}

// control reports whether more than a tenth of the first characters are control codes.
func control(text string) bool {
	seen, codes := 0, 0
	for _, r := range text {
		seen++
		if r < ' ' && r != '\n' && r != '\t' && r != '\f' || r == utf8.RuneError {
			codes++
		}
		if seen == 4096 {
			break
		}
	}
	return codes*10 > seen
}
