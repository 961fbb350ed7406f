package text

import (
	"strings"
	"sync"
	"testing"
	"unicode/utf8"

	"concord"
)

// engineOf returns the engine with the shipped model.
func engineOf(t testing.TB) *Engine {
	t.Helper()
	e, err := New()
	if err != nil {
		t.Fatal(err)
	}
	return e
}

// parseText tags and parses a text.
func parseText(e *Engine, text string) *Doc {
	d := e.Tag(&concord.Report{Text: text, Language: "en"})
	for i := range d.Sentences {
		e.Parse(d, i)
	}
	return d
}

// arcs writes each word as "word relation head", in small letters.
func arcs(d *Doc) string {
	var b strings.Builder
	for i := range d.Tokens {
		t := &d.Tokens[i]
		head := "-"
		if t.Head >= 0 {
			head = d.Tokens[t.Head].Norm
		}
		b.WriteString("|" + t.Norm + " " + t.Rel.String() + " " + head + "|")
	}
	return b.String()
}

// What the claims rest on, in each kind of case.
var parses = []struct{ proves, text, want string }{
	{"the agent of a passive", "Three farmers were killed by soldiers near the river.", "farmers nsubj:pass killed|soldiers obl:agent killed"},
	{"who acts and whom it befalls", "The rebels attacked a convoy and killed two drivers.", "rebels nsubj attacked|convoy obj attacked|killed conj attacked|drivers obj killed"},
	{"the subject of a relative clause", "The rebels who had attacked the village fled to the hills.", "who nsubj attacked|attacked acl:relcl rebels|rebels nsubj fled"},
	{"an apposition after a name", "Ivan Petrov, the mayor of the town, was killed by soldiers.", "mayor appos ivan|ivan nsubj:pass killed"},
	{"members of a list", "Police arrested a teacher, a nurse and two students.", "teacher obj arrested|nurse conj teacher|students conj teacher"},
	{"the number of whom it counts", "The bomb killed 25 people.", "25 nummod people|people obj killed"},
	{"what somebody said", "The minister said that the army had left the city.", "left ccomp said|minister nsubj said|army nsubj left"},
	{"somebody said it, told last", "The army had left the city, the minister said.", "left ccomp said|minister nsubj said|army nsubj left"},
	{"somebody said it, turned round", "\"The army has left the city,\" said the minister.", "left ccomp said|minister nsubj said|army nsubj left"},
	{"a source without a verb", "Nine people died in the raid, according to doctors.", "people nsubj died|raid obl died|according case doctors|doctors obl died"},
	{"a clause after a semicolon", "The mayor said the rebels had left; the army's commander, Ana Odo, has refused any talks.", "left ccomp said|refused parataxis said|commander nsubj refused"},
	{"a list with semicolons", "Police arrested Ana Odo, a teacher; Ivan Petrov, a nurse; and two students.", "odo flat ana|ana obj arrested|arrested root -"},
	{"a negated verb", "The gunmen did not kill the hostages.", "not advmod kill|hostages obj kill|gunmen nsubj kill"},
	{"a particle", "Guerrillas blew up a bridge.", "up compound:prt blew|bridge obj blew"},
	{"what followed from it", "Jets bombed a market, killing six people.", "market obj bombed|killing advcl bombed|people obj killing"},
	{"an owner", "The group's leader was captured.", "group nmod:poss leader|leader nsubj:pass captured"},
	{"the demand of somebody else's act", "The council urged both sides to stop the fighting.", "sides obj urged|stop xcomp urged|fighting obj stop"},
}

