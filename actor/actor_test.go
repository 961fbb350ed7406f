package actor_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"concord"
	"concord/actor"
	"concord/gazetteer"
	"concord/pagetest"
	"concord/text"
)

var engine = sync.OnceValue(func() *text.Engine {
	e, err := text.New()
	if err != nil {
		panic(err)
	}
	return e
})

func read(words string) []concord.ActorMention {
	d := engine().Tag(&concord.Report{Text: words})
	for i := range d.Sentences {
		engine().Parse(d, i)
	}
	return actor.Builtin().Find(d, gazetteer.Builtin().Find(d))
}

// example is a text with one mention in brackets and what it must be; without a name, what stands in brackets must be no actor.
type example struct {
	rule, text, name string
	kind             concord.ActorKind
	country          string
	side             concord.SpeakerKind
}

var examples = []example{
	{"Names and acronyms of the tables", "[The RSF] took the market on Monday.", "Rapid Support Forces", concord.ArmedGroup, "SD", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "Late at night [the White Helmets] dug through the rubble.", "White Helmets", concord.Organisation, "SY", concord.Rescue},
	{"Names and acronyms of the tables", "[UNHCR] counted 900 arrivals.", "United Nations High Commissioner for Refugees", concord.Organisation, "", concord.UN},
	{"Names and acronyms of the tables", "[Amnesty] counted nine strikes.", "Amnesty International", concord.Organisation, "", concord.NGO},
	{"Names and acronyms of the tables", "Rebels were offered [amnesty] there.", "", "", "", ""},
	{"Names and acronyms of the tables", "Grenades were thrown by [FMLN] commandos.", "", "", "", ""},
	{"Names and acronyms of the tables", "[SHINING PATH MEMBERS] BLOCKED THE ROAD.", "SHINING PATH MEMBERS", concord.OtherActor, "PE", concord.OtherSpeaker},
	{"Names and acronyms of the tables", "[FMLN GUERRILLAS] ATTACKED THE BARRACKS.", "Farabundo Martí National Liberation Front", concord.ArmedGroup, "SV", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "They told [us] about it.", "", "", "", ""},
	{"Names and acronyms of the tables", "Nobody knew [who] it was.", "", "", "", ""},
	{"Names and acronyms of the tables", "Police named [Lashkar-e-Taiba] after the raid.", "Lashkar-e-Taiba", concord.ArmedGroup, "PK", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "[The Kurdistan Workers' Party] denied it.", "Kurdistan Workers' Party", concord.ArmedGroup, "TR", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "[The International Federation of Red Cross and Red Crescent Societies] sent tents.", "International Federation of Red Cross and Red Crescent Societies", concord.Organisation, "", concord.NGO},
	{"Names and acronyms of the tables", "[The International Committee of the Red Cross] sent tents.", "International Committee of the Red Cross", concord.Organisation, "", concord.NGO},
	{"Names and acronyms of the tables", "[The Members of the Security Council] urged calm.", "Members of the Security Council", concord.Organisation, "", concord.UN},
	{"Names and acronyms of the tables", "In eastern Congo [the ADF] burnt huts near Beni.", "Allied Democratic Forces", concord.ArmedGroup, "CD", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "In Cameroon [the ADF] burnt a school near Bamenda.", "Ambazonia Defence Forces", concord.ArmedGroup, "CM", concord.ArmedGroupSpeaker},
	{"Names and acronyms of the tables", "[Let] them go, the mayor said.", "", "", "", ""},
	{"A day before a phrase is no part of it", "Two clerks were shot in Ariha on Sunday [police] said.", "police", concord.State, "", concord.ArmedForce},
	{"A day before a phrase is no part of it", "Shells fell on Friday night [local rebels] said.", "local rebels", concord.ArmedGroup, "", concord.ArmedGroupSpeaker},
	{"A day before a phrase is no part of it", "On 6 March [young gunmen] shot a nurse.", "young gunmen", concord.ArmedGroup, "", concord.ArmedGroupSpeaker},
	{"A day before a phrase is no part of it", "On 6 March [gunmen] shot a nurse.", "gunmen", concord.ArmedGroup, "", concord.ArmedGroupSpeaker},
	{"A day before a phrase is no part of it", "On Friday evening [a local reporter] heard shots.", "local reporter", concord.Person, "", concord.Media},
	{"A day before a phrase is no part of it", "In March [Turkish officials] shut the crossing.", "Turkish officials", concord.OtherActor, "TR", concord.Official},
	{"A day before a phrase is no part of it", "It hit [the October Brigades].", "October Brigades", concord.State, "", concord.ArmedForce},
	{"Names that lost their apostrophe", "Jets hit [ISILs] stores in Raqqa.", "Islamic State", concord.ArmedGroup, "", concord.ArmedGroupSpeaker},
	{"Names that lost their apostrophe", "He was one of [the isils].", "", "", "", ""},
	{"States and their forces", "[Israeli troops] closed the road to Nablus.", "Israel Defense Forces", concord.State, "IL", concord.ArmedForce},
	{"States and their forces", "[The Chadian government] closed the border.", "Chadian government", concord.State, "TD", concord.Official},
	{"States and their forces", "[Peruvian police] arrested four men.", "Peruvian police", concord.State, "PE", concord.ArmedForce},
	{"States and their forces", "[Moscow] rejected the report.", "Russia", concord.State, "RU", concord.Official},
	{"States and their forces", "Shelling went on in [Syria].", "", "", "", ""},
	{"States and their forces", "[Iran], for its part, rejected the plan.", "Iran", concord.State, "IR", concord.Official},
	{"States and their forces", "[Turkey] is a partner in the talks.", "Turkey", concord.State, "TR", concord.Official},
	{"States and their forces", "Roads in [Turkey] were closed.", "", "", "", ""},
	{"States and their forces", "They asked for [French] support.", "French", concord.Nationality, "FR", concord.OtherSpeaker},
	{"States and their forces", "The mayor thanked [Norway]'s generous support for the clinic.", "Norway", concord.State, "NO", concord.Official},
	{"Plain words that the report's country explains", "In Homs, Syria, [regime forces] shelled the old town.", "Syrian Arab Army", concord.State, "SY", concord.ArmedForce},
	{"Plain words that the report's country explains", "Near Khartoum in Sudan [the paramilitaries] burnt a clinic.", "Rapid Support Forces", concord.ArmedGroup, "SD", concord.ArmedGroupSpeaker},
	{"Plain words that the report's country explains", "[The rebels] crossed the bridge.", "rebels", concord.ArmedGroup, "", concord.ArmedGroupSpeaker},
	{"Plain words that the report's country explains", "In Arauca, Colombia, [guerrillas of the ELN] burnt a bridge.", "National Liberation Army", concord.ArmedGroup, "CO", concord.ArmedGroupSpeaker},
	{"Bodies and groups of people", "Rockets struck while [villagers] slept in Bani Zayd.", "villagers", concord.OtherActor, "", concord.OtherSpeaker},
	{"Bodies and groups of people", "[The families of the victims] waited outside.", "families", concord.Organisation, "", concord.OtherSpeaker},
	{"Bodies and groups of people", "Aid went to [local and provincial councils] in May.", "local and provincial councils", concord.State, "", concord.Official},
	{"Bodies and groups of people", "The camp was muddy and [cold soldiers] left.", "cold soldiers", concord.State, "", concord.ArmedForce},
	{"Bodies and groups of people", "At least 12 [SDF fighters] were buried.", "Syrian Democratic Forces", concord.ArmedGroup, "SY", concord.ArmedGroupSpeaker},
	{"Bodies and groups of people", "[The bridge] collapsed under the trucks.", "", "", "", ""},
	{"Bodies and groups of people", "Letters came from [families and friends], the clerk said.", "families", concord.Organisation, "", concord.OtherSpeaker},
	{"Bodies and groups of people", "[Norwegian and Danish officials] met in Oslo.", "Norwegian and Danish officials", concord.OtherActor, "NO", concord.Official},
	{"Bodies and groups of people", "[Villagers] and the soldiers left.", "Villagers", concord.OtherActor, "", concord.OtherSpeaker},
	{"Military units", "[The Chadian 12th Motorised Brigade] took the pass.", "Chadian 12th Motorised Brigade", concord.State, "TD", concord.ArmedForce},
	{"Military units", "Men from [4th Battalion, 31st Field Artillery Regiment] left the pass.", "4th Battalion, 31st Field Artillery Regiment", concord.State, "", concord.ArmedForce},
	{"Military units", "[Task Force 88] is at sea.", "Task Force 88", concord.State, "", concord.ArmedForce},
	{"Military units", "It was the [12th] Motorised raid.", "", "", "", ""},
	{"Persons, with the title before the name", "[Defence Secretary Ada Holt] flew to Oslo.", "Ada Holt", concord.Person, "", concord.Official},
	{"Persons, with the title before the name", "[Captain Omar Sow]'s junta expelled the envoy.", "Omar Sow", concord.Person, "", concord.ArmedForce},
	{"Persons, with the title before the name", "[Captain Omar Sow's junta] expelled the envoy.", "Captain Omar Sow's junta", concord.State, "", concord.ArmedForce},
	{"Persons, with the title before the name", "Speaking today [Mr Holt] thanked them.", "Holt", concord.Person, "", concord.OtherSpeaker},
	{"Persons, with the title before the name", "[Foreign Minister Karim Haddad] flew to Oslo.", "Karim Haddad", concord.Person, "", concord.Official},
	{"Persons, with the title before the name", "[A spokesman] declined to comment.", "spokesman", concord.Person, "", concord.Official},
	{"Persons, with the title before the name", "He met [the Norwegian Foreign Minister] on Monday.", "Norwegian Foreign Minister", concord.Person, "NO", concord.Official},
	{"Persons, with the title before the name", "[Lavrov] said the truce would hold.", "Sergei Lavrov", concord.Person, "RU", concord.Official},
	{"Persons, with the title before the name", "He was [a colonel] for nine years.", "", "", "", ""},
	{"Nationalities", "The [Turkish] city of Kilis was hit.", "Turkish", concord.Nationality, "TR", concord.OtherSpeaker},
	{"Nationalities", "He flew to [Saudi] Arabia.", "", "", "", ""},
	{"Nationalities", "By noon [Syrians] had fled across the river.", "Syrians", concord.OtherActor, "SY", concord.OtherSpeaker},
}

