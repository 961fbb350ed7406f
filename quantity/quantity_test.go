package quantity

import (
	"fmt"
	"strings"
	"testing"

	"concord"
	"concord/text"
)

// example is a sentence with the quantities that must be found in it, each as "words = bounds qualifier unit"; those
// that count no one as "words ~ unit".
type example struct {
	name, text string
	want       []string
}

var examples = []example{
	{"a noun in quotation marks", "Police shot six \"thieves\".", []string{"six = 6 exact thieves"}},
	{"a noun shared by and", "Nine police and customs officers left.", []string{"Nine = 9 exact officers"}},
	{"two nouns joined by and", "Nine guards and customs officers left.", []string{"Nine = 9 exact guards"}},
	{"including opens a part", "Shells killed 14 including children.", []string{"14 = 14 exact"}},
	{"digits", "Shells killed 14 villagers.", []string{"14 = 14 exact villagers"}},
	{"words", "Forty-five fishermen were detained off the coast.", []string{"Forty-five = 45 exact fishermen"}},
	{"hundreds in words", "Three hundred and twelve recruits fled the barracks.", []string{"Three hundred and twelve = 312 exact recruits"}},
	{"thousands parted by a comma", "The camp holds 12,450 refugees.", []string{"12,450 = 12450 exact refugees"}},
	{"thousands parted by a full stop", "The camp holds 12.450 refugees.", []string{"12.450 = 12450 exact refugees"}},
	{"millions parted by full stops", "Some 1.250.000 residents left.", []string{"1.250.000 = 1250000 about residents"}},
	{"thousands parted by a space", "The camp holds 12 450 refugees.", []string{"12 450 = 12450 exact refugees"}},
	{"a decimal stays a decimal", "The district is home to 2.5 million residents.", []string{"2.5 million = 2500000 exact residents"}},
	{"Arabic-Indic digits", "The clinic treated ٢٥ patients.", []string{"٢٥ = 25 exact patients"}},
	{"Eastern Arabic-Indic digits", "The clinic treated ۱۲ patients.", []string{"۱۲ = 12 exact patients"}},
	{"Arabic separator", "The town lost ١٬٢٠٠ homes.", []string{"١٬٢٠٠ = 1200 exact homes"}},
	{"k for thousand", "About 30k people marched.", []string{"30k = 30000 about people"}},
	{"some of a whole", "Eighteen of the 31 lorries were burnt.", []string{"Eighteen of the 31 = 18 exact lorries"}},
	{"half a million", "Over half a million farmers need seed.", []string{"half a million = 500001+ more_than farmers"}},
	{"at least", "At least 17 miners were trapped.", []string{"17 = 17+ at_least miners"}},
	{"no fewer than", "No fewer than six ministers resigned.", []string{"six = 6+ at_least ministers"}},
	{"up to", "Up to 80 guards defected.", []string{"80 = 0–80 at_most guards"}},
	{"more than", "More than 900 cattle were stolen.", []string{"900 = 901+ more_than cattle"}},
	{"fewer than", "Fewer than ten doctors remain.", []string{"ten = 0–9 fewer_than doctors"}},
	{"some", "Some 250,000 farmers were cut off.", []string{"250,000 = 250000 about farmers"}},
	{"nearly, of an amount in words", "Nearly two dozen monks were beaten.", []string{"two dozen = 24 about monks"}},
	{"estimated", "An estimated 3,000 fighters crossed the river.", []string{"3,000 = 3000 about fighters"}},
	{"two qualifiers", "At least another 12 sailors drowned.", []string{"12 = 12+ at_least sailors"}},
	{"plus after", "A 40-plus strong crowd threw stones.", []string{"40-plus = 40+ at_least crowd"}},
	{"or more", "Thirty or more tents burned.", []string{"Thirty or more = 30+ at_least tents"}},
	{"dozens", "Dozens of shops were looted.", []string{"Dozens = 24–99 order shops"}},
	{"scores", "Scores of pilgrims were stranded.", []string{"Scores = 40–199 order pilgrims"}},
	{"tens of thousands", "Tens of thousands of villagers fled.", []string{"Tens of thousands = 20000–99999 order villagers"}},
	{"hundreds of thousands", "Hundreds of thousands of people fled.", []string{"Hundreds of thousands = 200000–999999 order people"}},
	{"several hundred", "Several hundred students marched.", []string{"Several hundred = 200–999 order students"}},
	{"several", "Several students were beaten.", []string{"Several = 2+ some students"}},
	{"a few dozen", "A few dozen students marched.", []string{"A few dozen = 24–99 order students"}},
	{"a couple of", "A couple of boats sank.", []string{"A couple = 2 about boats"}},
	{"a hundred", "The column lost a hundred horses.", []string{"a hundred = 100 exact horses"}},
	{"half a dozen", "Half a dozen tanks burned.", []string{"Half a dozen = 6 exact tanks"}},
	{"a range with a hyphen", "The raid killed 20-30 goats.", []string{"20-30 = 20–30 between goats"}},
	{"a range in words", "Five or six gunmen escaped.", []string{"Five or six = 5–6 between gunmen"}},
	{"between and", "Between 200 and 250 hostages are held.", []string{"Between 200 and 250 = 200–250 between hostages"}},
	{"a range that shares its scale", "Two to three million people may flee.", []string{"Two to three million = 2000000–3000000 between people"}},
	{"a part of a number", "Half of the 30 houses burned.", []string{"Half of the 30 = 15 about houses"}},
	{"two thirds of", "Two thirds of the 60 prisoners escaped.", []string{"Two thirds of the 60 = 40 about prisoners"}},
	{"a family of", "The bomb killed a family of five.", []string{"five = 5 exact family"}},
	{"no", "There were no casualties.", []string{"no = 0 none casualties"}},
	{"some out of a whole", "Eighteen out of the 31 lorries were burnt.", []string{"Eighteen out of the 31 = 18 exact lorries"}},
	{"a share", "One in five families and seven out of ten shops lost all.", nil},
	{"a half more", "One and a half million people left, and then a million and a half more.", []string{"One and a half million = 1500000 exact people", "a million and a half = 1500000 exact"}},
	{"quarters of a million", "Three-quarters of a million people left.", []string{"Three-quarters of a million = 750000 about people"}},
	{"m for million", "1.2m refugees live there, and the wall is 1.2m high.", []string{"1.2m = 1200000 exact refugees", "1.2m ~ m"}},
	{"a couple of hundred", "A couple of hundred men marched.", []string{"A couple of hundred = 200 about men"}},
	{"several tens", "Several tens of nuns were held.", []string{"Several tens = 20–99 order nuns"}},
	{"thousands upon thousands", "Thousands upon thousands marched.", []string{"Thousands upon thousands = 2000–9999 order"}},
	{"zero", "There were zero casualties in the ground zero area.", []string{"zero = 0 none casualties"}},
	{"not one", "Not one house stood, and not a single guard fled.", []string{"Not one = 0 none house", "not a single = 0 none guard"}},
	{"a list of ages", "Three sisters, aged 4, 7 and 11, were freed.", []string{"Three = 3 exact sisters", "4 ~ years", "7 ~ years", "11 ~ years"}},
	{"models between", "They lost one T-72 tank and two Mi-8 helicopters.", []string{"one = 1 exact tank", "two = 2 exact helicopters"}},
	{"rupees", "The fine was Rs 5,000.", []string{"Rs 5,000 ~ INR"}},
	{"no, of one thing", "No soldier was hurt and no bridge fell.", []string{"No = 0 none soldier", "no = 0 none bridge"}},
	{"no, of what is not counted", "There is no doubt that there was no peace.", nil},
	{"one of the most", "It was one of the worst raids.", nil},
	{"both, beside two names", "They fled from both Aden and Lahij.", nil},
	{"both of them", "Both drivers died.", []string{"Both = 2 exact drivers"}},
	{"neither", "Neither guard was hurt.", []string{"Neither = 0 none guard"}},
	{"nobody", "Nobody was hurt.", []string{"Nobody = 0 none"}},
	{"no one", "Shells fell; no one was hurt.", []string{"no one = 0 none"}},
	{"no-one", "The roof fell in, but no-one died.", []string{"no-one = 0 none"}},
	{"more, without a noun", "The blast wounded 30 more.", []string{"30 = 30 exact"}},
	{"two numbers", "Six soldiers and eleven rebels died.", []string{"Six = 6 exact soldiers", "eleven = 11 exact rebels"}},
	{"one of several", "Two of the hostages were freed.", []string{"Two = 2 exact hostages"}},

	{"age with hyphens", "A 19-year-old conscript was shot.", []string{"19-year ~ year"}},
	{"age after a name", "Huda Karam, 34, ran the bakery.", []string{"34 ~ years"}},
	{"aged", "The boy, aged 12, was found alive.", []string{"12 ~ years"}},
	{"age in brackets", "Petro Kovalenko (61) drove the bus.", []string{"61 ~ years"}},
	{"a parent of", "A mother of three is missing.", []string{"three ~"}},
	{"age after a name, without a comma after", "They met Ivan Petrenko, 30 after the talks.", []string{"30 ~ years"}},
	{"age in a headline", "Man, 29, found alive in the rubble", []string{"29 ~ years"}},
	{"suspected ones", "Police shot 107 suspected Muslim militants.", []string{"107 = 107 exact militants"}},
	{"a sum in round numbers", "The blast cost millions of dollars.", []string{"millions of dollars ~ USD"}},
	{"a number in an actor's name", "The 400 Mawozo and G9 gangs met.", []string{}},
	{"a rate", "The gates let 7,000 m3/s through.", []string{"7,000 m3/s ~ m3/s"}},
	{"money", "The ransom was $2.5 million.", []string{"$2.5 million ~ USD"}},
	{"money, short", "It cost €5m to rebuild.", []string{"€5m ~ EUR"}},
	{"money by its name", "They paid 400 dollars a head.", []string{"400 dollars ~ USD"}},
	{"percent", "About 60 percent of the city is in ruins.", []string{"60 percent ~ %"}},
	{"percent sign", "Turnout was 60%.", []string{"60% ~ %"}},
	{"distance", "They stopped 15 km from the border.", []string{"15 km ~ km"}},
	{"distance, glued", "They stopped 15km from the border.", []string{"15km ~ km"}},
	{"area", "The army took 700 square miles of steppe.", []string{"700 square miles ~ mi2"}},
	{"weight", "The truck carried 30 tonnes of flour.", []string{"30 tonnes ~ t"}},
	{"calibre", "A 57mm gun fired.", []string{"57mm ~ mm"}},
	{"reading time", "4 min read", []string{"4 min ~ min"}},
	{"a compound", "The three-storey clinic burned.", []string{"three ~ storey"}},
	{"times", "He was hit four times.", []string{"four times ~ times"}},
	{"a year", "In 2012 the road was cut.", []string{"2012 ~"}},
	{"aircraft", "A Su-24 was seen over the town.", nil},
	{"a point on the earth", "The well lies at 31°12′05″N 36°40′59″E (31.201389; 36.683056).", nil},
	{"a rifle", "He carried an AK-47 and an M16.", nil},
	{"a pistol", "He carried a .22 rifle.", nil},
	{"a resolution", "Resolution 2254 was passed.", nil},
	{"a unit's number", "The ships of CTF 90 sailed with the destroyer (DDG 12).", nil},
	{"the number of an exercise", "Troops came for Exercise Eager Crane 14.", nil},
	{"a party's toll in capitals", "ACCORDING TO THE FARC 50, INCLUDING WOMEN, DIED.", []string{"50 = 50 exact"}},
	{"a channel", "He told Channel 4 about it.", nil},
	{"a hospital", "The M10 hospital was hit.", nil},
	{"a telephone number", "Call 020 7946 0958 or 555-0142.", nil},
	{"an address", "The shop at 214 East Cedar Street burned.", nil},
	{"a score", "They won 3-1.", nil},
	{"a note", "The town fell in May.[14]", nil},
	{"ordinals", "The 3rd brigade took the second hill.", nil},
	{"from to, without numbers", "They went from door to door.", nil},
	{"a couple who are married", "A couple was seen.", nil},
}