// Plain clauses of news, as reporters build them.
var newsParses = []struct{ proves, text, want string }{
	{"the place of the deed and that of the word", "Mortars killed four women in Taiz, officials said in Riyadh.", "killed ccomp said|taiz obl killed|officials nsubj said|riyadh obl said"},
	{"the day of the word", "Two boys drowned in the river, the sheriff said on Tuesday.", "drowned ccomp said|sheriff nsubj said|tuesday obl said"},
	{"whom it was told", "Raiders burned a mill near Zalingei, a farmer told reporters in Nyala.", "burned ccomp told|farmer nsubj told|nyala obl told"},
	{"shot dead", "Snipers shot dead Captain Omar Aziz on Monday.", "snipers nsubj shot|dead xcomp shot|omar obj shot|monday obl shot"},
	{"was shot dead", "A deacon was shot dead by bandits in Jos.", "deacon nsubj:pass shot|dead xcomp shot|bandits obl:agent shot|jos obl shot"},
	{"a bare number befell", "The crash injured 31, the mayor said.", "crash nsubj injured|31 obj injured|injured ccomp said|mayor nsubj said"},
	{"two bare numbers", "The storm killed 16 and wounded 45, medics said.", "16 obj killed|wounded conj killed|45 obj wounded|medics nsubj said"},
	{"the speaker's name beside the office", "The crash wounded six, the governor, Ivan Tkach, said.", "six obj wounded|wounded ccomp said|governor nsubj said|ivan appos governor"},
	{"the agent of a noun", "The murder of a monk by bandits angered the town.", "murder nsubj angered|monk nmod murder|bandits nmod murder"},
	{"two passives", "A guard was killed and six cooks were wounded when a shell hit the kitchen.", "guard nsubj:pass killed|cooks nsubj:pass wounded|wounded conj killed|shell nsubj hit"},
	{"blame for a deed", "The council blamed the militia for the raid.", "council nsubj blamed|militia obj blamed|raid obl blamed"},
	{"accused of doing", "The governor accused the army of bombing farms.", "army obj accused|bombing advcl accused|farms obj bombing"},
	{"both agreed", "Chad and Libya agreed to a truce on Sunday.", "chad nsubj agreed|libya conj chad|truce obl agreed"},
	{"a thing brokered", "The truce brokered by Qatar began on Friday.", "truce nsubj began|brokered acl truce|qatar obl:agent brokered"},
	{"a participle behind its noun", "Monks killed in the raid were buried at dawn.", "killed acl monks|raid obl killed|monks nsubj:pass buried"},
	{"an age", "Yusuf Diallo, 41, a baker, was wounded.", "yusuf nsubj:pass wounded|41 appos yusuf|baker appos yusuf"},
	{"given something", "The colonel gave the hostages a blanket.", "hostages iobj gave|blanket obj gave"},
	{"left dead", "The ambush left eight dead.", "eight obj left|dead xcomp left"},
	{"the place put first", "In Kunduz, raiders killed a monk.", "kunduz obl killed|raiders nsubj killed|monk obj killed"},
	{"some of them", "Five of the dead were women.", "five nsubj women|dead nmod five"},
	{"what a denial denies", "Chad denied that its troops had crossed the border.", "chad nsubj denied|crossed ccomp denied|troops nsubj crossed"},
}

func TestNewsParses(t *testing.T) { testParses(t, newsParses) }

func TestParses(t *testing.T) { testParses(t, parses) }

// testParses parses the texts in mixed, upper and lower case, and looks for the arcs wanted.
func testParses(t *testing.T, cases []struct{ proves, text, want string }) {
	e := engineOf(t)
	for _, how := range []struct {
		name   string
		change func(string) string
	}{{"mixed", func(s string) string { return s }}, {"capitals", strings.ToUpper}, {"small", strings.ToLower}} {
		for _, c := range cases {
			t.Run(how.name+"/"+c.proves, func(t *testing.T) {
				got := arcs(parseText(e, how.change(c.text)))
				for arc := range strings.SplitSeq(c.want, "|") {
					if !strings.Contains(got, "|"+arc+"|") {
						t.Errorf("no %q in %s", arc, got)
					}
				}
			})
		}
	}
}

func TestLemmas(t *testing.T) {
	d := parseText(engineOf(t), "Robbers stole the women's buses; armies were retreating from cities they had besieged.")
	want := "robber steal the woman 's bus ; army be retreat from city they have besiege ."
	var got []string
	for _, token := range d.Tokens {
		got = append(got, token.Lemma)
	}
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got %q, want %q", g, want)
	}
}

// A consonant goes with "ed" and "ing" only where it is doubled.
func TestLemmasOfEndings(t *testing.T) {
	d := parseText(engineOf(t), "Families gasped; troops stopped, gripped and grabbed a man who was helping the running crowd.")
	want := "family gasp ; troop stop , grip and grab a man who be help the run crowd ."
	var got []string
	for _, token := range d.Tokens {
		got = append(got, token.Lemma)
	}
	if g := strings.Join(got, " "); g != want {
		t.Errorf("got %q, want %q", g, want)
	}
}

