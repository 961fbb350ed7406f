package main

import (
	"path/filepath"

	"concord"
	"concord/text"
)

// unmarked returns news without annotations, as a model reads it: the quick models learn from it what the full ones choose in news.
func (c *corpora) unmarked(m text.Model) (docs []text.Recased, err error) {
	file, err := m.Bytes()
	if err != nil {
		return nil, err
	}
	engine, err := text.Open(file)
	if err != nil {
		return nil, err
	}
	err = eachJSON(filepath.Join(c.shared, "yardsticks/ecbplus/tune/documents.jsonl"), func(r struct{ Text string }) {
		docs = append(docs, text.Recase(engine.Tag(&concord.Report{Text: r.Text})))
	})
	return docs, err
}