func TestExamples(t *testing.T) {
	for _, x := range examples {
		before, rest, _ := strings.Cut(x.text, "[")
		mention, after, _ := strings.Cut(rest, "]")
		words := before + mention + after
		span := concord.Span{Start: len(before), End: len(before) + len(mention)}
		var got []string
		found := false
		for _, m := range read(words) {
			if x.name == "" && m.Span == span {
				t.Errorf("%s: %q: %q is %s (%s)", x.rule, words, mention, m.Name, m.Kind)
			}
			found = found || m.Span == span && m.Name == x.name && m.Kind == x.kind && m.Country == x.country && m.Side == x.side
			got = append(got, fmt.Sprintf("[%s] %s, %s, %s, %s", m.Of(words), m.Name, m.Kind, m.Country, m.Side))
		}
		if x.name != "" && !found {
			t.Errorf("%s: %q:\n got %s\nwant %s, %s, %s, %s", x.rule, x.text, strings.Join(got, "; "), x.name, x.kind, x.country, x.side)
		}
	}
}

// offices are sentences with a person's office and whom he holds it for.
var offices = []struct{ text, name, role, organisation string }{
	{"Defence ministry spokesman Ivan Petrenko spoke to reporters.", "Ivan Petrenko", "defence ministry spokesman", ""},
	{"Layla Mansour, director of the Syrian Observatory for Human Rights, counted nine dead.", "Layla Mansour", "director", "Syrian Observatory for Human Rights"},
	{"Lavrov said the truce would hold.", "Sergei Lavrov", "foreign minister", "Russian government"},
	{"Hamas official Sami Nasser left Doha.", "Sami Nasser", "hamas official", "Hamas"},
}