// tagged returns the text as the engine of the text package tags it.
func tagged(t testing.TB, body string) *text.Doc {
	t.Helper()
	engine, err := text.New()
	if err != nil {
		t.Fatal(err)
	}
	return engine.Tag(&concord.Report{Text: body})
}

// show writes a quantity as an example writes it.
func show(d *text.Doc, q concord.QuantityMention) string {
	words := q.Of(d.Text)
	if !q.Counts {
		return strings.TrimSpace(words + " ~ " + q.Unit)
	}
	bounds := concord.Range(q.Low, q.High)
	if q.High == nil {
		bounds = fmt.Sprintf("%d+", q.Low)
	}
	return strings.TrimSpace(fmt.Sprintf("%s = %s %s %s", words, bounds, q.Qualifier, q.Unit))
}

func TestFind(t *testing.T) {
	for _, e := range examples {
		d := tagged(t, e.text)
		var got []string
		for _, q := range Find(d, nil) {
			got = append(got, show(d, q))
		}
		if strings.Join(got, "; ") != strings.Join(e.want, "; ") {
			t.Errorf("%s: %q\n got %q\nwant %q", e.name, e.text, got, e.want)
		}
	}
}

// TestTimesAreLeftOut proves that a number in a time expression is no quantity.
func TestTimesAreLeftOut(t *testing.T) {
	d := tagged(t, "On 12 May six houses burned.")
	times := []concord.TimeMention{{Span: concord.Span{Start: 3, End: 9}, Type: "DATE"}}
	if found := Find(d, times); len(found) != 1 || show(d, found[0]) != "six = 6 exact houses" {
		t.Errorf("got %v", found)
	}
}

