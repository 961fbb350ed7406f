package text

// Chunk returns where the noun phrase begins whose last word is the noun head: its articles, numbers, adjectives, the nouns
// joined to it and the owner before it ("|the two Iraqi army's special forces units"). It needs tags, no grammar.
func (d *Doc) Chunk(head int) (first int) {
	low := d.Sentences[d.Tokens[head].Sentence].First
	first = head
	for i := head - 1; i >= low; i-- {
		switch d.chunkStep(i, first, low) {
		case chunkJoins:
			first = i
		case chunkEnds:
			return i
		case chunkPasses:
		default:
			return first
		}
	}
	return first
}

type chunkMove uint8

const (
	chunkStops  chunkMove = iota // the token before does not belong to the phrase
	chunkJoins                   // it belongs
	chunkPasses                  // it belongs if the one before it does
	chunkEnds                    // it belongs and begins the phrase
)

// chunkStep says how token i stands to the phrase that so far begins at first.
func (d *Doc) chunkStep(i, first, low int) chunkMove {
	t, next := &d.Tokens[i], &d.Tokens[i+1]
	owner := next.Tag == Genitive
	switch {
	case t.POS == DET:
		if i > low && d.Tokens[i-1].Tag == PDT {
			return chunkJoins
		}
		return chunkEnds
	case t.Tag == PRPS:
		return chunkEnds
	case t.POS == PROPN, t.POS == NOUN:
		return chunkJoins
	case t.Tag == Genitive:
		return chunkPasses
	case owner:
		return chunkStops
	case t.POS == ADJ, t.POS == NUM:
		return chunkJoins
	case (t.Tag == HYPH || t.Norm == "-") && !t.SpaceAfter:
		return chunkPasses
	case t.POS == ADV && first == i+1 && next.Tag == VBN && i > low && (d.Tokens[i-1].POS == DET || d.Tokens[i-1].Tag == Genitive || d.Tokens[i-1].Tag == PRPS):
		return chunkJoins // "the |democratically elected government"
	case t.Tag == VBN && i > low+1 && d.Tokens[i-1].POS == ADV && (d.Tokens[i-2].POS == DET || d.Tokens[i-2].Tag == Genitive || d.Tokens[i-2].Tag == PRPS):
		return chunkJoins
	case (t.Tag == VBN || t.Tag == VBG) && i > low && (d.Tokens[i-1].POS == DET || d.Tokens[i-1].POS == ADJ || d.Tokens[i-1].Tag == PRPS || d.Tokens[i-1].Norm == "-"):
		return chunkJoins
	}
	return chunkStops
}
