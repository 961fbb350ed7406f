package text

import "strings"

// POS is a universal part of speech.
type POS uint8

// The universal parts of speech.
const (
	X POS = iota
	ADJ
	ADP
	ADV
	AUX
	CCONJ
	DET
	INTJ
	NOUN
	NUM
	PART
	PRON
	PROPN
	PUNCT
	SCONJ
	SYM
	VERB
)

var posNames = [...]string{"X", "ADJ", "ADP", "ADV", "AUX", "CCONJ", "DET", "INTJ", "NOUN", "NUM", "PART", "PRON",
	"PROPN", "PUNCT", "SCONJ", "SYM", "VERB"}

func (p POS) String() string { return posNames[p] }

// Tag is a Penn Treebank part-of-speech tag, as the English treebanks of Universal Dependencies use them.
type Tag uint8

// The Penn tags. Those of punctuation are named by what they mark.
const (
	NoTag Tag = iota
	CC
	CD
	DT
	EX
	FW
	IN
	JJ
	JJR
	JJS
	LS
	MD
	NN
	NNS
	NNP
	NNPS
	PDT
	Genitive // POS: the genitive 's
	PRP
	PRPS // PRP$
	RB
	RBR
	RBS
	RP
	Symbol // SYM
	TO
	UH
	VB
	VBD
	VBG
	VBN
	VBP
	VBZ
	WDT
	WP
	WPS // WP$
	WRB
	ADD
	AFX
	GW
	NFP
	HYPH
	XX
	Period     // .
	Comma      // ,
	Colon      // :
	OpenQuote  // ``
	CloseQuote // ''
	LRB
	RRB
	Dollar // $
	Hash   // #
)

var tagNames = [...]string{"_", "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "LS", "MD", "NN", "NNS", "NNP",
	"NNPS", "PDT", "POS", "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
	"WDT", "WP", "WP$", "WRB", "ADD", "AFX", "GW", "NFP", "HYPH", "XX", ".", ",", ":", "``", "''", "-LRB-", "-RRB-", "$", "#"}

func (t Tag) String() string { return tagNames[t] }

// Rel is a universal dependency relation, with the subtypes that extraction needs.
type Rel uint8

// The relations.
const (
	NoRel Rel = iota
	Acl
	AclRelcl
	Advcl
	Advmod
	Amod
	Appos
	Aux
	AuxPass
	Case
	Cc
	Ccomp
	Compound
	CompoundPrt
	Conj
	Cop
	Csubj
	CsubjPass
	Dep
	Det
	Discourse
	Dislocated
	Expl
	Fixed
	Flat
	Goeswith
	Iobj
	List
	Mark
	Nmod
	NmodPoss
	NmodUnmarked // a noun phrase without a preposition: "the man, 34 years old"
	Nsubj
	NsubjPass
	Nummod
	Obj
	Obl
	OblAgent
	OblUnmarked // "on|arrived Friday"
	Orphan
	Parataxis
	Punct
	Reparandum
	Root
	Vocative
	Xcomp

	relations = int(Xcomp) + 1
)

var relNames = [...]string{"_", "acl", "acl:relcl", "advcl", "advmod", "amod", "appos", "aux", "aux:pass", "case", "cc",
	"ccomp", "compound", "compound:prt", "conj", "cop", "csubj", "csubj:pass", "dep", "det", "discourse", "dislocated", "expl",
	"fixed", "flat", "goeswith", "iobj", "list", "mark", "nmod", "nmod:poss", "nmod:unmarked", "nsubj", "nsubj:pass",
	"nummod", "obj", "obl", "obl:agent", "obl:unmarked", "orphan", "parataxis", "punct", "reparandum", "root", "vocative", "xcomp"}

func (r Rel) String() string { return relNames[r] }

// mains holds for each relation the one whose subtype it is.
var mains = func() (m [len(relNames)]Rel) {
	for r, name := range relNames {
		main, _, _ := strings.Cut(name, ":")
		m[r] = relNamed(main)
	}
	return m
}()

// Main returns the relation without its subtype: [Nsubj] for [NsubjPass].
func (r Rel) Main() Rel { return mains[r] }
