// Train makes text/model.bin from the treebanks, and MODEL.md, which says how and how well. See `make model`.
package main

import (
	"flag"
	"fmt"
	"log"
	"maps"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	"concord/text"
)

// The recipe. MODEL.md explains it.
const (
	taggerEpochs = 8
	taggerRows   = 160_000
	parserEpochs = 10
	moveRows     = 340_000
	labelRows    = 80_000
	folds        = 5
	foldEpochs   = 5
	seeds        = 4
)

// corpora are the texts that the model learns from.
type corpora struct {
	docs   []text.Recased // the treebanks' train parts
	shared string         // the folder that holds them, and the texts with names
	scores strings.Builder
}

// note prints a score, and keeps it for MODEL.md.
func (c *corpora) note(format string, values ...any) {
	log.Printf(format, values...)
	fmt.Fprintf(&c.scores, "- "+format+"\n", values...)
}

// parts are what the model file holds, each made of the corpora and of the parts before it; each can be trained by itself.
var parts = []struct {
	name  string
	learn func(*corpora, text.Model) (text.Model, error)
}{
	{"lemma", func(c *corpora, _ text.Model) (text.Model, error) { return text.LearnLemmas(c.docs), nil }},
	{"tagger", func(c *corpora, _ text.Model) (text.Model, error) {
		return text.LearnTagger(c.docs, taggerEpochs, []uint64{1, 2, 3, 4, 5}, taggerRows)
	}},
	{"parser", learnParser},
	{"names", learnNames},
	{"quick", learnQuick},
}

func main() {
	log.SetFlags(0)
	shared := flag.String("shared", "../shared", "folder of treebanks, ner and yardsticks")
	file := flag.String("model", "text/model.bin", "the model file")
	only := flag.String("only", "", "train these parts, separated by commas, and keep the others as they are; what is learned after them may need it too")
	flag.Parse()
	if err := train(*shared, *file, *only); err != nil {
		log.Fatal(err)
	}
}

func train(shared, path, only string) error {
	c, err := gather(shared)
	if err != nil {
		return err
	}
	m := text.Model{}
	if only != "" {
		old, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if m, err = text.ReadModel(old); err != nil {
			return err
		}
	}
	for _, part := range parts {
		if only != "" && !strings.Contains(","+only+",", ","+part.name+",") {
			continue
		}
		begun := time.Now()
		found, err := part.learn(c, m)
		if err != nil {
			return fmt.Errorf("%s: %w", part.name, err)
		}
		maps.Copy(m, found)
		log.Printf("%s: %v", part.name, time.Since(begun).Round(time.Second))
	}
	file, err := m.Bytes()
	if err != nil {
		return err
	}
	if err := os.WriteFile(path, file, 0o644); err != nil {
		return err
	}
	if err := c.report(file); err != nil || only != "" {
		return err
	}
	return c.writeScores(filepath.Join(filepath.Dir(path), "MODEL.md"))
}

// writeScores replaces what stands under the heading of the scores.
func (c *corpora) writeScores(page string) error {
	old, err := os.ReadFile(page)
	if err != nil {
		return err
	}
	const heading = "## Scores of this model\n"
	recipe, _, found := strings.Cut(string(old), heading)
	if !found {
		return fmt.Errorf("%s: no line %q", page, strings.TrimSpace(heading))
	}
	return os.WriteFile(page, []byte(recipe+heading+"\n"+c.scores.String()), 0o644)
}

func gather(shared string) (*corpora, error) {
	c, random := corpora{shared: shared}, rand.New(rand.NewPCG(1, 3))
	phrases, err := readPhrases()
	if err != nil {
		return nil, err
	}
	for _, name := range []string{"ewt-train", "gum-train"} {
		docs, err := read(filepath.Join(shared, "treebanks", name+".conllu"))
		if err != nil {
			return nil, err
		}
		for _, d := range docs {
			c.docs = append(c.docs, text.Recase(phrases.withNews(d, random)))
		}
	}
	for _, d := range phrases.tellings(random) {
		c.docs = append(c.docs, text.Recase(d))
	}
	return &c, nil
}

func read(path string) ([]*text.Doc, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	docs, err := text.ReadCoNLLU(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	return docs, nil
}

// learnParser adds up parsers that saw the sentences in different orders.
func learnParser(c *corpora, _ text.Model) (text.Model, error) {
	docs, err := jackknife(c.docs)
	if err != nil {
		return nil, err
	}
	found := make([]text.ParserWeights, seeds)
	atOnce(seeds, func(i int) error {
		found[i] = text.LearnParser(docs, parserEpochs, uint64(i+1))
		return nil
	})
	for _, other := range found[1:] {
		found[0].Add(other)
	}
	return found[0].Model(moveRows, labelRows), nil
}

// learnQuick learns the quick models from the treebanks and from news without annotations.
func learnQuick(c *corpora, m text.Model) (text.Model, error) {
	news, err := c.unmarked(m)
	if err != nil {
		return nil, err
	}
	return text.LearnQuick(m, concat(c.docs, news))
}

// jackknife returns copies of the docs with each fifth tagged by a tagger that learned from the others, so that the
// parser meets the mistakes that it will meet later.
func jackknife(docs []text.Recased) ([]text.Recased, error) {
	models := make([]text.Model, folds)
	err := atOnce(folds, func(fold int) (err error) {
		var others []text.Recased
		for i, d := range docs {
			if i%folds != fold {
				others = append(others, d)
			}
		}
		models[fold], err = text.LearnTagger(others, foldEpochs, []uint64{uint64(fold + 4)}, taggerRows)
		return err
	})
	if err != nil {
		return nil, err
	}
	tagged := make([]text.Recased, len(docs))
	for i, d := range docs {
		for v, variant := range d {
			if tagged[i][v], err = text.Retag(models[i%folds], variant); err != nil {
				return nil, err
			}
		}
	}
	return tagged, nil
}

// atOnce does n pieces of work, three at a time: beyond that memory is short.
func atOnce(n int, work func(i int) error) error {
	errs := make([]error, n)
	var running sync.WaitGroup
	slots := make(chan bool, 3)
	for i := range n {
		running.Go(func() {
			slots <- true
			errs[i] = work(i)
			<-slots
		})
	}
	running.Wait()
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// report notes how well the model does on the treebanks' development parts, tokens given.
func (c *corpora) report(file []byte) error {
	engine, err := text.Open(file)
	if err != nil {
		return err
	}
	c.note("%d bytes", len(file))
	for _, name := range []string{"gum-dev", "ewt-dev"} {
		docs, err := read(filepath.Join(c.shared, "treebanks", name+".conllu"))
		if err != nil {
			return err
		}
		for how, variant := range [...]string{"", " in capitals", " in small letters", " as headlines"} {
			var s text.Score
			for _, d := range docs {
				s.Add(engine, text.Recase(d)[how])
			}
			c.note("%s%s: %v", name, variant, s)
		}
	}
	return nil
}
