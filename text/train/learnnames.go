package main

import (
	"math/rand/v2"
	"path/filepath"

	"concord/text"
)

// The namer's recipe: every fifth document of wikigold and of re3d is held back to measure it, then all are learned from.
const (
	nameEpochs = 8
	nameRows   = 200_000
	nameFold   = 5
)

var nameSeeds = []uint64{1, 2, 3, 4}

// learnNames learns the names' part for a model that has a tagger, and prints how well it does.
func learnNames(c *corpora, m text.Model) (text.Model, error) {
	var train, held [2][]text.Recased // of wikigold and re3d
	var others [4][]text.Recased      // WNUT17's and GUM's training parts; our own clauses; WNUT17's development part
	sources := []func() ([]text.NameLesson, error){
		func() ([]text.NameLesson, error) { return readColumns(filepath.Join(c.shared, "ner/wikigold.conll")) },
		func() ([]text.NameLesson, error) { return readRe3d(filepath.Join(c.shared, "yardsticks/re3d/tune")) },
		func() ([]text.NameLesson, error) {
			return readColumns(filepath.Join(c.shared, "ner/wnut17-train.conll"))
		},
		func() ([]text.NameLesson, error) {
			return readGUM(filepath.Join(c.shared, "treebanks/gum-train.conllu"))
		},
		func() ([]text.NameLesson, error) {
			p, err := readPhrases()
			if err != nil {
				return nil, err
			}
			return p.nameLessons(rand.New(rand.NewPCG(1, 4))), nil
		},
		func() ([]text.NameLesson, error) { return readColumns(filepath.Join(c.shared, "ner/wnut17-dev.conll")) },
	}
	for i, source := range sources {
		lessons, err := source()
		if err != nil {
			return nil, err
		}
		docs, err := text.Lessons(m, lessons)
		if err != nil {
			return nil, err
		}
		if i < len(train) {
			train[i], held[i] = split(docs)
			continue
		}
		others[i-len(train)] = docs
	}
	learned := concat(train[0], train[1], others[0], others[1], others[2])
	measured := text.LearnNames(learned, nameEpochs, nameSeeds, nameRows)
	for _, set := range []struct {
		name string
		docs []text.Recased
	}{{"a fifth of wikigold", held[0]}, {"a fifth of re3d", held[1]}, {"wnut17-dev", others[3]}} {
		if err := c.reportNames(measured, set.name, set.docs); err != nil {
			return nil, err
		}
	}
	return text.LearnNames(concat(learned, held[0], held[1]), nameEpochs, nameSeeds, nameRows), nil
}

func split(docs []text.Recased) (train, held []text.Recased) {
	for i, d := range docs {
		if i%nameFold == nameFold-1 {
			held = append(held, d)
		} else {
			train = append(train, d)
		}
	}
	return train, held
}

func concat(sets ...[]text.Recased) (all []text.Recased) {
	for _, set := range sets {
		all = append(all, set...)
	}
	return all
}

// reportNames notes the exact F1 of the names that a model finds in docs.
func (c *corpora) reportNames(m text.Model, name string, docs []text.Recased) error {
	for variant, how := range [...]string{"", " in capitals", " in small letters"} {
		all, by, err := text.ScoreNames(m, docs, variant)
		if err != nil {
			return err
		}
		c.note("names in %s%s: %.1f (persons %.1f, places %.1f, organisations %.1f)", name, how, all.F1(),
			by[text.PersonName].F1(), by[text.PlaceName].F1(), by[text.OrganisationName].F1())
	}
	return nil
}
