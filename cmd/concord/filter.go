package main

import (
	"cmp"
	"slices"
	"strings"

	"concord"
	"concord/lexicon"
)

// narrow holds the filters that all lists share.
type narrow struct {
	From   string `placeholder:"DATE" help:"Not before this day, month or year (2016-09-23, 2016-09, 2016)."`
	To     string `placeholder:"DATE" help:"Not after it."`
	Place  string `help:"A place, a district or a country."`
	Type   string `placeholder:"CODE" help:"A type of event, such as air_strike."`
	Source string `placeholder:"NAME" help:"Who says it: a speaker or a publisher, by a part of the name."`
	Actor  string `placeholder:"NAME" help:"Who is blamed for it, denies or admits it, or is told to have done it, by a part of the name."`
	Limit  int    `placeholder:"N" help:"No more than N."`
	Oldest bool   `help:"The oldest first."`
}

// filter reads the flags. The error names the flag and how to mend it.
func (n narrow) filter() (concord.Filter, error) {
	f := concord.Filter{From: concord.Date(n.From), To: concord.Date(n.To), Place: cmp.Or(lexicon.CountryCode(n.Place), n.Place), Source: n.Source, Actor: n.Actor, Limit: n.Limit}
	if n.Oldest {
		f.Order = "oldest"
	}
	for flag, date := range map[string]concord.Date{"--from": f.From, "--to": f.To} {
		if _, _, ok := date.Bounds(); date != "" && !ok {
			return f, concord.Errorf(concord.Invalid, flag+" "+string(date), "is no date; write it as 2016-09-23, 2016-09 or 2016")
		}
	}
	if f.BeginsLate() {
		return f, concord.Errorf(concord.Invalid, "--from "+n.From, "lies after --to %s: no day is both", n.To)
	}
	if n.Limit < 0 {
		return f, concord.Errorf(concord.Invalid, "--limit", "must not be below 0")
	}
	if n.Type != "" {
		f.Type = concord.EventType(strings.ReplaceAll(strings.ToLower(n.Type), " ", "_"))
		if types := typeCodes(); !slices.Contains(types, string(f.Type)) {
			return f, concord.Errorf(concord.Invalid, "--type "+n.Type, "is no type of event; the types are %s", strings.Join(types, ", "))
		}
	}
	return f, nil
}

func typeCodes() []string {
	var codes []string
	for _, info := range concord.EventTypes() {
		codes = append(codes, string(info.Type))
	}
	return codes
}