func TestOfficeOfAPerson(t *testing.T) {
	for _, c := range offices {
		found := false
		all := read(c.text)
		for _, m := range all {
			found = found || m.Name == c.name && m.Role == c.role && m.Organisation == c.organisation
		}
		if !found {
			t.Errorf("%q gives %+v, not %s, %s, %s", c.text, all, c.name, c.role, c.organisation)
		}
	}
}

func TestUsersTablesComeFirst(t *testing.T) {
	dir := t.TempDir()
	table := "name\taliases\tkind\tcountry\tside\tplain\nRoad Safety Foundation\tRSF\torganisation\tNO\tngo\t\n"
	if err := os.WriteFile(dir+"/actors.tsv", []byte(table), 0o644); err != nil {
		t.Fatal(err)
	}
	own, err := actor.Open(dir)
	if err != nil {
		t.Fatal(err)
	}
	d := engine().Tag(&concord.Report{Text: "The RSF and Hamas were named."})
	got := own.Find(d, nil)
	if len(got) != 2 || got[0].Name != "Road Safety Foundation" || got[1].Name != "Hamas" {
		t.Errorf("the user's RSF and the built-in Hamas are %+v", got)
	}
}

func FuzzFind(f *testing.F) {
	for _, x := range examples {
		f.Add(x.text)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for _, m := range read(words) {
			if m.Start < 0 || m.End > len(words) || m.Start >= m.End || m.Name == "" {
				t.Fatalf("%+v is not in the text", m)
			}
		}
	})
}

