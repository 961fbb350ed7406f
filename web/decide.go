package web

import (
	"cmp"
	"context"
	"encoding/json"
	"net/http"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"time"

	"concord"
)

// grades are Airwars' gradings of an incident, in its order. A person's choice only: nothing computes one.
var grades = [...]string{"confirmed", "fair", "weak", "contested", "discounted"}

// postDecision reads a decision from a form, records it, and returns to the page where the form stood.
func (s *server) postDecision(w http.ResponseWriter, r *http.Request) {
	r.Body = http.MaxBytesReader(w, r.Body, 1<<20)
	if err := r.ParseForm(); err != nil {
		s.fail(w, r, &concord.Error{Code: concord.Invalid, Op: "decide", Message: "the form cannot be read", Err: err})
		return
	}
	decisions, err := s.decisionsOf(r.Context(), r.PostForm, cookie(r, "who"))
	if err != nil {
		s.fail(w, r, err)
		return
	}
	for _, d := range decisions {
		if _, err := s.decide(r.Context(), d); err != nil {
			s.fail(w, r, err)
			return
		}
	}
	http.Redirect(w, r, localPath(r.PostForm.Get("back")), http.StatusSeeOther)
}

// decisionsOf returns the decisions that a form means: one, or, for a split, one for each account that is taken out.
func (s *server) decisionsOf(ctx context.Context, form url.Values, who string) ([]concord.Decision, error) {
	if who == "" {
		return nil, concord.Errorf(concord.Invalid, "decide", "say who you are: every decision is kept with a name")
	}
	d := concord.Decision{At: time.Now().UTC().Truncate(time.Second), Who: who, Kind: concord.Verdict(form.Get("kind")),
		Report: form.Get("report"), Claim: form.Get("claim"), Note: strings.TrimSpace(form.Get("note"))}
	if id := form.Get("incident"); id != "" {
		d.Incidents = []string{id}
	}
	var err error
	switch d.Kind {
	case concord.AcceptClaim, concord.RejectClaim:
		err = s.mustStand(ctx, d)
	case concord.CorrectClaim:
		d.Field = form.Get("field")
		if err = s.mustStand(ctx, d); err == nil {
			d.Value, err = correctedValue(d.Field, strings.TrimSpace(form.Get("value")))
		}
	case concord.AddClaim:
		d.Value, err = s.addedClaim(ctx, form)
	case concord.SameIncident:
		err = s.merge(ctx, &d, cmp.Or(strings.TrimSpace(form.Get("elsewhere")), form.Get("other")))
	case concord.DifferentIncident:
		return s.split(ctx, d, form["out"])
	case concord.GradeIncident:
		if d.Value = form.Get("value"); !slices.Contains(grades[:], d.Value) {
			return nil, concord.Errorf(concord.Invalid, "grade", "%q is no grade; there are %s", d.Value, strings.Join(grades[:], ", "))
		}
		err = s.mustBe(ctx, d)
	case concord.AddNote:
		if d.Note == "" {
			return nil, concord.Errorf(concord.Invalid, "note", "the note is empty")
		}
		err = s.mustBe(ctx, d)
	case concord.UndoDecision:
		err = s.undo(ctx, &d, form.Get("undoes"))
	default:
		err = concord.Errorf(concord.Invalid, "decide", "%q is no kind of decision", d.Kind)
	}
	return []concord.Decision{d}, err
}

// mustBe returns an error where there is not what the decision is on: its incident, or its report, and the claim in it that it names.
func (s *server) mustBe(ctx context.Context, d concord.Decision) error {
	if len(d.Incidents) == 0 && d.Claim == "" && d.Report != "" {
		_, err := s.store.Reading(ctx, d.Report)
		return err
	}
	if len(d.Incidents) == 0 {
		return s.mustStand(ctx, d)
	}
	_, err := s.store.Incident(ctx, d.Incidents[0])
	return err
}

