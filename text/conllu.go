package text

import (
	"bufio"
	"cmp"
	"fmt"
	"io"
	"strconv"
	"strings"
)

// WriteCoNLLU writes a document in CoNLL-U under its id: `# newdoc id`, then for each sentence `# sent_id`, `# text` and a
// line of ten columns for each word. Sentences that are not parsed have no heads.
func WriteCoNLLU(w io.Writer, id string, d *Doc) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# newdoc id = %s\n", id)
	paragraph := -1
	for i, s := range d.Sentences {
		if s.First == s.Last {
			continue
		}
		if s.Paragraph != paragraph {
			paragraph = s.Paragraph
			out.WriteString("# newpar\n")
		}
		fmt.Fprintf(out, "# sent_id = %s-%d\n# text = %s\n", id, i+1, oneLine(d.Words(s.First, s.Last)))
		for j := s.First; j < s.Last; j++ {
			writeWord(out, d, s.First, j)
		}
		out.WriteByte('\n')
	}
	return out.Flush()
}

// writeWord writes the ten columns of token i of the sentence that begins at token first.
func writeWord(out *bufio.Writer, d *Doc, first, i int) {
	t := &d.Tokens[i]
	head, misc := "_", "_"
	if t.Rel != NoRel {
		head = strconv.Itoa(max(0, t.Head-first+1))
	}
	if !t.SpaceAfter {
		misc = "SpaceAfter=No"
	}
	for _, column := range [...]string{strconv.Itoa(i - first + 1), oneLine(d.Form(i)), cmp.Or(oneLine(t.Lemma), "_"), t.POS.String(),
		t.Tag.String(), "_", head, t.Rel.String(), "_"} {
		out.WriteString(column)
		out.WriteByte('\t')
	}
	out.WriteString(misc)
	out.WriteByte('\n')
}

// oneLine makes white space plain, for a column or a comment.
func oneLine(s string) string { return strings.Join(strings.Fields(s), " ") }
