package timex

import (
	"fmt"
	"strings"
	"testing"

	"concord"
	"concord/pagetest"
	"concord/text"
)

// example is a sentence with the one time it speaks of in brackets, or with none.
type example struct {
	rule     string
	sentence string
	kind     string
	value    string
	days     string // "from" or "from–to"; empty where no day can be told
}

// All examples are read as published on Friday, 23 September 2016.
const published = "2016-09-23"

var examples = []example{
	{"iso date", "Log entry of [2016-09-19]: two shells.", "DATE", "2016-09-19", "2016-09-19"},
	{"iso date", "The log of [2016-07] is lost.", "DATE", "2016-07", "2016-07"},
	{"iso date", "The case is filed under 2016-77-19 at the court.", "", "", ""},
	{"stroke date", "The form was signed on [19/09/2016] by both sides.", "DATE", "2016-09-19", "2016-09-19"},
	{"stroke date", "The form was signed on [9/19/16] by both sides.", "DATE", "2016-09-19", "2016-09-19"},
	{"stroke date", "Patrols ran 24/7 through the valley.", "", "", ""},
	{"stroke date", "The form was signed on [03/09/2016] by both sides.", "DATE", "2016-09-03", "2016-09-03"},
	{"stroke date", "The form was signed on [09/03/2016] by both sides.", "DATE", "2016-09-03", "2016-09-03"},
	{"stroke date", "The form was signed on [03/12/2016] by both sides.", "DATE", "2016-03-12", "2016-03-12"},
	{"stroke date", "The post was burnt on [22/08].", "DATE", "2016-08-22", "2016-08-22"},
	{"stroke date", "Some 22/30 of them left.", "", "", ""},
	{"hyphen date", "The log of [22-04-2016] is lost.", "DATE", "2016-04-22", "2016-04-22"},
	{"hyphen date", "Call 22-94-8016 for help.", "", "", ""},
	{"day and month", "Guards fled the depot on [19 September].", "DATE", "2016-09-19", "2016-09-19"},
	{"day and month", "Guards fled the depot on [the 3rd of May 2011].", "DATE", "2011-05-03", "2011-05-03"},
	{"day and month", "REBELS TOOK THE BRIDGE ON [3 JAN 89].", "DATE", "1989-01-03", "1989-01-03"},
	{"day and month", "The convoy of 12 may turn back.", "", "", ""},
	{"month and day", "Guards fled the depot on [Sept. 19].", "DATE", "2016-09-19", "2016-09-19"},
	{"month and day", "A bomb went off on [March 8th, 2012], in the market.", "DATE", "2012-03-08", "2012-03-08"},
	{"month and day", "The envoy will return on [October 4].", "DATE", "2016-10-04", "2016-10-04"},
	{"month and day", "Prices in the town rose in [August] 45% over the year before that.", "DATE", "2016-08", "2016-08"},
	{"month", "The siege began in [March].", "DATE", "2016-03", "2016-03"},
	{"month", "The siege began in [November].", "DATE", "2015-11", "2015-11"},
	{"month", "The siege began in [July of last year].", "DATE", "2015-07", "2015-07"},
	{"month", "Troops march on the city, and the mayor may flee.", "", "", ""},
	{"month", "Thousands joined the annual March for Peace.", "", "", ""},
	{"month", "She led the \"March of the Weavers\" to the square.", "", "", ""},
	{"day that shares a month", "Clashes on [19] and 20 September left nine dead.", "DATE", "2016-09-19", "2016-09-19"},
	{"day that shares a month", "Between 19 and 20 families fled.", "", "", ""},
	{"day of the month", "Trucks will wait until [the 25th].", "DATE", "2016-09-25", "2016-09-25"},
	{"day of the month", "He served on the 25th brigade's staff.", "", "", ""},
	{"from day to day", "A truce held over [19–23 September].", "DURATION", "P5D", "2016-09-19–2016-09-23"},
	{"from day to day", "Monitors were in the valley [May 30-June 2, 2015], and left.", "DURATION", "P4D", "2015-05-30–2015-06-02"},
	{"from day to day", "Monitors were in the valley [May 15 - 24].", "DURATION", "P10D", "2016-05-15–2016-05-24"},
	{"from day to day", "He fought in the border war of [1980-88].", "DURATION", "P9Y", "1980–1988"},
	{"from day to day", "The drought of [2008-10] drove farmers to the towns.", "DURATION", "P3Y", "2008–2010"},
	{"from day to day", "Two depots burned on [4/5 May].", "DURATION", "P2D", "2016-05-04–2016-05-05"},
	{"from day to day", "Nine of them, or 4/5, were women.", "", "", ""},
	{"from day to day", "Guards counted 19-23 trucks.", "", "", ""},
	{"from day to day", "The file 1980-4411 is lost.", "", "", ""},
	{"year", "Rebels have held the hills since [2011].", "DATE", "2011", "2011–2016-09-23"},
	{"year", "About 2011 people crossed the river.", "", "", ""},
	{"year", "Read more: Mill burns in raid (1881)", "", "", ""},
	{"year in words", "The accord of [nineteen ninety-five] ended the war.", "DATE", "1995", "1995"},
	{"year in words", "A column of nineteen trucks left.", "", "", ""},
	{"the year so-and-so", "It was paid from the budget of [fiscal 2012].", "DATE", "2012", "2012"},
	{"the year so-and-so", "A fiscal expert was detained.", "", "", ""},
	{"the quarter of a year", "Fewer died than in [the 2015 period].", "DATE", "2015", "2015"},
	{"the quarter of a year", "The 2015 model of the truck burned in the Christian quarter.", "DATE", "2015", ""},
	{"decade", "The dispute goes back to [the 1990s].", "DATE", "199X", "1990–1999"},
	{"decade", "The dispute goes back to [the late '80s].", "DATE", "198X", "1980–1989"},
	{"decade", "He is in his eighties and lives alone.", "", "", ""},
	{"century", "The fort is from [the 19th century].", "DATE", "18", "1801–1900"},
	{"century", "The Century Hotel was hit.", "", "", ""},
	{"quarter or half", "Attacks doubled in [the second quarter of 2015].", "DATE", "2015-Q2", "2015-04–2015-06"},
	{"quarter or half", "Attacks doubled in [the first half of this year].", "DATE", "2016-H1", "2016-01–2016-06"},
	{"quarter or half", "A shell hit the Christian quarter of the old town.", "", "", ""},
	{"season", "The offensive of [the summer of 2014] failed.", "DATE", "2014-SU", "2014-06–2014-08"},
	{"season", "After the fall of the town they dug a spring well.", "", "", ""},
	{"holiday", "Shells fell on [Eid al-Fitr].", "DATE", "2016-07-07", "2016-07-07–2016-07-09"},
	{"holiday", "Shells fell on [New Year's Eve].", "DATE", "2015-12-31", "2015-12-31"},
	{"holiday", "A truce held over [Christmas 2014].", "DATE", "2014-12-25", "2014-12-25"},
	{"holiday", "A truce held over [Easter 2015].", "DATE", "2015-04-05", "2015-04-05"},
	{"holiday", "A truce held over [Orthodox Good Friday].", "DATE", "2016-04-29", "2016-04-29"},
	{"holiday", "The good people of Easterhouse sent aid.", "", "", ""},

	{"weekday", "Jets struck the mill on [Monday].", "DATE", "2016-09-19", "2016-09-19"},
	{"weekday", "Jets struck the mill on [Friday].", "DATE", "2016-09-23", "2016-09-23"},
	{"weekday", "The sides will meet on [Monday].", "DATE", "2016-09-26", "2016-09-26"},
	{"weekday", "The sides agreed to meet on [Monday].", "DATE", "2016-09-26", "2016-09-26"},
	{"weekday", "The vote was postponed until [Tuesday].", "DATE", "2016-09-27", "2016-09-27"},
	{"weekday", "Villagers had until [Tuesday] to leave.", "DATE", "2016-09-27", "2016-09-27"},
	{"weekday", "The sides failed to agree on terms on [Wednesday].", "DATE", "2016-09-21", "2016-09-21"},
	{"weekday", "The envoy leaves on [Monday].", "DATE", "2016-09-26", "2016-09-26"},
	{"weekday", "Rockets hit the mill on [Monday].", "DATE", "2016-09-19", "2016-09-19"},
	{"weekday", "The sides will cut off talks on [Monday].", "DATE", "2016-09-26", "2016-09-26"},
	{"weekday", "The council meets after [Monday]'s attack.", "DATE", "2016-09-19", "2016-09-19"},
	{"weekday", "Jets struck the mill on [Monday, 12 September].", "DATE", "2016-09-12", "2016-09-12"},
	{"weekday", "Jets struck the mill on [Monday last week].", "DATE", "2016-09-12", "2016-09-12"},
	{"weekday", "The sun rose over the camp where they sat.", "", "", ""},
	{"weekday", "Talks planned for [Thursday] were called off.", "DATE", "2016-09-22", "2016-09-22"},
	{"weekday", "They will discuss [Monday]'s attack.", "DATE", "2016-09-19", "2016-09-19"},
	{"weekday", "They will take up the case at [Monday]'s meeting.", "DATE", "2016-09-26", "2016-09-26"},
	{"weekday", "The vote was postponed on [Tuesday].", "DATE", "2016-09-20", "2016-09-20"},
	{"weekday", "The road has been closed until [Tuesday].", "DATE", "2016-09-27", "2016-09-27"},
	{"weekday", "Neither man could be found on [Wednesday].", "DATE", "2016-09-21", "2016-09-21"},
	{"weekday", "Officials said [Wednesday] that the guns would fall silent.", "DATE", "2016-09-21", "2016-09-21"},
	{"weekday", "The truce is to take hold on [Sunday].", "DATE", "2016-09-25", "2016-09-25"},
	{"weekday", "The truce had been due to take hold on [Sunday].", "DATE", "2016-09-18", "2016-09-18"},
	{"today", "Aid reached the camp [yesterday].", "DATE", "2016-09-22", "2016-09-22"},
	{"today", "Reporters of the newspaper Al-Yaum saw the camp.", "", "", ""},
	{"last week", "Three villages fell [last week].", "DATE", "2016-W37", "2016-09-12–2016-09-18"},
	{"last week", "Elections are due [next month].", "DATE", "2016-10", "2016-10"},
	{"last week", "The plan is to rebuild within [the next decade].", "DURATION", "P10Y", "2016-09-23–2026-09-23"},
	{"last week", "He was freed [last Friday].", "DATE", "2016-09-16", "2016-09-16"},
	{"last week", "He was seized [last December].", "DATE", "2015-12", "2015-12"},
	{"last week", "The last bus left, and the next bus burned.", "", "", ""},
	{"the week", "Two schools were hit over [the weekend].", "DATE", "2016-W37-WE", "2016-09-17–2016-09-18"},
	{"the week", "The year-old boy and the quarter-final were in the papers.", "", "", ""},
	{"the day before", "They left [the day before yesterday].", "DATE", "2016-09-21", "2016-09-21"},
	{"the day before", "The day after the funeral was quiet.", "", "", ""},
	{"ordinal of", "The road opened in [the third week of August].", "DATE", "2016-W33", "2016-08-15–2016-08-21"},
	{"ordinal of", "They met on [the last day of July 2015].", "DATE", "2015-07-31", "2015-07-31"},
	{"ordinal of", "They met on [the second Monday of May 2015].", "DATE", "2015-05-11", "2015-05-11"},
	{"ordinal of", "The first victim of the raid was a farmer.", "", "", ""},
	{"the week of", "Shelling peaked in [the week of 5 September].", "DATE", "2016-W36", "2016-09-05–2016-09-11"},
	{"the week of", "It was the week of the flood.", "DATE", "2016-W38", ""},
	{"the same quarter of a year", "Fewer died than in [the same period last year].", "DATE", "2015", "2015"},
	{"the same quarter of a year", "The same period of calm came to the comparable quarter of the old town.", "", "", ""},
	{"of a year", "In [last year's third quarter] the front was calm.", "DATE", "2015-Q3", "2015-07–2015-09"},
	{"of a year", "The captain's third tour was calm.", "", "", ""},
	{"end of", "The bridge was blown up in [early 2013].", "DATE", "2013", "2013"},
	{"end of", "The bridge was blown up [late on Monday].", "DATE", "2016-09-19", "2016-09-19"},
	{"end of", "The bridge was blown up [earlier this month].", "DATE", "2016-09", "2016-09"},
	{"end of", "The troops should be gone by [the end of the year].", "DATE", "2016", "2016"},
	{"end of", "They reached the end of the road and the middle of the bridge.", "", "", ""},
	{"year-ago", "Fewer died than in [the year-ago quarter].", "DATE", "2015-Q2", "2015-04–2015-06"},
	{"year-ago", "Long ago the mill had a wheel, they say.", "", "", ""},
	{"year-end", "The mission leaves by [year-end].", "DATE", "2016", "2016"},
	{"year-end", "The end of a line of cars stood in year-old mud.", "", "", ""},
	{"two days ago", "A drone fell on the farm [two days ago].", "DATE", "2016-09-21", "2016-09-21"},
	{"two days ago", "A drone fell on the farm [three weeks ago].", "DATE", "2016-W35", "2016-08-29–2016-09-04"},
	{"two days ago", "A drone fell on the farm [about a year and a half ago].", "DATE", "2015", "2015"},
	{"two days ago", "A drone fell on the farm [half a century ago].", "DATE", "1966", "1966"},
	{"two days ago", "A drone fell on the farm [several months ago].", "DATE", "PAST_REF", ""},
	{"two days ago", "[A few days later] the farm was hit.", "DURATION", "PXD", ""},
	{"two days ago", "Two villages earlier the convoy had stopped.", "", "", ""},

	{"part of the day", "Rockets fell on [Tuesday night].", "TIME", "2016-09-20TNI", "2016-09-20"},
	{"part of the day", "Rockets fell [last night].", "TIME", "2016-09-22TNI", "2016-09-22"},
	{"part of the day", "In [the early hours of Tuesday] a tremor was felt.", "TIME", "2016-09-20TMO", "2016-09-20"},
	{"part of the day", "A morning paper and a night watchman's lamp lay there.", "", "", ""},
	{"night of", "Rockets fell on [the night of 19 September].", "TIME", "2016-09-19TNI", "2016-09-19"},
	{"night of", "The dead of night mission failed.", "", "", ""},
	{"tonight", "Rockets fell [overnight].", "TIME", "2016-09-22TNI", "2016-09-22–2016-09-23"},
	{"tonight", "The knights rode out.", "", "", ""},
	{"clock", "The blast came at [10:35 a.m. on Thursday].", "TIME", "2016-09-22T10:35", "2016-09-22T10:35"},
	{"clock", "The blast came at [10:35 a.m. (0735 GMT) on Thursday].", "TIME", "2016-09-22T10:35", "2016-09-22T10:35"},
	{"clock", "The blast came at [1430 GMT].", "TIME", "2016-09-23T14:30", "2016-09-23T14:30"},
	{"clock", "The blast came at [noon on Monday].", "TIME", "2016-09-19T12:00", "2016-09-19T12:00"},
	{"clock", "The blast came at [04:30 hrs on 20 September].", "TIME", "2016-09-20T04:30", "2016-09-20T04:30"},
	{"clock", "The blast came at [1430 hours].", "TIME", "2016-09-23T14:30", "2016-09-23T14:30"},
	{"clock", "The blast came at [21h30 on Monday].", "TIME", "2016-09-19T21:30", "2016-09-19T21:30"},
	{"clock", "He worked 1430 hours of his sentence.", "DURATION", "PT1430H", ""},
	{"clock", "The home side won 3:2 and seated 1430 guests.", "", "", ""},
	{"clock", "The blast came at [5.30 p.m. on Thursday].", "TIME", "2016-09-22T17:30", "2016-09-22T17:30"},
	{"clock", "The river rose 5.30 metres.", "", "", ""},
	{"clock after date", "The blast came on [Thursday at 10 p.m.]", "TIME", "2016-09-22T22:00", "2016-09-22T22:00"},
	{"clock after date", "The blast came on [Thursday], at 10 houses.", "DATE", "2016-09-22", "2016-09-22"},

	{"last two weeks", "Nine medics died in [the past two weeks].", "DURATION", "P2W", "2016-09-09–2016-09-23"},
	{"last two weeks", "Aid should come in [the next 48 hours].", "DURATION", "PT48H", "2016-09-23–2016-09-25"},
	{"last two weeks", "Aid should come in [coming weeks].", "DATE", "FUTURE_REF", ""},
	{"last two weeks", "Aid should come in [future years].", "DATE", "FUTURE_REF", ""},
	{"last two weeks", "Exports fell in [the first two quarters of 2014].", "DATE", "2014-H1", "2014-01–2014-06"},
	{"last two weeks", "Of the last two witnesses one is dead.", "", "", ""},
	{"recent weeks", "The front has been calm in [recent weeks].", "DURATION", "PXW", ""},
	{"recent weeks", "He showed [recent] photographs.", "DATE", "PAST_REF", ""},
	{"length", "The truce held for [three days].", "DURATION", "P3D", ""},
	{"length", "The truce held for [more than 2 1/2 years].", "DURATION", "P2Y6M", ""},
	{"length", "The truce held for [half an hour].", "DURATION", "PT30M", ""},
	{"length", "The exiles will [one day] return.", "DATE", "FUTURE_REF", ""},
	{"length", "The shelling lasted [one day].", "DURATION", "P1D", ""},
	{"length", "The programme Truth This Week and the paper Morning Hour named him.", "", "", ""},
	{"length", "A [72-hour] truce was signed.", "DURATION", "PT72H", ""},
	{"length", "He served two [four-year] terms.", "DURATION", "P4Y", ""},
	{"length", "A [weeklong] strike followed the second meeting.", "DURATION", "P1W", ""},
	{"length", "The second [day-long] meeting failed.", "DURATION", "P1D", ""},
	{"length", "The [two-year-old] civil war goes on.", "DURATION", "P2Y", ""},
	{"length", "Envoys honoured [5,000 years] of history.", "DURATION", "P5000Y", ""},
	{"length", "The guards stay [18 hours a day].", "SET", "PT18H", ""},
	{"length", "The wind blew at 90 miles an hour.", "", "", ""},
	{"length", "Families were moved out of such quarters.", "", "", ""},
	{"length", "A 34-year-old man and a boy of 12 years of age were shot.", "", "", ""},
	{"length", "Three quarters of the town lay in ruins after a second attack.", "", "", ""},
	{"last two weeks", "The halt is to last [two weeks].", "DURATION", "P2W", ""},
	{"every", "Jets come [every other day].", "SET", "P2D", ""},
	{"every", "Jets come [every few weeks].", "SET", "PXW", ""},
	{"every", "They meet [each Thursday].", "SET", "XXXX-WXX-4", ""},
	{"every", "Each soldier and every house was searched.", "", "", ""},
	{"daily", "Shells land there [daily].", "SET", "P1D", ""},
	{"daily", "The Daily Courier had the photographs.", "", "", ""},
	{"daily", "A Beirut daily named him, and the daily Al-Safir did too.", "", "", ""},
	{"Tuesdays", "The crossing opens on [Tuesdays].", "SET", "XXXX-WXX-2", ""},
	{"Tuesdays", "The Wednesbury mill burned.", "", "", ""},
	{"a day, as a rate", "Jets come twice [a day].", "SET", "P1D", ""},
	{"a day, as a rate", "The truce bought them [a week].", "DURATION", "P1W", ""},
	{"fixed phrase", "The road is closed [at the moment].", "DATE", "PRESENT_REF", "2016-09-23"},
	{"fixed phrase", "A present was left in the momentary calm.", "", "", ""},
}

