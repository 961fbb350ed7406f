package link

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// evidence is something that two accounts may show for being of one incident, or against it.
type evidence int

// The evidence. Where one of two accounts does not say a thing, it is evidence of nothing.
const (
	prior evidence = iota
	timeSame
	timeOverlaps
	timeNear
	timeDays
	timeFar
	timeStatedDays
	timeStatedFar
	timeFreshFar
	timeWarDays
	timeUnsaidSame
	timeUnsaidNear
	timeUnsaidFar
	publishedSame
	publishedNear
	publishedDays
	publishedFar
	publishedNone
	placeSameWide
	placeSame
	placeSpelt
	placeWithin
	placeProvinces
	placeCountries
	placeNames
	distanceNear
	distanceClose
	distanceFar
	distanceFarther
	distanceFarthest
	whereAndWhen
	thereDays
	thereFar
	elsewhereThen
	elsewhereThenWar
	elsewhereAndWhen
	elsewhereInWar
	kindSame
	kindClose
	kindArms
	kindGroups
	kindOther
	kindOfWords
	victimsShared
	victimsOther
	whoShared
	whoOther
	weaponShared
	weaponOther
	figuresEqual
	figuresApart
	wordsAll
	wordsAllMore
	wordsAllMost
	wordsOpening
	wordsOpeningMore
	wordsOpeningMost
	wordsNamed
	wordsNamedMore
	wordsNamedMost
	wordsNumbers
	wordsNumbersMore
	wordsNumbersMost
	undatedAll
	undatedAllMore
	undatedAllMost
	undatedOpening
	undatedOpeningMore
	undatedOpeningMost
	undatedNamed
	undatedNamedMore
	undatedNamedMost
	undatedNumbers
	undatedNumbersMore
	undatedNumbersMost
	textAlike
	oneForm
	wordsClaims
	wordsClaimsMore
	wordsClaimsMost
	partOne
	partNone
	partSame
	kinds
)

