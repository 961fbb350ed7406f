package web

import (
	"net/url"

	"concord"
)

// filterForm is the filter form as the reader filled it in, with what can be chosen.
type filterForm struct {
	url.Values
	Narrowed   bool // some field narrows the list
	More       bool // one of the lesser fields is in use
	Types      []typeGroup
	Agreements []concord.Agreement
	Measures   []concord.Measure
	Orders     []string
	Query      string // the fields as an address holds them
}

// typeGroup is a family of event types under its heading.
type typeGroup struct {
	Group concord.Group
	Types []concord.EventType
}

func formOf(q url.Values) filterForm {
	f := filterForm{Values: q, Types: typeGroups(), Measures: measureOrder[:],
		Agreements: []concord.Agreement{concord.Contradict, concord.Differ, concord.Agreed, concord.SingleSource},
		Orders:     []string{"oldest", "toll", "sources"}}
	kept := url.Values{}
	for name, values := range q {
		if name != "page" && values[0] != "" {
			kept[name] = values[:1]
		}
	}
	f.Query = kept.Encode()
	for _, name := range []string{"words", "from", "to", "place", "type", "source", "actor", "agreement", "measure", "least", "most", "bounds", "unreviewed", "known"} {
		f.Narrowed = f.Narrowed || q.Get(name) != ""
	}
	for _, name := range []string{"source", "actor", "measure", "least", "most", "order", "unreviewed", "known"} {
		f.More = f.More || q.Get(name) != ""
	}
	return f
}

// typeGroups returns the event types by group, in the order of the glossary.
func typeGroups() []typeGroup {
	var groups []typeGroup
	for _, info := range concord.EventTypes() {
		if n := len(groups); n == 0 || groups[n-1].Group != info.Group {
			groups = append(groups, typeGroup{Group: info.Group})
		}
		last := &groups[len(groups)-1]
		last.Types = append(last.Types, info.Type)
	}
	return groups
}