// brackets returns the sentence without its brackets, and the span they held; an empty one where there are none.
func brackets(s string) (string, concord.Span) {
	open, shut := strings.Index(s, "["), strings.Index(s, "]")
	if open < 0 {
		return s, concord.Span{}
	}
	return s[:open] + s[open+1:shut] + s[shut+1:], concord.Span{Start: open, End: shut - 1}
}

func daysOf(w *concord.When) string {
	switch {
	case w == nil:
		return ""
	case w.From == w.To:
		return string(w.From)
	}
	return string(w.From) + "–" + string(w.To)
}

// TestRules reads each example: what is bracketed is found, is all that is found of it, and means what the table says.
func TestRules(t *testing.T) {
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	for _, x := range examples {
		words, span := brackets(x.sentence)
		d := engine.Tag(&concord.Report{Text: words, Published: published, Language: "en"})
		found := Find(d)
		if span.Len() == 0 {
			for _, m := range found {
				if x.value == "" || m.Value != x.value {
					t.Errorf("%s: %s\n\tfound %q, %s %s", x.rule, x.sentence, m.Of(words), m.Type, m.Value)
				}
			}
			continue
		}
		hit := false
		for _, m := range found {
			if !m.Overlaps(span) {
				continue
			}
			hit = true
			if m.Span != span || m.Type != x.kind || m.Value != x.value || daysOf(m.When) != x.days {
				t.Errorf("%s: %s\n\tfound %q, %s %s, days %s; want %s %s, days %s", x.rule, x.sentence, m.Of(words), m.Type, m.Value,
					daysOf(m.When), x.kind, x.value, x.days)
			}
		}
		if !hit {
			t.Errorf("%s: %s\n\tfound nothing", x.rule, x.sentence)
		}
	}
}

