// Package export writes the record in the shapes that others read.
package export

import (
	"encoding/csv"
	"io"
	"strconv"
	"strings"

	"concord"
	"concord/lexicon"
)

// ceasefireColumns are those of the ETH/PRIO Civil Conflict Ceasefire dataset (Clayton and others 2022) that reports can fill, by its
// names, and last our own. As there, a line is a party of a ceasefire, and -1 stands for what is unclear.
var ceasefireColumns = []string{"location", "cf_id", "actor_name", "side", "cf_dec_yr", "cf_dec_month", "cf_dec_day",
	"cf_effect_yr", "cf_effect_month", "cf_effect_day", "fixed", "fixed_time", "partial", "written", "p_humanitarian", "p_peaceprocess", "p_holiday", "p_election",
	"p_other", "p_unclear", "mediator_nego", "mediator_name", "implement", "ended", "end_yr", "end_month", "end_day", "violations", "reports",
	"guarantors", "monitors", "extensions", "expires"}

// Ceasefires writes ceasefires as a table. side is "multilateral" where more than one party is known, else "unilateral".
func Ceasefires(w io.Writer, list []concord.Ceasefire) error {
	out := csv.NewWriter(w)
	if err := out.Write(ceasefireColumns); err != nil {
		return err
	}
	for i := range list {
		parties := list[i].Parties
		if len(parties) == 0 {
			parties = []string{"-1"}
		}
		for _, party := range parties {
			if err := out.Write(ceasefireLine(&list[i], party)); err != nil {
				return err
			}
		}
	}
	out.Flush()
	return out.Error()
}

// ceasefireLine returns the cells of one party to a ceasefire.
func ceasefireLine(c *concord.Ceasefire, party string) []string {
	side := "unilateral"
	if len(c.Parties) > 1 {
		side = "multilateral"
	}
	line := []string{lexicon.Country(c.Country), c.ID, party, side}
	line = append(line, dateCells(c.Announced)...)
	line = append(line, dateCells(c.Effective)...)
	fixed, time, extensions := termCells(c.Terms)
	line = append(line, fixed, time)
	line = append(line, known(c.Area != nil, "1", "-1"), known(c.Written, "1", "-1"))
	purpose := c.Purpose
	switch purpose {
	case "evacuation":
		purpose = "humanitarian"
	case "prisoner_exchange":
		purpose = "other"
	}
	for _, p := range []string{"humanitarian", "peace_process", "holiday", "election", "other", "unknown"} {
		line = append(line, known(purpose == p, "1", "0"))
	}
	line = append(line, known(len(c.Mediators) > 0, "1", "-1"), strings.Join(c.Mediators, "; "), known(len(c.Monitors) > 0, "1", "-1"))
	line = append(line, known(c.Ended != nil, "1", "-1"))
	line = append(line, dateCells(c.Ended)...)
	expires := ""
	if c.Expires != nil {
		expires = string(c.Expires.To)
	}
	return append(line, strconv.Itoa(len(c.Violations)), strconv.Itoa(reports(c)), strings.Join(c.Guarantors, "; "), strings.Join(c.Monitors, "; "), extensions, expires)
}

// termCells returns whether an end was agreed ("fixed": 1, 0 where it was to be open, -1 where nothing is told), after how long or on which day, and by
// how much it was extended.
func termCells(terms []concord.Term) (fixed, time, extensions string) {
	fixed, time = "-1", "-1"
	var further []string
	for _, t := range terms {
		switch {
		case t.Extension:
			further = append(further, t.String())
		case t.Open && fixed == "-1":
			fixed = "0"
		case !t.Open && time == "-1":
			fixed, time = "1", t.String()
		}
	}
	return fixed, time, strings.Join(further, "; ")
}

func known(is bool, yes, no string) string {
	if is {
		return yes
	}
	return no
}

// dateCells returns year, month and day, -1 for what is not known.
func dateCells(w *concord.When) []string {
	cells := []string{"-1", "-1", "-1"}
	if w == nil {
		return cells
	}
	for i, part := range strings.SplitN(string(w.From.Day()), "-", 3) {
		if n, err := strconv.Atoi(part); err == nil {
			cells[i] = strconv.Itoa(n)
		}
	}
	return cells
}

// reports counts the reports that the steps and the allegations stand in.
func reports(c *concord.Ceasefire) int {
	seen := map[string]bool{}
	for i := range c.Steps {
		seen[c.Steps[i].Claim.Report] = true
	}
	for i := range c.Violations {
		seen[c.Violations[i].Claim.Report] = true
	}
	return len(seen)
}