// TestPage holds that docs/actors.md shows the examples; go test ./actor -run TestPage -update writes it.
// TestVoices holds that a government counts as one source by whatever name, and a force by the name the tables give it.
func TestVoices(t *testing.T) {
	for words, want := range map[string]string{
		"Moscow":                      "Russia",
		"The Kremlin":                 "Russia",
		"The Russian government":      "Russia",
		"The Russian military":        "Russian Armed Forces",
		"In Homs, Syria, the regime":  "Syria",
		"In Sudan the paramilitaries": "Rapid Support Forces",
	} {
		found := false
		for _, m := range read(words + " denied it.") {
			found = found || m.Organisation == want
		}
		if !found {
			t.Errorf("%q: none of its actors speaks for %q", words, want)
		}
	}
}

func TestPage(t *testing.T) {
	pagetest.Holds(t, "../docs/actors.md", page())
}

func page() string {
	var b strings.Builder
	b.WriteString(pageHead)
	last := ""
	var alone []string
	leave := func() {
		if len(alone) > 0 {
			b.WriteString("\nNo actors:\n\n- " + strings.Join(alone, "\n- ") + "\n")
		}
		alone = nil
	}
	for _, x := range examples {
		if x.rule != last {
			leave()
			fmt.Fprintf(&b, "\n## %s\n\n| sentence | actor | kind | country | voice |\n| --- | --- | --- | --- | --- |\n", x.rule)
			last = x.rule
		}
		if x.name == "" {
			alone = append(alone, x.text)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s | %s |\n", x.text, x.name, x.kind, x.country, x.side)
	}
	leave()
	b.WriteString("\n## Offices\n\n| sentence | person | office | held for |\n| --- | --- | --- | --- |\n")
	for _, x := range offices {
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", x.text, x.name, x.role, x.organisation)
	}
	return b.String()
}

const pageHead = `# Actors

Who acts or is acted upon in a report: the sentence with the mention in brackets, whom it means, what kind of actor that is, the country
it belongs to, and what kind of voice it is when it speaks.

Names, acronyms and plain words come from ` + "`lexicon/actors.tsv` and `leaders.tsv`" + `; nouns for bodies and people from ` + "`bodies.tsv` and `nouns.tsv`" + `;
persons and organisations that no table holds from the text stage. Your own tables, of the same columns, come first:

    concord read --lexicon DIR report.txt   # DIR holds actors.tsv or leaders.tsv

This page is written from the examples in ` + "`actor/actor_test.go` by `go test ./actor -run TestPage -update`.\n"

func BenchmarkFind(b *testing.B) {
	r := &concord.Report{Text: strings.Repeat(strings.NewReplacer("[", "", "]", "").Replace(examples[0].text+" "+examples[7].text+" "+examples[14].text+" The road was closed again after noon, and nothing moved on it for a long time. "), 40)}
	d := engine().Tag(r)
	places := gazetteer.Builtin().Find(d)
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		actor.Builtin().Find(d, places)
	}
}