// shown says what each piece of evidence is called: the contribution that it counts towards, and what the two accounts show.
var shown = [kinds]struct{ name, shows string }{
	prior:              {"prior", "two accounts that share a block"},
	timeSame:           {"time", "same day"},
	timeOverlaps:       {"time", "days overlap"},
	timeNear:           {"time", "a day apart"},
	timeDays:           {"time", "2 to 7 days apart"},
	timeFar:            {"time", "more than 7 days apart"},
	timeStatedDays:     {"time", "2 to 7 days apart, both told with the event"},
	timeStatedFar:      {"time", "more than 7 days apart, both told with the event"},
	timeFreshFar:       {"time", "more than 3 days apart, each news when published"},
	timeWarDays:        {"time", "2 days apart or more, of what a war repeats"},
	timeUnsaidSame:     {"time", "about the same days, not said by both"},
	timeUnsaidNear:     {"time", "2 to 7 days apart, not said by both"},
	timeUnsaidFar:      {"time", "more than 7 days apart, not said by both"},
	publishedSame:      {"published", "within a day"},
	publishedNear:      {"published", "2 or 3 days apart"},
	publishedDays:      {"published", "4 to 10 days apart"},
	publishedFar:       {"published", "more than 10 days apart"},
	publishedNone:      {"published", "one bears no date"},
	placeSameWide:      {"place", "same province or country"},
	placeSame:          {"place", "same name"},
	placeSpelt:         {"place", "names spelt much alike"},
	placeWithin:        {"place", "one may lie in the other"},
	placeProvinces:     {"place", "in different provinces"},
	placeCountries:     {"place", "in different countries"},
	placeNames:         {"place", "names differ"},
	distanceNear:       {"distance", "below 5 km"},
	distanceClose:      {"distance", "5 to 15 km"},
	distanceFar:        {"distance", "15 to 30 km"},
	distanceFarther:    {"distance", "30 to 80 km"},
	distanceFarthest:   {"distance", "80 km or more"},
	whereAndWhen:       {"time and place", "same place within a day"},
	thereDays:          {"time and place", "same place 2 to 7 days apart"},
	thereFar:           {"time and place", "same place more than 7 days apart"},
	elsewhereThen:      {"time and place", "other places within a day"},
	elsewhereThenWar:   {"time and place", "other places within a day, of what a war repeats"},
	elsewhereAndWhen:   {"time and place", "other places on other days"},
	elsewhereInWar:     {"time and place", "other places on other days, of what a war repeats"},
	kindSame:           {"kind", "same type"},
	kindClose:          {"kind", "types that reports mix up"},
	kindArms:           {"kind", "types that differ in the arms"},
	kindGroups:         {"kind", "types of different groups"},
	kindOther:          {"kind", "other types"},
	kindOfWords:        {"kind", "one is something said or agreed"},
	victimsShared:      {"victims", "both name one"},
	victimsOther:       {"victims", "both name others"},
	whoShared:          {"participants", "both name one"},
	whoOther:           {"participants", "both name others"},
	weaponShared:       {"weapon", "both have one"},
	weaponOther:        {"weapon", "both have others"},
	figuresEqual:       {"figures", "equal, by the logarithm"},
	figuresApart:       {"figures", "differ more than twofold"},
	wordsAll:           {"rare words", "likeness"},
	wordsAllMore:       {"rare words", "likeness beyond 0.15"},
	wordsAllMost:       {"rare words", "likeness beyond 0.30"},
	wordsOpening:       {"opening words", "likeness"},
	wordsOpeningMore:   {"opening words", "likeness beyond 0.15"},
	wordsOpeningMost:   {"opening words", "likeness beyond 0.30"},
	wordsNamed:         {"names", "likeness"},
	wordsNamedMore:     {"names", "likeness beyond 0.15"},
	wordsNamedMost:     {"names", "likeness beyond 0.30"},
	wordsNumbers:       {"numbers", "likeness"},
	wordsNumbersMore:   {"numbers", "likeness beyond 0.15"},
	wordsNumbersMost:   {"numbers", "likeness beyond 0.30"},
	oneForm:            {"near-duplicate text", "one form, filled in with other places or days"},
	wordsClaims:        {"words of claims", "likeness"},
	wordsClaimsMore:    {"words of claims", "likeness beyond 0.15"},
	wordsClaimsMost:    {"words of claims", "likeness beyond 0.30"},
	undatedAll:         {"rare words", "likeness, one report undated"},
	undatedAllMore:     {"rare words", "likeness beyond 0.15, one report undated"},
	undatedAllMost:     {"rare words", "likeness beyond 0.30, one report undated"},
	undatedOpening:     {"opening words", "likeness, one report undated"},
	undatedOpeningMore: {"opening words", "likeness beyond 0.15, one report undated"},
	undatedOpeningMost: {"opening words", "likeness beyond 0.30, one report undated"},
	undatedNamed:       {"names", "likeness, one report undated"},
	undatedNamedMore:   {"names", "likeness beyond 0.15, one report undated"},
	undatedNamedMost:   {"names", "likeness beyond 0.30, one report undated"},
	undatedNumbers:     {"numbers", "likeness, one report undated"},
	undatedNumbersMore: {"numbers", "likeness beyond 0.15, one report undated"},
	undatedNumbersMost: {"numbers", "likeness beyond 0.30, one report undated"},
	textAlike:          {"near-duplicate text", "runs of words in common"},
	partOne:            {"place in the report", "main story of one"},
	partNone:           {"place in the report", "main story of neither"},
	partSame:           {"place in the report", "told apart by one report"},
}

// Model is what each piece of evidence weighs, in logarithms of odds.
type Model [kinds]float64

// weightTable has a line for each piece of evidence: its contribution, what it shows, its weight.
//
//go:embed weights.tsv
var weightTable string

// Builtin returns the model that link/train learned.
var Builtin = sync.OnceValue(func() *Model {
	m, err := parseModel(weightTable)
	if err != nil {
		panic("link: weights.tsv: " + err.Error())
	}
	return m
})

func parseModel(table string) (*Model, error) {
	numbers := map[string]float64{}
	for line := range strings.Lines(table) {
		line = strings.TrimSuffix(line, "\n")
		if strings.HasPrefix(line, "#") {
			continue
		}
		at := strings.LastIndexByte(line, '\t')
		weight, err := strconv.ParseFloat(line[at+1:], 64)
		if at < 0 || err != nil {
			return nil, fmt.Errorf("not a line of three columns: %q", line)
		}
		numbers[line[:at]] = weight
	}
	var m Model
	for e := range kinds {
		weight, ok := numbers[shown[e].name+"\t"+shown[e].shows]
		if !ok {
			return nil, fmt.Errorf("no weight of %s: %s", shown[e].name, shown[e].shows)
		}
		m[e] = weight
	}
	return &m, nil
}

// String returns the model as a table that Builtin could read.
func (m *Model) String() string {
	var out strings.Builder
	out.WriteString("# What make model learned of pairs of accounts: contribution, what the two show, weight as a logarithm of odds. See link/train.\n")
	for e := range kinds {
		fmt.Fprintf(&out, "%s\t%s\t%.2f\n", shown[e].name, shown[e].shows, m[e])
	}
	return out.String()
}
