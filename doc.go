// Package concord is the glossary of a program that reads reports of an armed conflict and keeps
// one sourced record: who said what happened, when, where, to how many, and who is blamed; where the
// reports agree, and where they do not.
//
// # The story
//
// A [Report] is one published text. Its words never change once it is taken in.
//
// Some of its words name things: a time, a place, an actor, a weapon, a quantity. Each such place
// in the text is a mention ([TimeMention], [PlaceMention], [ActorMention], [WeaponMention],
// [QuantityMention]), and every mention has a [Span].
//
// What the report holds to be so, it holds in claims. A [Claim] is one thing that one source says in one
// report: that something happened ([Event]), how many it befell ([Figure]), who is answerable
// ([Responsibility]), or what somebody said ([Statement]). Its source is a chain of [Speaker]s: a rescuer,
// quoted by an agency, quoted by the newspaper. An empty chain is the newspaper itself. Nothing in the
// record exists without a claim, and no claim without the words that carry it.
//
// Claims of one report that are about the same happening form an [Account]. Accounts of different
// reports that are about the same happening form an [Incident]. Its claims may contradict one another, and it
// keeps them all: a [Tally] sets the figures side by side by who said them, and [Blame] who accuses whom.
// Five outlets that quote one observatory are one source, not five.
//
// Some incidents belong to a longer thread: a [Ceasefire] is proposed, agreed, declared, violated, ended,
// each step by somebody and according to somebody; a [Commitment] is a promise or a threat, with what later
// reports say became of it.
//
// People decide. A [Decision] accepts, rejects, corrects, merges, splits or grades; it is appended
// to the record and never changed, and everything derived can be rebuilt from reports and decisions.
//
// # The rules
//
// text[start:end] is the quote, for every claim and mention. A date known in part stays in part. Unknown is
// not zero, and unknown status is not civilian. Tolls of different scope are never added or compared.
// Repetition is not corroboration. No score says whether a person tells the truth.
package concord
