package extract_test

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"concord"
	"concord/pipeline"
)

var reader = sync.OnceValues(pipeline.NewReader)

// read returns the reading of an English text published on 14 March 2022, a Monday.
func read(t testing.TB, text string) concord.Reading {
	t.Helper()
	p, err := reader()
	if err != nil {
		t.Fatal(err)
	}
	return p.Read(concord.Report{ID: concord.ReportID(text), Name: "test", Published: "2022-03-14", Language: "en", Text: text})
}

// figures writes the figures of a reading: "killed 12 civilian", with "+" where the number is open, and what else is not plain.
func figures(r concord.Reading) string {
	var list []string
	for _, c := range r.Claims {
		if c.Figure == nil {
			continue
		}
		bounds := concord.Range(c.Low, c.High)
		if c.High == nil {
			bounds = fmt.Sprintf("%d+", c.Low)
		}
		words := []string{string(c.Measure), bounds, string(c.Counted.Status)}
		if c.Scope != concord.ScopeIncident {
			words = append(words, string(c.Scope))
		}
		if c.Modality != concord.Asserted {
			words = append(words, string(c.Modality))
		}
		if c.Subset {
			words = append(words, "part")
		}
		if c.Earlier {
			words = append(words, "earlier")
		}
		list = append(list, strings.Join(words, " "))
	}
	return strings.Join(list, "; ")
}