// mustStand returns an error where the decision's claim does not stand in its report, or has not the field that is to be corrected.
func (s *server) mustStand(ctx context.Context, d concord.Decision) error {
	reading, err := s.store.Reading(ctx, d.Report)
	if err != nil {
		return err
	}
	decisions, err := s.store.Decisions(ctx, concord.Filter{Report: reading.Report.ID})
	if err != nil {
		return err
	}
	claims, err := reviewed(reading, decisions)
	if err != nil {
		return err
	}
	i := slices.IndexFunc(claims, func(c concord.Claim) bool { return c.ID == d.Claim })
	if i < 0 {
		return concord.Errorf(concord.NotFound, "decide", "report %s has no claim %q", reading.Report.Name, d.Claim)
	}
	if fields := fieldsOf(claims[i].Kind); d.Kind == concord.CorrectClaim && !slices.Contains(fields, d.Field) {
		return concord.Errorf(concord.Invalid, "correct", "%q is no field that can be corrected of a claim of this kind (%s); there are %s",
			d.Field, claims[i].Kind, strings.Join(fields, ", "))
	}
	return nil
}

// correctedValue checks a corrected field and writes its value as JSON, as [concord.Decision] keeps it.
func correctedValue(field, value string) (string, error) {
	invalid := func(want string) (string, error) {
		return "", concord.Errorf(concord.Invalid, field, "%q is no value; write %s", value, want)
	}
	switch field {
	case "low", "high":
		if field == "high" && value == "" {
			return "null", nil
		}
		n, err := strconv.Atoi(value)
		if err != nil || n < 0 {
			return invalid("a number of 0 or more")
		}
		return strconv.Itoa(n), nil
	case "when.from", "when.to":
		if _, _, ok := concord.Date(value).Bounds(); !ok {
			return invalid("2016-09-23, 2016-09 or 2016")
		}
	case "measure", "type", "modality", "counted.status", "scope", "stance", "act":
		if !slices.Contains(codesOf(field), value) {
			return invalid("one of " + strings.Join(codesOf(field), ", "))
		}
	case "where.name", "source.name", "actor.name":
		if value == "" {
			return invalid("a name")
		}
	default:
		return "", concord.Errorf(concord.Invalid, "correct", "%q is no field that can be corrected", field)
	}
	data, err := json.Marshal(value)
	return string(data), err
}

// merge makes d hold the accounts of its incident and of the other one together.
func (s *server) merge(ctx context.Context, d *concord.Decision, other string) error {
	other = other[strings.LastIndex(other, "/")+1:] // the other incident's address will do
	if len(d.Incidents) != 1 || other == "" || other == d.Incidents[0] {
		return concord.Errorf(concord.Invalid, "merge", "name another incident, by its id or its page's address")
	}
	here, err := s.store.Incident(ctx, d.Incidents[0])
	if err != nil {
		return err
	}
	there, err := s.store.Incident(ctx, other)
	if err != nil {
		return err
	}
	same := here.With(&there)
	d.Incidents, d.Accounts = same.Incidents, same.Accounts
	return nil
}

// split returns a decision for each account that is taken out of an incident.
func (s *server) split(ctx context.Context, d concord.Decision, out []string) ([]concord.Decision, error) {
	if len(d.Incidents) != 1 {
		return nil, concord.Errorf(concord.Invalid, "split", "no incident is named")
	}
	in, err := s.store.Incident(ctx, d.Incidents[0])
	if err != nil {
		return nil, err
	}
	keys := make([]concord.AccountKey, len(out))
	for i, key := range out {
		keys[i].Report, keys[i].Account, _ = strings.Cut(key, " ")
	}
	decisions, err := in.Without(keys)
	for i := range decisions {
		decisions[i].At, decisions[i].Who, decisions[i].Note = d.At, d.Who, d.Note
	}
	return decisions, err
}

// undo makes d undo an earlier decision, and bind what that one bound.
func (s *server) undo(ctx context.Context, d *concord.Decision, id string) error {
	number, err := strconv.ParseInt(id, 10, 64)
	if err != nil {
		return concord.Errorf(concord.Invalid, "undo", "%q is no number of a decision", id)
	}
	all, err := s.store.Decisions(ctx, concord.Filter{})
	if err != nil {
		return err
	}
	at := slices.IndexFunc(all, func(have concord.Decision) bool { return have.ID == number })
	if at < 0 {
		return concord.Errorf(concord.NotFound, "undo", "there is no decision %d", number)
	}
	if slices.ContainsFunc(all, func(have concord.Decision) bool { return have.Undoes == number }) {
		return concord.Errorf(concord.Conflict, "undo", "decision %d is undone already", number)
	}
	was := all[at]
	d.Undoes, d.Report, d.Claim, d.Incidents, d.Accounts = was.ID, was.Report, was.Claim, was.Incidents, was.Accounts
	return nil
}
