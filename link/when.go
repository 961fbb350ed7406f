package link

import (
	"fmt"

	"concord"
)

// gap returns how many days lie between the days of two accounts, 0 or less where they overlap.
func gap(a, b *decoded) int { return max(a.From-b.To, b.From-a.To) }

func (s *sum) time(a, b *decoded) agreement {
	if a.From == 0 || b.From == 0 {
		return unsaid
	}
	gap := gap(a, b)
	e, agree := timeFar, other
	stated := a.Stated && b.Stated
	switch implied := a.Implied || b.Implied; {
	case gap > 7 && stated:
		e = timeStatedFar
	case gap > 1 && stated:
		e = timeStatedDays
	case gap > 3 && a.fresh() && b.fresh():
		e = timeFreshFar
	case gap > 1 && !implied && warNews(a, b):
		e = timeWarDays
	case implied && gap <= 1:
		e, agree = timeUnsaidSame, unsaid
	case implied && gap <= 7:
		e, agree = timeUnsaidNear, unsaid
	case implied:
		e, agree = timeUnsaidFar, unsaid
	case gap <= 0 && a.brief() && b.brief():
		e, agree = timeSame, same
	case gap <= 0:
		e, agree = timeOverlaps, unsaid
	case gap == 1:
		e, agree = timeNear, same
	case gap <= 7:
		e = timeDays
	}
	s.add(e, 1, func() string {
		if agree == other {
			return fmt.Sprintf("%d days apart", gap)
		}
		return shown[e].shows
	})
	return agree
}

// warNews reports whether both accounts are of a kind that a war repeats, or one is and both were news: reports mix up the kinds.
func warNews(a, b *decoded) bool {
	return repeated(a) && repeated(b) || (repeated(a) || repeated(b)) && a.fresh() && b.fresh()
}

// repeated reports whether an account is of a kind that a war repeats day by day in many places, in the same words.
func repeated(d *decoded) bool {
	switch d.Type {
	case concord.AirStrike, concord.Shelling, concord.ArmedClash, concord.Bombing, concord.SuicideBomb, concord.Grenade, concord.ChemicalWeapon,
		concord.GovernmentRegainsTerritory, concord.NonStateActorOvertakesTerritory:
		return true
	}
	return false
}

// brief reports whether an account is of a known day, or of a day and a night.
func (f *features) brief() bool { return f.From != 0 && f.To-f.From <= 1 }

// fresh reports whether an account says when, and was news when its report was published: at most two days old, or a day ahead by its clock.
func (f *features) fresh() bool {
	return f.brief() && !f.Implied && f.Published != 0 && f.Published-f.To >= -1 && f.Published-f.To <= 2
}

// published compares when reports were published.
func (s *sum) published(a, b *decoded) {
	if a.Key.Report == b.Key.Report {
		return
	}
	switch apart := abs(a.Published - b.Published); {
	case a.Published == 0 || b.Published == 0:
		s.show(publishedNone)
	case apart <= 1:
		s.show(publishedSame)
	case apart <= 3:
		s.show(publishedNear)
	case apart <= 10:
		s.show(publishedDays)
	default:
		s.show(publishedFar)
	}
}