// An ending's rule takes bytes off; it never cuts a character in two.
func TestLemmasKeepCharactersWhole(t *testing.T) {
	d := parseText(engineOf(t), "Crews measured winds of 10º and 20º near Kovaná; two 5€ notes and 9½s were left.")
	for _, token := range d.Tokens {
		if !utf8.ValidString(token.Lemma) {
			t.Errorf("%q has the lemma %q", token.Norm, token.Lemma)
		}
	}
	for _, c := range []struct {
		word string
		edit edit
		want string
	}{{"towns", edit{off: 1}, "town"}, {"10º", edit{off: 1}, "10º"}, {"é", edit{1, "\xa8"}, "è"}, {"a", edit{off: 2}, "a"}} {
		if got := c.edit.of(c.word); got != c.want {
			t.Errorf("%q without %d bytes and with %q: got %q, want %q", c.word, c.edit.off, c.edit.add, got, c.want)
		}
	}
}

// A past form with an acting subject, or with an object behind a finite verb, is no participle.
func TestPastFormsAgreeWithTheTree(t *testing.T) {
	e := engineOf(t)
	for _, c := range []struct {
		text, word string
		want       Tag
	}{
		{"Elders called for calm.", "called", VBD},
		{"Raiders killed a guard and wounded a nurse.", "wounded", VBD},
		{"Two guards were killed and wounded.", "wounded", VBN},
		{"The army has killed a guard.", "killed", VBN},
		{"The guards killed by raiders were buried.", "killed", VBN},
	} {
		for _, token := range parseText(e, c.text).Tokens {
			if token.Norm == c.word && token.Tag != c.want {
				t.Errorf("%s: %s is %v, want %v", c.text, c.word, token.Tag, c.want)
			}
		}
	}
}

// Every sentence has one root, and heads lead to it: the tree that callers walk has no ring.
func FuzzParseIsATree(f *testing.F) {
	for _, c := range parses {
		f.Add(c.text)
	}
	f.Add("\x00\xff ... \"(\"\n\n'' -- 's n't")
	e := engineOf(f)
	f.Fuzz(func(t *testing.T, text string) {
		d := parseText(e, text)
		for _, s := range d.Sentences {
			roots := 0
			for i := s.First; i < s.Last; i++ {
				steps := 0
				for h := i; d.Tokens[h].Head >= 0; h = d.Tokens[h].Head {
					if steps++; steps > s.Last-s.First {
						t.Fatalf("token %d leads into a ring", i)
					}
				}
				if d.Tokens[i].Head < 0 {
					roots++
				}
				if h := d.Tokens[i].Head; h >= 0 && (h < s.First || h >= s.Last) {
					t.Fatalf("token %d has its head outside the sentence", i)
				}
			}
			if s.First < s.Last && roots != 1 {
				t.Fatalf("%d roots", roots)
			}
		}
	})
}

// Many readers share one engine; each gets what a single one gets.
func TestOneEngineServesMany(t *testing.T) {
	e := engineOf(t)
	want := make([]string, len(parses))
	for i, c := range parses {
		want[i] = arcs(parseText(e, c.text))
	}
	var running sync.WaitGroup
	for range 8 {
		running.Go(func() {
			for i, c := range parses {
				if got := arcs(parseText(e, c.text)); got != want[i] {
					t.Errorf("%s: %s, alone %s", c.proves, got, want[i])
				}
			}
		})
	}
	running.Wait()
}

// Reading words it has met costs a parse no memory.
func TestParseDoesNotAllocate(t *testing.T) {
	e := engineOf(t)
	d := parseText(e, sampleNews)
	w := e.workers.Get().(*worker)
	defer e.workers.Put(w)
	w.tag(d)
	if n := testing.AllocsPerRun(5, func() {
		w.tag(d)
		for i := range d.Sentences {
			w.parsing[0].sentence(d, i)
		}
	}); n > 0 {
		t.Errorf("%v allocations", n)
	}
}
