package gazetteer_test

import (
	"fmt"
	"os"
	"strings"
	"sync"
	"testing"

	"concord"
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

func find(words string) []concord.PlaceMention {
	r := &concord.Report{Text: words}
	return gazetteer.Builtin().Find(engine().Tag(r))
}

// example is a text with one place in brackets, and what it must be; without brackets no place must be found in it.
type example struct {
	rule, text, name, in string // in: admin1 and country
	precision            concord.Precision
}

var examples = []example{
	{"A name by itself", "Shells landed in [Homs] on Monday.", "Homs", "Homs, SY", concord.ToCity},
	{"A name by itself", "The convoy left [Kharkiv] at dawn.", "Kharkiv", "Kharkiv, UA", concord.ToCity},
	{"A name by itself", "Talks on the war in [Sudan] resume next week.", "Sudan", "SD", concord.ToCountry},
	{"A name by itself", "Fighting spread through [Darfur] this year.", "Darfur", "SD", concord.ToRegion},
	{"Spellings of one name", "Barrel bombs fell on [Khan Shaykhun] overnight.", "Khan Sheikhoun", "Idlib, SY", concord.ToCity},
	{"Spellings of one name", "Aid reached [Deir ez-Zour] by air.", "Deir Ezzor", "Deir ez-Zor, SY", concord.ToCity},
	{"Spellings of one name", "The front near the [Donbass] has not moved.", "Donbas", "UA", concord.Near},
	{"What lies where", "He was born in [Paris], Texas.", "Paris", "Texas, US", concord.ToCity},
	{"What lies where", "A fire broke out in [Springfield], Ill., on Sunday.", "Springfield", "Illinois, US", concord.ToCity},
	{"What lies where", "The clinic in [Tripoli], Lebanon, was closed.", "Tripoli", "North Governorate, LB", concord.ToCity},
	{"What the words beside it call it", "Shells fell on farms in the [Belgorod] region.", "Belgorod", "Belgorod, RU", concord.ToProvince},
	{"What the words beside it call it", "Drones crossed into the border region of [Belgorod].", "Belgorod", "Belgorod, RU", concord.ToProvince},
	{"What the words beside it call it", "Drones crossed into [Belgorod] at night.", "Belgorod", "Belgorod, RU", concord.ToCity},
	{"The company it keeps", "The road from Macon to Savannah crosses half of [Georgia], state police said in Atlanta.", "Georgia", "Georgia, US", concord.ToProvince},
	{"The company it keeps", "The prime minister flew from Tbilisi to Batumi; [Georgia] and Armenia share a border.", "Georgia", "GE", concord.ToCountry},
	{"The company it keeps", "Ministers of the United States and Iran held talks in [Geneva], and later in New York.", "Geneva", "Canton of Geneva, CH", concord.ToCity},
	{"The company it keeps", "Envoys flew from Moscow to [Vienna] and Paris.", "Vienna", "Vienna, AT", concord.ToCity},
	{"What armies do to a place", "Rebels captured [Kilinochchi] before the rains.", "Kilinochchi", "Northern Province, Sri Lanka, LK", concord.ToCity},
	{"What armies do to a place", "Jets bombed Hama and [Morek] at noon.", "Morek", "SY", concord.ToCity},
	{"A place that is none of those known by its name", "Gunmen burned huts in [Moutier] in Niger.", "Moutier", "NE", concord.ToCountry},
	{"Spellings of one name", "Shells fell on [al-Rastan] at dawn.", "Rastan", "Homs, SY", concord.ToCity},
	{"Spellings of one name", "Gangs hold half of [Port-au-Prince].", "Port-au-Prince", "Ouest, HT", concord.ToCity},
	{"Common nouns in capitals", "Staff told the Mission on Friday that a man had been hurt.", "", "", ""},
	{"Common nouns in capitals", "Shells fell in the [Homs] countryside.", "Homs", "Homs, SY", concord.ToCity},
	{"Datelines", "[BAMAKO]: Gunmen killed four herders.", "Bamako", "Bamako, ML", concord.ToCity},
	{"Datelines", "YEREVAN/[BAKU] - Guns fell silent.", "Baku", "Baku, AZ", concord.ToCity},
	{"Datelines", "[PORT-AU-PRINCE] - Men with rifles opened fire.", "Port-au-Prince", "Ouest, HT", concord.ToCity},
	{"Items of a list", "- [Masisi]: clashes on the road.", "Masisi", "CD", concord.ToCity},
	{"Items of a list", "• [White Nile]: drones hit a mill.", "White Nile", "White Nile, SD", concord.ToProvince},
	{"A name that is a word too", "Rebels took [Sake] on Monday.", "Sake", "North Kivu, CD", concord.ToCity},
	{"A name that is a word too", "He did it for her sake.", "", "", ""},
	{"The company it keeps", "In Jerusalem, police closed the [Old City].", "Old City", "Jerusalem, IL", concord.ToExact},
	{"The company it keeps", "Shells hit Aleppo, Homs and Hama; two fell on the [Jubar] district.", "Jubar", "SY", concord.Unknown},
	{"The company it keeps", "A mine exploded under a bus between [Boni] and Douentza in Mopti.", "Boni", "", concord.Unknown},
	{"The company it keeps", "The train from Cologne stops at [Boni], as the Italians say.", "Bonn", "North Rhine-Westphalia, DE", concord.ToCity},
	{"The company it keeps", "The priest came from [Jübar].", "Jübar", "Saxony-Anhalt, DE", concord.ToCity},
	{"The company it keeps", "Envoys of the United States, Ohio's governor among them, told reporters in [Geneva] that talks go on.", "Geneva", "Canton of Geneva, CH", concord.ToCity},
	{"Names that reports give whole", "Clashes went on in the [Baar al-Hawari] region.", "Baar al-Hawari", "", concord.Unknown},
	{"Names that reports give whole", "Mortars fell on [Bani Yazid] neighbourhood at dawn.", "Bani Yazid", "", concord.Unknown},
	{"Names that reports give whole", "Mortars fell on [Bab Sabbagh] neighbourhood in Aleppo.", "Bab Sabbagh", "Aleppo, SY", concord.Near},
	{"Names that reports give whole", "Gunmen burned the village of [Deir Hanun] at dawn.", "Deir Hanun", "", concord.Unknown},
	{"Names that reports give whole", "Gunmen burned [Ouro Modi] village at dawn.", "Ouro Modi", "", concord.Unknown},
	{"Names that reports give whole", "Gunmen burned [Ouro Modi], a small town, at dawn.", "Ouro Modi", "", concord.Unknown},
	{"Names that reports give whole", "Gunmen shot Omar Hilal, a town councillor, at dawn.", "", "", ""},
	{"Names that reports give whole", "Two rockets hit [al-Sabbaghin] neighbourhood.", "al-Sabbaghin", "", concord.Unknown},
	{"Names that reports give whole", "The mayor of Aleppo met a US-Russian team in [Aleppo].", "Aleppo", "Aleppo, SY", concord.ToCity},
	{"Near, not in", "A drone came down near [Aleppo].", "Aleppo", "Aleppo, SY", concord.Near},
	{"Near, not in", "Villagers fled to the outskirts of [Mosul].", "Mosul", "Nineveh, IQ", concord.Near},
	{"Districts and counties", "Floods cut roads across [Idlib] province.", "Idlib", "Idlib, SY", concord.ToProvince},
	{"Districts and counties", "The crash was in [Harris County], Texas.", "Harris County", "Texas, US", concord.ToDistrict},
	{"Districts and counties", "They reached the town of [Usulutan].", "Usulután", "Usulután, SV", concord.ToCity},
	{"A people stands for its country, as a metonym", "Two [Ukrainian] soldiers crossed the river.", "Ukraine", "UA", concord.ToCountry},
	{"Names in capitals", "SAN SALVADOR, 4 MAY -- A BOMB EXPLODED IN [SOYAPANGO] LAST NIGHT.", "Soyapango", "San Salvador, SV", concord.ToCity},

	{"Persons and words that are no places", "Paris Hilton sang two songs.", "", "", ""},
	{"Persons and words that are no places", "The governor wrote on Telegram that nobody was hurt.", "", "", ""},
	{"Persons and words that are no places", "Mr. Jackson said the meeting was over.", "", "", ""},
	{"Persons and words that are no places", "Reading is good for children.", "", "", ""},
	{"Persons and words that are no places", "They sold mobile phones and china.", "", "", ""},
	{"Persons and words that are no places", "She was born in Nazi death camps.", "", "", ""},
	{"Persons and words that are no places", "Mr. Kirby took the first question. Kirby then left.", "", "", ""},
	{"Persons and words that are no places", "The frigate INS Mysore took them aboard.", "", "", ""},
	{"Persons and words that are no places", "The USS Mason sailed at dawn. The Mason was hit.", "", "", ""},
	{"Persons and words that are no places", "Bashar al-Assad met the Al Arabi family.", "", "", ""},
	{"Persons and words that are no places", "Women fought in the Kurdish units until May and left in June.", "", "", ""},
	{"Persons and words that are no places", "In March the council met again.", "", "", ""},
	{"Persons and words that are no places", "They turned East and then North.", "", "", ""},
}

func TestExamples(t *testing.T) {
	for _, x := range examples {
		before, rest, marked := strings.Cut(x.text, "[")
		name, after, _ := strings.Cut(rest, "]")
		words := before + name + after
		all := find(words)
		if !marked {
			if len(all) > 0 {
				t.Errorf("%s: %q: %q is found", x.rule, words, all[0].Span.Of(words))
			}
			continue
		}
		ok := false
		var got []string
		for _, m := range all {
			in := strings.Trim(m.Admin1+", "+m.Country, ", ")
			begins := m.Span.Start == len(before)
			ok = ok || begins && m.Name == x.name && in == x.in && m.Precision == x.precision && (m.Point != nil || x.precision == concord.Unknown)
			got = append(got, fmt.Sprintf("[%s] %s (%s) %s", m.Span.Of(words), m.Name, in, m.Precision))
		}
		if !ok {
			t.Errorf("%s: %q:\n got %s\nwant %s (%s) %s", x.rule, x.text, strings.Join(got, "; "), x.name, x.in, x.precision)
		}
	}
}

func TestMetonyms(t *testing.T) {
	for _, c := range []struct {
		proves, text, name string
		metonym            bool
	}{
		{"a capital that speaks is a government", "Washington said the truce was holding.", "Washington", true},
		{"a capital where something happens is a place", "A bomb went off in Washington.", "Washington", false},
		{"a capital that is behind a deed is a government", "Moscow said Kyiv was behind the blast.", "Kyiv", true},
		{"a capital behind which something is is a place", "The front runs behind Kyiv.", "Kyiv", false},
		{"a country that is spoken with is a government", "Envoys will hold talks with Turkey.", "Turkey", true},
		{"a demonym is its country's", "A French journalist was freed.", "French", true},
		{"one of two that deal with one another is a government", "The pact between Turkey and Russia holds.", "Russia", true},
		{"two countries share a deed", "Chad and Sudan closed the border.", "Sudan", true},
		{"two countries in which something happens share none", "Floods in Chad and Sudan killed ten.", "Sudan", false},
		{"whom one accuses is a government", "Bamako accuses Algeria of meddling.", "Algeria", true},
		{"one of a list of sponsors is a government", "The sponsors (Russia, Turkey and Iran) signed it.", "Turkey", true},
		{"one of a list of places is a place", "Floods hit villages (in Iran) and towns.", "Iran", false},
		{"a town within an organisation's name is not where it is", "He studied at the University of Damascus.", "Damascus", true},
	} {
		found := false
		for _, m := range find(c.text) {
			found = found || m.Span.Of(c.text) == c.name && m.Metonym == c.metonym
		}
		if !found {
			t.Errorf("%s: %q: %s is not found with metonym = %v", c.proves, c.text, c.name, c.metonym)
		}
	}
}

func TestWithin(t *testing.T) {
	words := "Rockets struck Urum al-Kubra, west of Aleppo, on Monday."
	all := find(words)
	if len(all) != 2 || all[0].Name != "Urum al-Kubra" || len(all[0].Within) != 1 || all[0].Within[0] != 1 || all[1].Name != "Aleppo" {
		t.Errorf("%q gives %+v, not Urum al-Kubra by Aleppo", words, all)
	}
}

func TestOf(t *testing.T) {
	for _, c := range []struct{ proves, text, event, want string }{
		{"the place of its own clause", "Shells killed two people in Homs, officials said in Damascus.", "killed", "Homs"},
		{"the smaller place where one lies in the other", "A car bomb exploded in Jarabulus, Syria.", "exploded", "Jarabulus"},
		{"the place named last in the paragraph", "Troops entered Raqqa at noon. Five people were wounded.", "wounded", "Raqqa"},
		{"a government is not where it happened", "Moscow said nine people died in Aleppo.", "died", "Aleppo"},
		{"where somebody sits is not where it happened", "Fighting went on in Saada. A raid killed nine, said the London-based monitor.", "killed", "Saada"},
		{"whose branch it is says no more", "Troops hit the Nusra Front (al-Qaeda's branch in the Levant) and killed nine in Daraa.", "hit", "Daraa"},
		{"where somebody speaks is not where it happened", "Fighting went on in Saada. The envoy told reporters in Vienna that he was sad. Nine people died.", "died", "Saada"},
		{"where somebody speaks is not where it happened, in its own sentence", "Iran shut its schools. Speaking in Geneva, the envoy said that troops had killed nine people.", "killed", "Iran"},
		{"who leads it is not where it happened", "Fighting went on in Saada. Nine died in a US-led raid.", "died", "Saada"},
		{"who brokered it is not where it happened", "Fighting went on in Saada. The truce brokered by the US and Russia failed.", "failed", "Saada"},
		{"whose aircraft they are is not where it happened", "Fighting went on in Saada. The US warplanes hit a market.", "hit", "Saada"},
		{"who flies there is not where it happened", "Russian jets and Russian drones hit the town, Syrian officials said.", "hit", "Syria"},
		{"whose strike it is is not where it fell", "Fighting went on in Saada. A US strike killed nine in Yemen.", "killed", "Yemen"},
		{"unless the report is about no other country", "The Syria strikes killed nine people.", "killed", "Syria"},
		{"an agency may write from abroad", "GENEVA (Example News) - Syrian troops fired shells and five people were wounded, Syrian officials said.", "wounded", "Syria"},
		{"a dateline that has lost its dash is one", "BEIRUT Syrian troops hit the town of Saada with shells.", "hit", "Saada"},
		{"and before an agency in brackets", "BEIRUT (Example News) Troops hit the town of Saada with shells.", "hit", "Saada"},
		{"where a speaker is is not where it happened", "A source in Homs said that shells had hit a market in Saada.", "hit", "Saada"},
		{"nor where one was told before", "Shells fell on Saada. A source in Homs said that nine people had died.", "died", "Saada"},
		{"unless no other place is told", "A source in Homs said that shells had hit a market.", "hit", "Homs"},
		{"where those stand who fire is not where it fell", "Rebels based in Homs fired shells at a market in Saada.", "fired", "Saada"},
		{"nor where one was told before", "Shells fell on Saada. Rebels positioned in Homs had fired them.", "fired", "Saada"},
		{"nor where they are said to stand", "Shells fell on Saada. They were fired by rebels who are positioned in Homs.", "fired", "Saada"},
		{"but it is where they were hit", "Shells fell on Saada. Troops killed rebels stationed in Homs.", "killed", "Homs"},
		{"a label gives way to the place within", "Homs: Gunmen shot a nurse in Saada.", "shot", "Saada"},
		{"and stands where there is none", "Homs: Gunmen shot a nurse.", "shot", "Homs"},
		{"the line over its part of a report", "Iran: many are held\n\nReports say that nine people died.\n\nSyria: schools are shut\n\nPupils in Syria stayed at home in Syria.", "died", "Iran"},
		{"the line over the next part", "Iran: many are held\n\nTeachers are held in Iran, and more in Iran.\n\nSyria: schools are shut\n\nNine people died.", "died", "Syria"},
		{"a paragraph is no such line", "Teachers are held in Iran.\n\nShells fell on Homs, and on Saada.\n\nNine people died.", "died", "Saada"},
		{"the country as a last resort", "Syrian officials spoke again. Five people were wounded.", "wounded", "Syria"},
	} {
		r := &concord.Report{Text: c.text}
		d := engine().Tag(r)
		places := gazetteer.Builtin().Find(d)
		for i := range d.Sentences {
			engine().Parse(d, i)
		}
		w := gazetteer.In(d, places).Of(d.TokenAt(strings.Index(c.text, c.event)))
		if w == nil || w.Name != c.want {
			t.Errorf("%s: %q: %q is at %+v, not %s", c.proves, c.text, c.event, w, c.want)
		}
	}
}

func TestImportFindsVillages(t *testing.T) {
	dir := t.TempDir()
	dump := dir + "/XX.txt"
	line := "9000001\tKafr Nour al-Sharqi\tKafr Nour al-Sharqi\tKufr Noor\t36.1\t36.9\tP\tPPL\tSY\t\t09\t\t\t\t850\t\t400\tAsia/Damascus\t2020-01-01\n"
	if err := os.WriteFile(dump, []byte(line), 0o644); err != nil {
		t.Fatal(err)
	}
	if _, err := gazetteer.Builtin().Import(dir+"/own", dump); err != nil {
		t.Fatal(err)
	}
	g, err := gazetteer.Open(dir + "/own")
	if err != nil {
		t.Fatal(err)
	}
	got := g.Lookup("Kufr Noor")
	if len(got) != 1 || got[0].ID != 9000001 || got[0].District != "Aleppo" {
		t.Errorf("Kufr Noor is %+v", got)
	}
	names := dir + "/alternateNames.txt"
	if err := os.WriteFile(names, []byte("1\t9000001\ten\tOlive Hill\t\t\t\t\n2\t9000001\tlink\thttps://example.org\t\t\t\t\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	if done, err := g.Import(dir+"/own", names); err != nil || done.Names != 1 {
		t.Fatalf("%+v, %v: one name was to be taken", done, err)
	}
	if g, err = gazetteer.Open(dir + "/own"); err != nil {
		t.Fatal(err)
	}
	if got := g.Lookup("Olive Hill"); len(got) == 0 || !holds(got, 9000001) {
		t.Errorf("Olive Hill is %+v", got)
	}
}

func holds(candidates []gazetteer.Candidate, id int) bool {
	for _, c := range candidates {
		if c.ID == id {
			return true
		}
	}
	return false
}

func TestImportRefusesWhatIsNoDump(t *testing.T) {
	dir := t.TempDir()
	place := func(lat, lon string) string {
		return "9000001\tKafr Nour\tKafr Nour\t\t" + lat + "\t" + lon + "\tP\tPPL\tSY\t\t09\t\t\t\t850\t\t400\tAsia/Damascus\t2020-01-01\n"
	}
	for name, data := range map[string]string{"columns.txt": "a\tb\n", "empty.txt": "", "broken.zip": "PK?", "point.txt": place("36.1", "36.9") + place("north", "36.9"),
		"range.txt": place("36.1", "36.9") + place("95", "36.9"), "long.txt": place("36.1", "36.9") + strings.Repeat("x", 2<<20)} {
		if err := os.WriteFile(dir+"/"+name, []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
		if _, err := gazetteer.Builtin().Import(dir, dir+"/"+name); concord.CodeOf(err) != concord.Invalid {
			t.Errorf("%s: %v is not an error of the input", name, err)
		} else if strings.Contains(data, "Kafr Nour") && !strings.Contains(err.Error(), "line 2") {
			t.Errorf("%s: %v does not name the line", name, err)
		}
	}
}

func FuzzFind(f *testing.F) {
	for _, x := range examples {
		f.Add(x.text)
	}
	f.Fuzz(func(t *testing.T, words string) {
		for _, m := range find(words) {
			if m.Span.Start < 0 || m.Span.End > len(words) || m.Span.Start >= m.Span.End || m.Quote != m.Span.Of(words) {
				t.Fatalf("%+v is not in the text", m)
			}
		}
	})
}

// TestPage holds that docs/places.md shows the examples; go test ./gazetteer -run TestPage -update writes it.
func TestPage(t *testing.T) {
	pagetest.Holds(t, "../docs/places.md", page())
}

func page() string {
	var b strings.Builder
	b.WriteString(pageHead)
	last := ""
	for _, x := range examples {
		if x.rule != last {
			last = x.rule
			fmt.Fprintf(&b, "\n## %s\n\n", x.rule)
			if x.name != "" {
				b.WriteString("| sentence | place | in | precision |\n| --- | --- | --- | --- |\n")
			}
		}
		if x.name == "" {
			fmt.Fprintf(&b, "- %s\n", x.text)
			continue
		}
		fmt.Fprintf(&b, "| %s | %s | %s | %s |\n", x.text, x.name, x.in, x.precision)
	}
	return b.String()
}

const pageHead = `# Places

How Concord finds places and tells which place a name means: the sentence with the place in brackets, what it is taken for,
the first-level district and country that it lies in, and how exactly it says where.

Names come from the table that Concord carries (GeoNames' towns of more than about 1,000 people, first-level districts, counties of the
United States), from its own tables of countries, regions, camps, quarters and spellings (` + "`lexicon/countries.tsv`, `regions.tsv`, `states.tsv`" + `),
and from your own GeoNames files:

    concord gazetteer import SY.zip        # a dump of download.geonames.org/export/dump: villages are found from now on
    concord gazetteer find "Kafr Nabl"     # what a name may mean, and why the first is chosen

A name is given the meaning that fits best: a place named beside it ("Springfield, Ill."; "Urum al-Kubra, west of Aleppo") decides first;
then the countries, districts and towns that the report's other names lie in, the country of the publisher's web address, how many people live there, and what
kind of place it is. A name of which no place is known has no coordinates, or those of the place that it is told to lie in or near.

A name that stands for a government ("Washington said"), for a people ("Syrian") or within an organisation's name ("University of Damascus")
is marked as a metonym: nothing is said to have happened there. A word in the name of an armed group, or the people's name in that of a state's
forces ("the Syrian army"), is not printed among the places.

A point given in figures ("33°30′21″N 36°16′11″E", "33.5058, 36.2697") is a place without a name or a country.

This page is written from the examples in ` + "`gazetteer/find_test.go` by `go test ./gazetteer -run TestPage -update`.\n"

func BenchmarkFind(b *testing.B) {
	r := &concord.Report{Text: strings.Repeat(strings.NewReplacer("[", "", "]", "").Replace(examples[0].text+" "+examples[5].text+" "+examples[10].text+" The men were seen again at the market, where nobody spoke of it for some time. "), 40)}
	d := engine().Tag(r)
	b.SetBytes(int64(len(r.Text)))
	for b.Loop() {
		gazetteer.Builtin().Find(d)
	}
}

// TestCoordinates holds that a point given in figures is a place, and other figures with the same signs are none.
func TestCoordinates(t *testing.T) {
	for _, c := range []struct {
		text     string
		lat, lon float64
	}{
		{"The depot lies at [34°30′0″N 36°15′36″E], by the road.", 34.5, 36.26},
		{"The depot lies at [12.5°S, 30.25° W].", -12.5, -30.25},
		{"Strike on the bridge near Vrelo, [15.5007, -32.5599], at dawn.", 15.5007, -32.5599},
		{"It was 34° in the shade in the north and 12° in the east.", 0, 0},
		{"The index rose from 95.5007, 32.5599 below that of May.", 0, 0},
	} {
		before, rest, marked := strings.Cut(c.text, "[")
		point, after, _ := strings.Cut(rest, "]")
		var found []concord.PlaceMention
		for _, m := range gazetteer.Builtin().Find(engine().Tag(&concord.Report{Text: before + point + after})) {
			if m.Country == "" && m.Point != nil {
				found = append(found, m)
			}
		}
		if !marked && len(found) > 0 || marked && (len(found) != 1 || found[0].Quote != point || found[0].Kilometres(concord.Point{Lat: c.lat, Lon: c.lon}) > 0.1) {
			t.Errorf("%s: %+v", c.text, found)
		}
	}
}
