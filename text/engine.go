package text

import (
	"sync"

	"concord"
)

// Engine reads English. What it holds is read-only, or handed out to one caller at a time: one engine serves any number of goroutines.
type Engine struct {
	tokenizer *tokenizer
	tagger    *tagger
	lemmas    *lemmatizer
	parser    *parser
	namer     *namer
	workers   sync.Pool // of *worker
}

// worker is what one caller needs while it reads: memory to reuse.
type worker struct {
	norms   *interner
	tagging []*tagging
	parsing []*parsing
	naming  *naming
}

// New returns the engine with the embedded model, the same each time.
func New() (*Engine, error) { return embedded() }

var embedded = sync.OnceValues(func() (*Engine, error) { return Open(inLargePages(modelFile)) })

// Open returns an engine with another model file, as text/train writes it. It fails where the file is damaged.
func Open(file []byte) (*Engine, error) {
	m, err := ReadModel(file)
	if err != nil {
		return nil, err
	}
	e := &Engine{tokenizer: newTokenizer()}
	if e.tagger, err = openTagger(m); err != nil {
		return nil, err
	}
	if e.lemmas, err = openLemmatizer(m); err != nil {
		return nil, err
	}
	if e.parser, err = openParser(m); err != nil {
		return nil, err
	}
	if e.namer, err = openNamer(m); err != nil {
		return nil, err
	}
	e.workers.New = func() any {
		return &worker{norms: newInterner(), tagging: newTaggings(e.tagger, e.lemmas, abreast), parsing: newParsings(e.parser, abreast), naming: newNaming(e.namer)}
	}
	return e, nil
}

// Tag returns the report's document: paragraphs, sentences, tokens, tags, lemmas, names. Nothing is parsed yet.
func (e *Engine) Tag(r *concord.Report) *Doc {
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	d := e.tokenizer.tokenize(r, w.norms)
	w.tag(d)
	w.naming.names(d)
	return d
}

// Parse sets the heads and relations of sentences of a tagged document.
func (e *Engine) Parse(d *Doc, sentences ...int) {
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	w.parse(d, sentences)
}

// tag sets the tags and lemmas of all tokens of d.
func (w *worker) tag(d *Doc) {
	next := 0
	inTurns(w.tagging, func(t *tagging) bool {
		if next == len(d.Sentences) {
			return false
		}
		s := &d.Sentences[next]
		t.begin(d, s.First, s.Last)
		next++
		return true
	})
}

// parse sets the heads and relations of those sentences of d that have none.
func (w *worker) parse(d *Doc, sentences []int) {
	inTurns(w.parsing, func(p *parsing) bool {
		for len(sentences) > 0 && d.Sentences[sentences[0]].Parsed {
			sentences = sentences[1:]
		}
		if len(sentences) == 0 {
			return false
		}
		p.begin(d, sentences[0])
		sentences = sentences[1:]
		return true
	})
}
