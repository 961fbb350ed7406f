package web

import (
	"context"
	"encoding/json"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"concord"
)

// codesOf returns the values that a coded field of a claim, or of a filter, may have.
func codesOf(field string) []string {
	switch field {
	case "measure":
		return texts(measureOrder[:])
	case "type":
		var codes []string
		for _, info := range concord.EventTypes() {
			codes = append(codes, string(info.Type))
		}
		return codes
	case "agreement":
		return texts([]concord.Agreement{concord.Contradict, concord.Differ, concord.Agreed, concord.SingleSource})
	case "order":
		return []string{"oldest", "toll", "sources", "doubt"}
	case "modality":
		return texts([]concord.Modality{concord.Asserted, concord.Denied, concord.Possible, concord.Planned, concord.Conditional, concord.Demanded})
	case "counted.status":
		return texts([]concord.Status{concord.Anyone, concord.Civilian, concord.Child, concord.Woman, concord.Combatant, concord.Medical, concord.AidWorker,
			concord.Rescuer, concord.Journalist, concord.Detainee, concord.Vehicle, concord.Building, concord.Aircraft, concord.AnAttack, concord.Object})
	case "scope":
		return texts([]concord.Scope{concord.ScopeIncident, concord.ScopeDay, concord.ScopePeriod, concord.ScopeConflict})
	case "stance":
		return texts([]concord.Stance{concord.Blames, concord.Denies, concord.Admits, concord.Unintentional})
	case "act":
		return texts([]concord.Act{concord.Say, concord.Accuse, concord.Deny, concord.Admit, concord.Demand, concord.Promise, concord.Threaten, concord.Warn,
			concord.Condemn, concord.Praise, concord.Agree, concord.Reject, concord.Announce, concord.Ask})
	}
	return nil
}

func texts[S ~string](codes []S) []string {
	list := make([]string, len(codes))
	for i, c := range codes {
		list[i] = string(c)
	}
	return list
}

// fieldsOf returns the fields of a claim that a person can correct.
func fieldsOf(kind concord.ClaimKind) []string {
	switch kind {
	case concord.EventClaim:
		return []string{"type", "when.from", "when.to", "where.name", "modality", "source.name"}
	case concord.FigureClaim:
		return []string{"low", "high", "measure", "counted.status", "scope", "modality", "source.name"}
	case concord.ResponsibilityClaim:
		return []string{"stance", "actor.name", "modality", "source.name"}
	}
	return []string{"act", "modality", "source.name"}
}

// addedClaim makes a claim that the program missed, from words of the report that a person chose, and writes it as JSON.
func (s *server) addedClaim(ctx context.Context, form url.Values) (string, error) {
	reading, err := s.store.Reading(ctx, form.Get("report"))
	if err != nil {
		return "", err
	}
	quote, err := quoteIn(reading.Report.Text, form.Get("words"), form.Get("start"))
	if err != nil {
		return "", err
	}
	c := concord.Claim{Kind: concord.ClaimKind(form.Get("claimkind")), Quote: quote, Modality: concord.Asserted, Rule: "person", Confidence: 1,
		Source: []concord.Speaker{}}
	if name := strings.TrimSpace(form.Get("speaker")); name != "" {
		c.Source = []concord.Speaker{{Name: name, Kind: concord.OtherSpeaker}}
	}
	if i := slices.IndexFunc(reading.Accounts, func(a concord.Account) bool { return a.ID == form.Get("account") }); i >= 0 {
		c.Incident = &reading.Accounts[i].ID
	}
	if err := fillClaim(&c, form); err != nil {
		return "", err
	}
	data, err := json.Marshal(c)
	return string(data), err
}

// fillClaim fills in what is of the claim's own kind.
func fillClaim(c *concord.Claim, form url.Values) error {
	coded := func(field string) (string, error) {
		value := form.Get(field)
		if !slices.Contains(codesOf(field), value) {
			return "", concord.Errorf(concord.Invalid, field, "%q is none of %s", value, strings.Join(codesOf(field), ", "))
		}
		return value, nil
	}
	var code string
	var err error
	switch c.Kind {
	case concord.EventClaim:
		code, err = coded("type")
		c.Event = &concord.Event{Type: concord.EventType(code), Participants: []concord.Participant{}}
	case concord.FigureClaim:
		c.Figure, err = figureOf(c.Quote, form, coded)
	case concord.ResponsibilityClaim:
		code, err = coded("stance")
		name := strings.TrimSpace(form.Get("actor"))
		if err == nil && name == "" {
			err = concord.Errorf(concord.Invalid, "actor", "say who is held responsible")
		}
		c.Responsibility = &concord.Responsibility{Actor: concord.Actor{Name: name, Kind: "unknown", Span: c.Span}, Stance: concord.Stance(code)}
	case concord.StatementClaim:
		code, err = coded("act")
		c.Statement = &concord.Statement{Cue: c.Quote, Content: []concord.Quote{c.Quote}, Form: concord.Indirect, Act: concord.Act(code)}
	default:
		err = concord.Errorf(concord.Invalid, "claim", "%q is no kind of claim", c.Kind)
	}
	return err
}

// figureOf reads a figure: a number, the same number again or another one as its upper bound, or none for "or more".
func figureOf(quote concord.Quote, form url.Values, coded func(string) (string, error)) (*concord.Figure, error) {
	measure, err := coded("measure")
	if err != nil {
		return nil, err
	}
	status, err := coded("counted.status")
	if err != nil {
		return nil, err
	}
	low, err := strconv.Atoi(strings.TrimSpace(form.Get("low")))
	if err != nil || low < 0 {
		return nil, concord.Errorf(concord.Invalid, "low", "%q is no number of 0 or more", form.Get("low"))
	}
	f := &concord.Figure{Measure: concord.Measure(measure), Low: low, Qualifier: concord.AtLeast, Scope: concord.ScopeIncident,
		Counted: concord.Counted{Text: quote.Text, Status: concord.Status(status), Span: quote.Span}}
	if text := strings.TrimSpace(form.Get("high")); text != "" {
		high, err := strconv.Atoi(text)
		if err != nil || high < low {
			return nil, concord.Errorf(concord.Invalid, "high", "%q is no number of %d or more", text, low)
		}
		f.High, f.Qualifier = &high, concord.Between
		if high == low {
			f.Qualifier = concord.Exact
		}
	}
	return f, nil
}

// quoteIn finds the words in a text: at the code point that start names, where a script could tell it, else where they stand
// alone. Words that are not there, or stand there more than once, are an error that says so.
func quoteIn(text, words, start string) (concord.Quote, error) {
	words = strings.TrimSpace(strings.ReplaceAll(words, "\r\n", "\n"))
	length := utf8.RuneCountInString(words)
	runes := []rune(text)
	if at, err := strconv.Atoi(start); err == nil && at >= 0 && at+length <= len(runes) && length > 0 && string(runes[at:at+length]) == words {
		return concord.Quote{Span: concord.Span{Start: at, End: at + length}, Text: words}, nil
	}
	switch n := strings.Count(text, words); {
	case words == "" || n == 0:
		return concord.Quote{}, concord.Errorf(concord.Invalid, "words", "the report does not say %q; copy the words as they stand there", words)
	case n > 1:
		return concord.Quote{}, concord.Errorf(concord.Invalid, "words", "the report says %q %d times; copy more words, so that they stand there once", words, n)
	}
	at := utf8.RuneCountInString(text[:strings.Index(text, words)])
	return concord.Quote{Span: concord.Span{Start: at, End: at + length}, Text: words}, nil
}