// FuzzFind holds, for any bytes, that spans lie in the text and in each other, and that no range is upside down.
func FuzzFind(f *testing.F) {
	for _, e := range examples {
		f.Add(e.text)
	}
	f.Add("between 99999999999999999999 and a half of the million-plus ٬٣٬ .5.5.")
	engine, err := text.New()
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, body string) {
		body = strings.ToValidUTF8(body, "\ufffd")
		for _, q := range Find(engine.Tag(&concord.Report{Text: body}), nil) {
			if q.Start < 0 || q.End > len(body) || !q.Phrase.Contains(q.Number) || !q.Span.Contains(q.Number) {
				t.Fatalf("%q: span %v, number %v, phrase %v", body, q.Span, q.Number, q.Phrase)
			}
			if q.Low < 0 || q.High != nil && *q.High < q.Low {
				t.Fatalf("%q: %d to %d", body, q.Low, *q.High)
			}
		}
	})
}

// TestUnsaid holds that words that say no number are marked, and numbers are not.
func TestUnsaid(t *testing.T) {
	for words, want := range map[string]bool{
		"Many villagers fled.":                 true,
		"Both bridges fell.":                   true,
		"No soldiers died.":                    true,
		"One of the trucks burned.":            true,
		"One or more shells fell.":             true,
		"One soldier died.":                    false,
		"Dozens of villagers fled.":            false,
		"At least one hundred villagers fled.": false,
	} {
		for _, q := range Find(tagged(t, words), nil) {
			if q.Unsaid != want {
				t.Errorf("%q: Unsaid is %v", words, q.Unsaid)
			}
		}
	}
}