func TestFigures(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"no fewer than a number denies nothing", "No fewer than 23 villagers were killed when gunmen raided the hamlet.", "killed 23+ civilian"},
		{"nor does no fewer than, of those abducted", "No fewer than 40 pupils were abducted near the river.", "abducted 40+ child"},
		{"no more than a number denies nothing", "No more than five people were killed in the raid.", "killed 0–5 person"},
		{"no one and no noun deny", "No villagers were killed in the raid.", "killed 0 civilian"},
		{"days from the first to the last", "Between 2 and 9 March the monitors counted nothing new, but 31 herders were killed in the hills.", "killed 31 person period"},
		{"days told with from and to", "From 1 March to 8 March shells wounded 22 miners.", "injured 22 civilian period"},
		{"a night between two days is one", "Between Saturday and Sunday shells wounded 22 miners.", "injured 22 civilian"},
		{"a war's toll in a clause of its own", "In the war, which has left more than 9,000 people dead, a shell killed two nurses on Sunday.",
			"killed 9001+ person conflict; killed 2 medical"},
		{"too many for any spell", "Since then more than 300,000 people have been killed.", "killed 300001+ person conflict"},
		{"parts that add up, between commas", "A total of 13 people, nine farmers and four guards, were killed by shells.",
			"killed 13 person; killed 9 civilian part; killed 4 combatant part"},
		{"parts that add up, between dashes", "Shells killed six people - a nurse and five miners - in the village.", "killed 6 person; killed 1 medical part; killed 5 civilian part"},
		{"a list that does not add up is no parts", "Shells killed six people, two guards and five miners.", "killed 6 person; killed 2 combatant; killed 5 civilian"},
		{"a part after its whole", "Of the 30 wounded in Sunday's blast, eight were teachers.", "injured 30 person; injured 8 civilian part"},
		{"a part without number at the end", "Twenty people, including six women and a teacher, were killed in the raid.", "killed 20 person; killed 6 woman part; killed 1 civilian part"},
		{"initial reports", "Initial reports spoke of nine dead in the raid, but the mayor said six had been killed.", "killed 9 person earlier; killed 6 person"},
		{"said earlier", "Police had earlier reported four dead; they now say seven people died in the blast.", "killed 4 person earlier; killed 7 person"},
		{"another attack earlier", "Police had earlier reported four dead in a blast.", "killed 4 person"},
		{"a toll that is revised", "An earlier toll of nine was revised to six after the blast.", "killed 9 person earlier; killed 6 person"},
		{"without causing casualties", "Gunmen fired at the post without causing any casualties.", "casualties 0 person"},
		{"without hurting anybody", "A shell hit the mill without wounding anyone.", "injured 0 person"},
		{"without more is no nought", "The guards stopped the raid without causing more deaths.", ""},
		{"one of a kind that is also a quality", "One civilian was killed and three others were hurt.", "killed 1 civilian; injured 3 person"},
		{"one militant", "Mortar fire hit the post, killing one militant and wounding four guards.", "killed 1 combatant; injured 4 combatant"},
		{"the quality of a thing", "Mortar fire destroyed one civilian aircraft.", "destroyed 1 aircraft"},
		{"a toll that was put lower at first", "The death toll was initially put at four but the mayor said it had increased to nine.", "killed 4 person earlier; killed 9 person"},
		{"fighters lost", "The Kurds also lost three fighters in the clashes.", "killed 3 combatant"},
		{"what else is lost", "The party lost three members and two seats in the vote.", ""},
		{"since the beginning of whatever it is", "Since the beginning of their raids on 20 February the jets have destroyed 200 tankers.", "destroyed 200 vehicle period"},
		{"active", "Shells killed 14 villagers in the hamlet.", "killed 14 civilian"},
		{"passive", "Fourteen villagers were killed when shells hit the hamlet.", "killed 14 civilian"},
		{"insertion before the verb", "Sixty farmers, including women, were killed and scores more wounded in raids on the valley.",
			"killed 60 civilian; killed 2+ woman part; injured 40–199 person"},
		{"ellipsis", "The blast ripped through a bakery, killing seven and wounding 19 more.", "killed 7 person; injured 19 person"},
		{"a parent is not the children", "A mother of three children was killed by a shell.", "killed 1 woman"},
		{"a house is not its floors", "A house of four floors collapsed after the raid.", "destroyed 1 building"},
		{"a group is those who make it up", "A convoy of 12 trucks was destroyed.", "destroyed 12 vehicle"},
		{"who is between no subject", "The truce between the two armies collapsed.", ""},
		{"left dead", "A raid on the depot left 30 dead and destroyed nine tankers.", "killed 30 person; destroyed 9 vehicle"},
		{"deaths", "The monitor recorded 33 deaths in the town.", "killed 33 person"},
		{"deaths of", "Officials confirmed the deaths of eight miners.", "killed 8 civilian"},
		{"the status of those who died", "The hospital reported 11 civilian deaths.", "killed 11 civilian"},
		{"at least", "At least nine policemen died in the ambush.", "killed 9+ combatant"},
		{"a part", "The strike killed 21 people, including four children.", "killed 21 person; killed 4 child part"},
		{"among them", "The strike killed 18 people, among them six rebels.", "killed 18 person; killed 6 combatant part"},
		{"of them", "The strike killed 18 people, six of them children.", "killed 18 person; killed 6 child part"},
		{"a part without commas", "At least 12 villagers mostly women and children were killed in air strikes on the town.", "killed 12+ civilian; killed 2+ woman part; killed 2+ child part"},
		{"a part beside the verb", "Seven fighters from the valley including commanders were killed in the raid.", "killed 7 combatant; killed 2+ combatant part"},
		{"a part that is greater than the number before it is none", "Two towns including 40 villagers were attacked and 40 villagers were killed.", "killed 40 civilian"},
		{"among the dead", "The monitor said four brothers were among the dead in the raid.", "killed 4 person part"},
		{"of the dead", "Two of the dead were women.", "killed 2 woman part"},
		{"one fatally", "Two men were shot, one fatally.", "casualties 2 person; killed 1 person part"},
		{"shot, and then dead", "Huda Karam was shot at a bus stop. Karam died in hospital.", "killed 1 person"},
		{"whom somebody shot", "The man whom police shot was a baker.", ""},
		{"two harms in a row", "Woman shot, killed in Lesser Valley", "killed 1 woman"},
		{"wounds suffered", "Nine marchers suffered severe burns.", "injured 9 person"},
		{"found with wounds", "Officers found two men with gunshot wounds.", "injured 2 person"},
		{"nobody says how many", "How many soldiers died in the raid is in dispute.", ""},
		{"two tolls in one breath", "The ministry put the toll at 83 dead and at least 120 wounded.", "killed 83 person; injured 120+ person"},
		{"wounds are no people", "She had three gunshot wounds.", ""},
		{"kin", "The shelling killed a farmer and his wife.", "killed 1 civilian; killed 1 woman"},
		{"whose death", "The judge confirmed Huda Karam's death.", "killed 1 person"},
		{"toll rose", "The death toll from the bombing rose to 53.", "killed 53 person"},
		{"toll, from and to", "The death toll rose to 53 from 48 after rescuers reached the cellar.", "killed 53 person; killed 48 person earlier"},
		{"an earlier toll", "An earlier toll of five was given by the mayor.", "killed 5 person earlier"},
		{"a toll that did not last", "The death toll was initially put at nine.", "killed 9 person earlier"},
		{"who says so is not among them", "The blast injured 27, the governor, Pavlo Petrenko, said.", "injured 27 person"},
		{"a change is no toll", "The death toll rose by six.", ""},
		{"number killed", "The blast brought to 45 the number killed.", "killed 45 person"},
		{"number of people wounded", "The number of people wounded climbed to 70.", "injured 70 person"},
		{"no casualties", "There were no casualties in the attack.", "casualties 0 person"},
		{"nobody", "Nobody was hurt in the fire.", "injured 0 person"},
		{"killed or wounded", "About 200 recruits were killed or wounded in the battle.", "casualties 200 combatant"},
		{"one soldier", "A soldier was killed by a mine.", "killed 1 combatant"},
		{"a plural without a number", "Shelling wounded civilians in the market.", "injured 2+ civilian"},
		{"two kinds joined", "Gunmen killed four soldiers and a nurse at the checkpoint.", "killed 4 combatant; killed 1 medical"},
		{"joined before the verb", "Four soldiers and two nurses were killed at the checkpoint.", "killed 4 combatant; killed 2 medical"},
		{"a clause of its own is not joined", "The bomb killed four soldiers and two nurses were injured.", "killed 4 combatant; injured 2 medical"},
		{"missing", "Eleven fishermen are missing.", "missing 11 civilian"},
		{"detained", "Police detained 40 protesters in the square.", "detained 40 person"},
		{"abducted", "Gunmen abducted 22 schoolchildren from a school.", "abducted 22 child"},
		{"seized by bandits", "Bandits seized 80 pupils from a school.", "abducted 80 child"},
		{"seized by police", "Police seized 30 suspects in Zamfara.", "detained 30 person"},
		{"things seized", "Police seized 30 rifles in Zamfara.", ""},
		{"released", "The rebels released 15 prisoners.", "released 15 detainee"},
		{"displaced", "The fighting displaced more than 30,000 people.", "displaced 30001+ person"},
		{"fled", "Some 4,000 villagers fled their homes.", "displaced 4000 civilian"},
		{"besieged", "An estimated 70,000 residents are besieged in the old town.", "besieged 70000 civilian"},
		{"houses", "The flames destroyed 35 houses.", "destroyed 35 building"},
		{"attacks counted", "Monitors counted 120 violations, including 14 explosions.", "attacks 120 attack period; attacks 14 attack period part"},
		{"rockets fired", "The brigade fired 20 rockets at the port.", "attacks 20 attack"},
		{"all capitals", "GUNMEN KILLED 12 PEASANTS IN A VILLAGE.", "killed 12 civilian"},
		{"in a day", "Clashes killed 61 fighters in 24 hours.", "killed 61 combatant day"},
		{"in the war", "The war has killed more than 250,000 people since 2011.", "killed 250001+ person conflict"},
		{"feared", "Thirty passengers are feared dead.", "killed 30 civilian possible"},

		{"an age", "A 15-year-old girl was killed by a mine.", "killed 1 child"},

		{"a strike's toll, and a day's", "Shells killed 12 farmers in Odesa, bringing to 45 the number killed in 24 hours.", "killed 12 civilian; killed 45 person day"},
		{"to death, parted by the victims", "Raiders hacked 14 farmers to death with machetes.", "killed 14 civilian"},
		{"clubbed to death", "Raiders clubbed five herders to death in Warrap.", "killed 5 person"},
		{"one, to death", "A mob beat a man to death.", "killed 1 person"},
		{"of years from the first to the last", "Soldiers killed 402 villagers between 2002 and 2008.", "killed 402 civilian period"},
		{"of days from the first to the last", "Soldiers killed 42 villagers between 2 and 3 May.", "killed 42 civilian"},
		{"an earlier estimate", "Shells killed 20 people in Homs. An earlier estimate by a monitor had put the death toll at 12.", "killed 20 person; killed 12 person earlier"},
		{"a later one", "Shells killed 20 people in Homs. An estimate by a monitor put the death toll at 32.", "killed 20 person; killed 32 person"},
		{"the worst in decades, of an incident", "Bombers killed 40 people in the deadliest attack on the forces of the region in decades.", "killed 40 person"},
		{"the dead, put at", "The council put the dead at 27 and the wounded at 40.", "killed 27 person; injured 40 person"},
		{"the dead, at a place", "The priest put the dead at rest in two graves.", ""},
		{"remains", "Rescuers found the remains of four children in Homs.", "killed 4 child"},
		{"of no people", "Rescuers found the remains of two houses in Homs.", ""},
		{"who shoots at others is not shot", "Two Israelis shot at farmers near Nablus.", ""},
		{"who is shot at a place is", "Two Israelis were shot at a checkpoint near Nablus.", "injured 2 person"},
		{"suspects, to death", "Villagers beat two suspected thieves to death.", "killed 2 person"},
		{"the Red Cross says so", "The death toll has risen to 60 from 52, the Red Cross said.", "killed 60 person; killed 52 person earlier"},
		{"a father and his sons", "A farmer and his two sons died in the raid.", "killed 1 civilian; killed 2 child"},
		{"sentenced to death", "A judge sentenced three men to death.", ""},
		{"fighters are destroyed", "The army destroyed 60 militants near Palmyra.", "killed 60 combatant"},
		{"what else is destroyed", "The army destroyed 60 trucks near Palmyra.", "destroyed 60 vehicle"},
		{"what is theirs is destroyed", "The army destroyed 23 terrorist targets near Palmyra.", "destroyed 23 object"},
		{"who destroys", "A lorry with 12 militants was destroyed near Palmyra, and an army unit destroyed a car.", "destroyed 1 vehicle; destroyed 1 vehicle"},
		{"fighters are eliminated", "The army eliminated nine militants near Palmyra.", "killed 9 combatant"},
		{"posts are eliminated", "The ministry eliminated nine posts.", ""},
		{"a day's toll", "Shells killed 12 farmers in 24 hours.", "killed 12 civilian day"},
		{"a war's toll", "The civil war has killed 90,000 people.", "killed 90000 person conflict"},
		{"so many that it is a war's", "Fighting killed 40,000 people.", "killed 40000 person conflict"},
		{"this year", "Mines have killed 31 farmers this year.", "killed 31 civilian period"},
		{"a month's toll", "Two miners were shot dead in Quetta on Friday, taking this month's toll to 38.", "killed 2 civilian; killed 38 person period"},
		{"a town called after the war is no scope", "Shells killed nine farmers in the war-torn town.", "killed 9 civilian"},
		{"a second time in a month is no scope", "Raiders killed six farmers for the second time in three weeks.", "killed 6 civilian"},
		{"an army captured is nobody", "Rebels said they captured government.", ""},
		{"who did not do it", "Dozens of settlers were killed when insurgents attacked.", "killed 24–99 civilian"},

		{"a headline's number", "Three shot, one dead in Port Lesser", "casualties 3 person; killed 1 person"},
		{"shots are not people", "He fired one shot at the gate.", ""},
		{"who somebody is", "Huda Karam, a nurse, was wounded.", "injured 1 person"},
		{"a number of people are some", "The army shelled the rebels, killing a big number of them.", "killed 2+ person"},

		{"wounded when", "Nine people were killed and more than 40 wounded when two shells hit the ferry.", "killed 9 person; injured 41+ person; attacks 2 attack"},
		{"members of a body", "Seven members of the National Guard were killed at the bridge.", "killed 7 person"},
		{"what a member is of is not counted", "A member of the National Guard was killed at the bridge.", "killed 1 person"},
		{"as many women as men", "Two women were killed by a mine, and two men were killed by snipers.", "killed 2 woman; killed 2 person"},
		{"things left out", "Five schools were damaged and three destroyed.", "damaged 5 building; destroyed 3 building"},
		{"things of a kind unknown", "The army destroyed four tanks and two jamming systems.", "destroyed 4 vehicle; destroyed 2 object"},
		{"who holds a place is nobody seized", "Troops seized a rebel-held hill and a militia-run mill.", ""},
		{"who was seized is", "Troops seized a rebel and two smugglers.", "detained 1 combatant; detained 2 person"},
		{"what a toll includes is part of it, what it was before is superseded", "The Observatory raised its toll of Friday's raids in Idlib to 72 dead. It had earlier documented 45 deaths. The new count includes 15 people killed in Saraqib and 11 killed in Binnish.", "killed 72 person; killed 45 person earlier; killed 15 person part; killed 11 person part"},
		{"a report is no toll", "An air strike killed 72 people in Saraqib. The group's report includes 15 people killed by shells in Homs.", "killed 72 person; killed 15 person"},
		{"left wounded who", "The raid left dozens of farmers wounded who were taken to Lesser Valley.", "injured 24–99 civilian"},
		{"a toll up to", "Death toll up to 6 after the raid.", "killed 6 person"},
		{"a toll of up to", "A toll of up to 6 was given.", "killed 0–6 person"},
		{"a toll that may rise", "The death toll is expected to rise, with 30 miners still missing.", "missing 30 civilian"},
		{"a toll that may rise as", "The toll is likely to rise because 30 miners are missing.", "missing 30 civilian"},
		{"including is no word of those counted", "The raid killed 14 including children.", "killed 14 person; killed 2+ child part"},
		{"two sides that share a noun", "At least 40 rebel and government fighters died.", "killed 40+ combatant"},
		{"two nouns", "Forty women and children died.", "killed 40 civilian"},
		{"doubted by quotation marks", `The army said it had killed 30 "terrorists".`, "killed 30 combatant"},
		{"a belief in who laid it leaves the dead dead", "A bomb believed to have been laid by rebels killed three people.", "killed 3 person"},
		{"those killed included", "Those killed included two medics and a journalist.", "killed 2 medical part; killed 1 journalist part"},
		{"the dead include", "The dead include five policemen.", "killed 5 combatant part"},
		{"among those killed were", "Among those killed were three nurses.", "killed 3 medical part"},
		{"the victims are those counted last", "A raid hurt 12 farmers. The victims included three girls.", "injured 12 civilian; injured 3 child part"},
		{"victims of whom nothing is told", "The victims included three girls.", ""},
		{"what else includes", "The plan included two bridges.", ""},
		{"parts in brackets", "Five people (two women and three children) were killed.", "killed 5 person; killed 2 woman part; killed 3 child part"},
		{"an age in brackets", "Five people (aged 12 to 30) were killed.", "killed 5 person"},
		{"incl.", "Six wounded, incl. a girl.", "injured 6 person; injured 1 child part"},
		{"twins", "Herders killed twin boys.", "killed 2 child"},
		{"twins spoken of before", "Herders killed two boys. The mayor said that herders had killed the twin boys.", "killed 2 child"},
		{"the first who is killed, as he", "Gunmen stopped the mayor on Friday and killed him.", "killed 1 person"},
		{"he who was counted", "Gunmen killed a mayor on Friday. They stopped his car and killed him.", "killed 1 civilian"},
		{"both, of whom nobody was killed before", "A plane was shot down. Both pilots died.", "destroyed 1 aircraft; killed 2 combatant"},
		{"both, who were counted", "Two pilots died. Both were killed by gunfire.", "killed 2 combatant"},
		{"each", "The cartel pays for each policeman killed.", ""},
		{"a rate", "One in three of the wounded were children.", ""},
		{"one, in an attack", "One of the wounded was a child.", "injured 1 child part"},
		{"all but some of those counted before", "A bus carried 15 soldiers. All but two of the 15 were killed.", "killed 13 person"},
		{"all but some", "All but two of the 15 soldiers were killed.", ""},
		{"all, but others too", "All 15 soldiers and two drivers were killed.", "killed 15 combatant; killed 2 civilian"},
		{"massacres are no people", "The office counted 72 massacres.", "attacks 72 attack period"},
		{"a massacre of people", "The office told of the massacre of 72 farmers.", "killed 72 civilian"},
		{"so many of them", "The wounded, about 140 of them, were in two clinics.", "injured 140 person"},
		{"so many others", "The wounded, about 140 miles from help, were taken away.", ""},
		{"the army lost men", "The army said it lost 12 men.", "killed 12 combatant"},
		{"a mother lost men", "The teacher said she lost two men.", ""},
		{"the worst since the war began", "Shells killed 40 farmers in the deadliest strike since the start of the war.", "killed 40 civilian"},
		{"all since the war began", "At least 40 farmers have been killed since the start of the war.", "killed 40+ civilian conflict"},
		{"since then", "Since then nine farmers have been killed.", "killed 9 civilian period"},
		{"so many displaced that it is a war's", "More than two million people have been displaced.", "displaced 2000001+ person conflict"},
		{"what is denied did kill", "The army denied carrying out the raid that killed 29 people.", "killed 29 person"},
		{"killing is denied", "The army denied that it had killed 29 people.", "killed 29 person denied"},
		{"a couple", "The blast killed a couple.", "killed 2 person"},
		{"a couple of something", "The blast killed a couple of goats.", ""},
		{"the number of nurses", "The number of nurses killed rose to nine.", "killed 9 medical"},
		{"a toll of another clause", "It was the third raid this year; in March, shells left 41 farmers dead.", "killed 41 civilian"},
		{"shot down, not attacks", "The army shot down 25 of 34 drones launched by rebels.", "destroyed 25 aircraft"},
		{"who tells is not counted", "Shells killed nine people, a teacher and a baker told the agency.", "killed 9 person"},
		{"also among the dead", "A woman and a boy were also among the dead.", "killed 1 woman part; killed 1 child part"},
		{"mostly, of something else", "Nine people were killed in a district that is home to mostly Kurds.", "killed 9 person"},
		{"mostly", "Nine people, mostly women, were killed.", "killed 9 person; killed 2+ woman part"},
		{"members of one family", "Five members of one family, including a woman, died when shells hit the house.", "killed 5 person; killed 1 woman part"},
		{"of the wounded died", "The toll rose as seven of the wounded died.", "killed 7 person"},
		{"aid workers are no workers", "Three aid workers were killed.", "killed 3 aid_worker"},
		{"a people by its place", "Two Gazans were killed.", "killed 2 person"},
		{"one of the wounded is a part", "Medics named one of the wounded as Huda Karam.", "injured 1 person part"},
		{"trucks are not people", "The convoy of 31 trucks was attacked.", ""},
		{"years are not people", "He died at the age of 81.", ""},
		{"a distance", "They were killed 20 km from the city.", ""},
		{"an argument", "The report killed two hopes.", ""},
		{"rockets stored", "The depot held 400 rockets.", ""},
		{"videos released", "The group released three videos.", ""},
		{"those spoken of before", "The soldiers were killed at dawn.", ""},
	} {
		if got := figures(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}
