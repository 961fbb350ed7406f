// Train makes text/model.bin from the treebanks, and MODEL.md, which says how and how well. See `make model`.
package main

import (
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"sync"
	"time"

	"concord/text"
)

// The recipe. MODEL.md explains it.
const (
	taggerEpochs = 8
	taggerRows   = 130_000
	parserEpochs = 10
	moveRows     = 320_000
	labelRows    = 80_000
	folds        = 5
	seeds        = 1
)

func main() {
	log.SetFlags(0)
	treebanks := flag.String("treebanks", "../shared/treebanks", "folder of the treebanks")
	out := flag.String("out", "text/model.bin", "the model file")
	flag.Parse()
	if err := train(*treebanks, *out); err != nil {
		log.Fatal(err)
	}
}

func train(treebanks, out string) error {
	begun := time.Now()
	ewt, err := read(filepath.Join(treebanks, "ewt-train.conllu"))
	if err != nil {
		return err
	}
	gum, err := read(filepath.Join(treebanks, "gum-train.conllu"))
	if err != nil {
		return err
	}
	docs := append(ewt, gum...)
	recased := make([]text.Recased, len(docs))
	for i, d := range docs {
		recased[i] = text.Recase(d)
	}
	m, err := text.LearnTagger(recased, taggerEpochs, 1, taggerRows)
	if err != nil {
		return err
	}
	log.Printf("tagger: %v", time.Since(begun).Round(time.Second))
	if err := jackknife(recased); err != nil {
		return err
	}
	log.Printf("folds: %v", time.Since(begun).Round(time.Second))
	for name, part := range learnParsers(recased).Model(moveRows, labelRows) {
		m[name] = part
	}
	log.Printf("parser: %v", time.Since(begun).Round(time.Second))
	file, err := m.Bytes()
	if err != nil {
		return err
	}
	if err := os.WriteFile(out, file, 0o644); err != nil {
		return err
	}
	return report(file, treebanks)
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

// learnParsers adds up parsers that saw the sentences in different orders.
func learnParsers(docs []text.Recased) text.ParserWeights {
	found := make([]text.ParserWeights, seeds)
	atOnce(seeds, func(i int) error {
		found[i] = text.LearnParser(docs, parserEpochs, uint64(i+1))
		return nil
	})
	for _, other := range found[1:] {
		found[0].Add(other)
	}
	return found[0]
}

// jackknife retags each fifth of the docs with a tagger that learned from the others, so that the parser meets the
// mistakes that it will meet later.
func jackknife(docs []text.Recased) error {
	models := make([]text.Model, folds)
	err := atOnce(folds, func(fold int) (err error) {
		var others []text.Recased
		for i, d := range docs {
			if i%folds != fold {
				others = append(others, d)
			}
		}
		models[fold], err = text.LearnTagger(others, taggerEpochs, uint64(fold+2), taggerRows)
		return err
	})
	if err != nil {
		return err
	}
	for i, d := range docs {
		for _, variant := range d {
			if err := text.Retag(models[i%folds], variant); err != nil {
				return err
			}
		}
	}
	return nil
}

// atOnce does n pieces of work, two at a time.
func atOnce(n int, work func(i int) error) error {
	errs := make([]error, n)
	var running sync.WaitGroup
	slots := make(chan bool, 2)
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

// report prints how well the model does on the treebanks' development parts, tokens given.
func report(file []byte, treebanks string) error {
	engine, err := text.Open(file)
	if err != nil {
		return err
	}
	log.Printf("%d bytes", len(file))
	for _, name := range []string{"gum-dev", "ewt-dev"} {
		docs, err := read(filepath.Join(treebanks, name+".conllu"))
		if err != nil {
			return err
		}
		for how, variant := range [...]string{"", " in capitals", " in small letters", " as headlines"} {
			var s text.Score
			for _, d := range docs {
				s.Add(engine, text.Recase(d)[how])
			}
			log.Printf("%s%s: %v", name, variant, s)
		}
	}
	return nil
}