// TestEveryRuleHasExamples holds that no rule stands without a sentence that it must read and one that it must leave.
func TestEveryRuleHasExamples(t *testing.T) {
	count := map[string]int{}
	for _, x := range examples {
		count[x.rule]++
	}
	for _, r := range allRules() {
		if count[r.name] < 2 {
			t.Errorf("rule %q has %d examples", r.name, count[r.name])
		}
	}
}

// TestPage holds that docs/times.md shows the examples; go test ./timex -run TestPage -update writes it.
func TestPage(t *testing.T) {
	pagetest.Holds(t, "../docs/times.md", page())
}

func page() string {
	var b strings.Builder
	b.WriteString("# Times\n\nHow Concord reads the times that reports speak of, rule by rule: the sentence with the time in brackets, its type and\n" +
		"value as TIMEX3 (TimeML 1.2.1) writes them, and the days meant. Every sentence is read as if published on\nFriday, 23 September 2016. " +
		"Under \"left alone\" stand sentences that look alike and hold no such time.\n\n" +
		"This page is written from the examples in `timex/rules_test.go` by `go test ./timex -run TestPage -update`.\n")
	last := ""
	var alone []string
	leave := func() {
		if len(alone) > 0 {
			b.WriteString("\nLeft alone:\n\n- " + strings.Join(alone, "\n- ") + "\n")
		}
		alone = nil
	}
	for _, x := range examples {
		if x.rule != last {
			leave()
			fmt.Fprintf(&b, "\n## %s\n\n| sentence | type | value | days |\n| --- | --- | --- | --- |\n", strings.ToUpper(x.rule[:1])+x.rule[1:])
			last = x.rule
		}
		if !strings.Contains(x.sentence, "[") {
			alone = append(alone, x.sentence)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | `%s` | %s |\n", x.sentence, x.kind, x.value, x.days)
	}
	leave()
	return b.String()
}
