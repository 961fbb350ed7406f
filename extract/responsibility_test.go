package extract_test

import (
	"strings"
	"testing"

	"concord"
)

// blames writes the responsibility claims of a reading: "source blames actor".
func blames(r concord.Reading) string {
	var list []string
	for _, c := range r.Claims {
		if c.Responsibility == nil {
			continue
		}
		source := "-"
		if len(c.Source) > 0 {
			source = c.Source[0].Name
		}
		words := []string{source, string(c.Stance), c.Actor.Name}
		if c.Modality != concord.Asserted {
			words = append(words, string(c.Modality))
		}
		list = append(list, strings.Join(words, " "))
	}
	return strings.Join(list, "; ")
}

func TestResponsibility(t *testing.T) {
	for _, c := range []struct{ name, text, want string }{
		{"says that it did not do it", "The army said it had not carried out the strike on the market.", "army denies army"},
		{"says that its planes did not", "The Russian military said its planes had not bombed the market in Homs.", "Russian military denies Russian Armed Forces"},
		{"another says so of somebody", "The mayor said the rebels had not shelled the mill.", ""},
		{"says that it was not behind it", "Rebels said they were not behind the blast in the market.", "Rebels denies Rebels"},
		{"a spokesman says that the group was not", "A Taliban spokesman said the group had nothing to do with the attack on the school.", "Taliban denies Taliban"},
		{"denies that it helps", "Iran denies arming the rebels.", "Iran denies Iran"},
		{"denies help", "Iran denied support to the families.", ""},
		{"did not take part", "A spokesman for the US-led coalition said the coalition did not carry out strikes on the town.", "spokesman denies US-led coalition"},
		{"by mistake", "The US-led coalition admitted that its jets had mistakenly bombed Syrian soldiers.",
			"US-led coalition admits US-led coalition; US-led coalition unintentional US-led coalition"},
		{"by accident", "Israel acknowledged striking the clinic by accident.", "Israel admits Israel; Israel unintentional Israel"},
		{"its guns, in error", "Ankara said its artillery had hit the village in error.", "Ankara admits Turkey; Ankara unintentional Turkey"},
		{"believed to have been carried out by", "The air strikes on the town are believed to have been carried out by Russian jets, activists said.",
			"activists blames Russia possible"},
		{"thought to be the work of", "The bombing in Kabul is thought to be the work of the Islamic State.", "- blames Islamic State possible"},
		{"the work of others", "The mural is thought to be the work of the Taliban.", ""},
		{"either of two, residents say", "Residents said the raid was carried out by either Afghan troops or their American allies.",
			"Residents blames Afghan troops possible; Residents blames United States possible"},
		{"who was killed did nothing", "The monitor said the eight rebels were beheaded and then hung from poles.", ""},
		{"those linked to others", "The mayor said the attacks were carried out by al-Qaeda-linked Jabhat al-Nusra.", "mayor blames Jabhat al-Nusra"},
		{"aircraft of one of two", "Warplanes believed to be either Syrian or Russian bombed the market, the mayor said.", "mayor blames Syria possible; mayor blames Russia possible"},
		{"unclear by whom", "The mayor said it was unclear if the raids were carried out by the army or the rebels.", ""},
		{"whom a number counts did nothing", "He added detail about the number of rebels killed in the raid on the port.", ""},
		{"blames somebody for it", "Ukraine blamed Russia for the shelling of the harbour.", "Ukraine blames Russia"},
		{"blames it on somebody", "Kyiv blamed the shelling on Russia.", "Kyiv blames Russia"},
		{"it is blamed on somebody", "The bombing was blamed on al-Shabaab.", "- blames Al-Shabaab"},
		{"accuses", "Azerbaijan accused Armenia of shelling the town of Ganja.", "Azerbaijan blames Armenia"},
		{"is accused", "Russia was accused of bombing the clinic.", "- blames Russia"},
		{"holds responsible", "France holds Hezbollah responsible for the killing.", "France blames Hezbollah"},
		{"is responsible, somebody says", "Israel is responsible for the strike, Hamas said.", "Hamas blames Israel"},
		{"condemns for a deed", "Turkey condemned Israel for bombing the camp.", "Turkey blames Israel"},
		{"condemns an attack, and nobody", "Turkey condemned the bombing of the camp.", ""},
		{"denies the deed", "Russia denied bombing the clinic.", "Russia denies Russia"},
		{"denies responsibility", "Hamas denied responsibility for the rocket attack.", "Hamas denies Hamas"},
		{"denies that others did it", "The mayor denied that soldiers had shelled the school.", "mayor denies soldiers"},
		{"denies that its own did it", "The army denied that its soldiers had shelled the school.", "army denies army"},
		{"says that it did it", "The Taliban said they had fired the rockets at the base.", "Taliban admits Taliban"},
		{"says that it was done to it", "The Taliban said they were attacked at the base.", ""},
		{"a nation's strike", "A French air strike killed ten fighters in northern Mali, the governor said.", "governor blames France"},
		{"a nation's own town's attack is nobody's", "The Nigerian attack killed ten people in Kano, the governor said.", ""},
		{"two sides of a fight", "Fighting between the army and the rebels has killed 40 people, the governor said.", ""},
		{"whoever gave the arms did nothing", "The mayor said the Taliban launched the attack to seize weapons given by Russia to the guards.", "mayor blames Taliban"},
		{"a spokesman denies it for whom he speaks", "A spokesman for Hamas denied that it had fired the rockets.", "spokesman denies Hamas"},
		{"rejects an accusation", "Russia rejected the accusations that it had shelled the school.", "Russia denies Russia"},
		{"denies something else", "Russia denied entry to the inspectors.", ""},
		{"claimed by", "The attack on the hotel in Kabul was claimed by the Taliban.", "Taliban admits Taliban"},
		{"which was claimed by", "The bombing in Kabul, which was claimed by the Taliban, killed nine.", "Taliban admits Taliban"},
		{"an island claimed by a state", "Soldiers landed on the island, which is claimed by Russia.", ""},
		{"condemned by", "The attack on the hotel in Kabul was condemned by the army.", ""},
		{"blamed on some by others", "The attack on the hotel in Kabul was blamed on the Taliban by the army.", "army blames Taliban"},
		{"who was driven off did not kill", "The governor said the army had repelled the militia near Kano, killing four.", "governor blames Nigerian Army"},
		{"says that it carried it out", "Al-Shabaab said it carried out the attack on Afgoye on Friday.", "Al-Shabaab admits Al-Shabaab"},
		{"says that it condemns it", "Al-Shabaab said it condemned the attack on Afgoye on Friday.", ""},
		{"will carry some out", "Al-Shabaab said it would carry out attacks on Afgoye.", ""},
		{"a broken truce is not what is blamed on them", "A bomb hurt two nurses in Tibu on Friday. The mayor blamed the National Liberation Army, whose truce with the state ran out a month ago.", "mayor blames National Liberation Army"},
		{"claims responsibility", "The Taliban claimed responsibility for the bombing in Kabul.", "Taliban admits Taliban"},
		{"claims the attack", "Hamas claimed the attack on the port.", "Hamas admits Hamas"},
		{"claims an assault", "The Taliban claimed an assault on a fort in Kunduz on Sunday.", "Taliban admits Taliban"},
		{"claims that it was another's", "The Taliban claimed the attack killed ten soldiers.", ""},
		{"claims a town", "Hamas claimed the port.", ""},
		{"lives that are claimed", "The attack claimed ten lives.", ""},
		{"is behind a deed", "Police said Hezbollah was behind the murder of the judge.", "Police blames Hezbollah"},
		{"says that it is behind a deed", "Hezbollah said it was behind a blast in Tyre.", "Hezbollah admits Hezbollah"},
		{"is behind something else", "Police said Hezbollah was behind the wall.", ""},
		{"a bomb accuses nobody", "A car bomb blamed on Hamas killed six guards.", "- blames Hamas"},
		{"who denies it", "Ukraine blamed Russia, which denied responsibility for the shelling.", "Ukraine blames Russia; Russia denies Russia"},
		{"denies it", "Ukraine said Russia shelled the harbour. Moscow denied it.", "Ukraine blames Russia; Russia denies Russia"},
		{"the group denies it", "Israel said Hezbollah had fired the rocket at Metula. The group denied it.", "Israel blames Hezbollah; Hezbollah denies Hezbollah"},
		{"another denies it", "Ukraine said Russia shelled the harbour. Turkey denied it.", "Ukraine blames Russia"},
		{"blames somebody for it, with a place", "The mayor blamed rebels for killing 22 traders on the road to Gao.", "mayor blames rebels"},
		{"who denies it, after which", "The mayor blamed Hezbollah, which denied it.", "mayor blames Hezbollah; Hezbollah denies Hezbollah"},
		{"a capital denies it", "Yerevan accused Azerbaijan of shelling Goris; Baku denied it.", "Yerevan blames Azerbaijan; Azerbaijan denies Azerbaijan"},
		{"whom nobody names suspects", "Five guards were abducted by suspected Boko Haram fighters.", "- blames Boko Haram"},
		{"each other", "Ukraine and Russia blamed each other for the shelling of the dam.", "Ukraine blames Russia; Russia blames Ukraine"},
		{"who blames others", "Syria accused the rebels, who blamed Hezbollah for the blast.", "Syria blames Syrian opposition; Syrian opposition blames Hezbollah"},
		{"who is blamed for a deed on something", "Sikh separatists were blamed for the blast on an airliner.", "- blames Sikh separatists"},
		{"either of two", "The mayor said either the army or the guerrillas had shelled the school.", "mayor blames guerrillas possible"},
		{"nobody claims responsibility", "No group has claimed responsibility for the blast.", ""},
		{"no immediate claim", "There was no immediate claim of responsibility for the blast.", ""},
		{"admits", "Israel admitted that it had bombed the school.", "Israel admits Israel"},
		{"somebody says who did it", "Mayor Ivan Petrenko said Russian warplanes bombed the bakery.", "Ivan Petrenko blames Russia"},
		{"somebody names who did it after by", "\"Ten people died in raids on the port by Russian warplanes and regime helicopters,\" Samir Halabi said.",
			"Samir Halabi blames Russia; Samir Halabi blames regime helicopters"},
		{"one or the other", "Samir Halabi said Russian or Syrian warplanes bombed the bakery.", "Samir Halabi blames Russia possible; Samir Halabi blames Syria possible"},
		{"nobody named stays nobody", "Unidentified gunmen shot the judge, police said.", ""},
		{"who reports does not do it", "The Red Cross said shells killed nine nurses, Reuters reported.", ""},
		{"laid, as is believed", "A bomb believed to have been planted by the Red Front killed nine people, police said.", "police blames Red Front possible"},
		{"laid by", "A mine laid by the Taliban killed nine farmers, police said.", "police blames Taliban"},
		{"who makes arms lays none", "A mine made by the Taliban killed nine farmers, police said.", ""},
		{"stands accused", "Russia stands accused of bombing the market in Idlib.", "- blames Russia"},
		{"its own fighters", "Hezbollah said its fighters shelled the post, killing two soldiers.", "Hezbollah admits Hezbollah"},
		{"who orders it does not admit it", "Prosecutors said Okello ordered his fighters to fire on the crowd, killing 16 people.", "Prosecutors blames fighters"},
		{"a charge that is denied", "Villagers blamed the army for the killings, a charge the army denies.", "Villagers blames army; army denies army"},
		{"a claim that is denied does not undo what is claimed", "Kyiv says Russia shelled the school, a claim Moscow denied.", "Kyiv blames Russia; Russia denies Russia"},
		{"said once", "The source said rebels of the Red Front fired rockets on the town, killing three villagers and injuring four.", "source blames rebels"},
		{"what it counted is not its own doing", "Amnesty said soldiers had shot nine men. The army rejected the accusation. The group called for calm. It has documented the killing of 30 men by the army.",
			"Amnesty blames soldiers; army denies army; Amnesty blames army"},
		{"it denied", "The army denied that it had shelled the camp. It denied killing nine nurses.", "army denies army; army denies army"},
		{"deaths are no deed", "The ministry acknowledged five deaths.", ""},
		{"a killing is one", "The ministry acknowledged the killing of five men.", "ministry admits ministry"},
		{"accused of something else", "Shells killed nine people. Ana Odo accused the army of hiding the toll.", ""},
		{"its forces, an office's", "Russia's defence ministry said its forces shelled the depot.", "Russia's defence ministry admits Russian Defence Ministry"},
		{"nothing to do with it", "Shells killed nine people. Hezbollah had nothing to do with the deaths.", "Hezbollah denies Hezbollah"},
		{"a town that a government holds", "Shelling of a government-held town killed nine people, state media reported.", ""},
		{"blamed, though others blame others", "Villagers blamed the army, though others attributed the strike to Russia.", "Villagers blames army; others blames Russia"},
		{"what it does in general", "Shells killed nine people. Damascus says it only targets soldiers.", ""},
		{"who tells does not kill", "Russian jets hit the town, rescuers said, killing nine farmers.", "rescuers blames Russia"},
		{"findings rejected", "Amnesty said Russia shelled the camp. Russia rejected the findings.", "Amnesty blames Russia; Russia denies Russia"},
		{"who doubts another's claim denies no deed", "The Israeli army said it had shelled a depot, a claim Hezbollah rejected.", "Israeli army admits Israeli army"},
		{"blamed on one by another", "The shots at the ferry were blamed on Kenya by the militia.", "militia blames Kenya"},
		{"a shelling blamed on one by another", "The shelling of the ferry was blamed on Kenya by fishermen.", "fishermen blames Kenya"},
		{"blamed by a river", "The shelling was blamed on Kenya by the end of the week.", "- blames Kenya"},
		{"the work of somebody", "Guards said the blast was the work of Hezbollah.", "Guards blames Hezbollah"},
		{"the work of nobody who fights", "Guards said the novel was the work of Hezbollah.", ""},
		{"claims two at once", "Hamas claimed the twin bombings in Haifa.", "Hamas admits Hamas"},
		{"apologises for a deed", "The army apologised for the raid on the clinic.", "army admits army"},
		{"apologises for something else", "The army apologised for the delay after the raid.", ""},
		{"those backed by another", "Qatar-backed militias said the blast was the work of Hezbollah.", "Qatar-backed militias blames Hezbollah"},
		{"who could not find out", "The mission could not verify that soldiers had shot the nine fishermen.", ""},
		{"who found out", "The mission verified that soldiers had shot the nine fishermen.", "mission blames soldiers"},
		{"who was unable to", "The mission was unable to establish that soldiers had shot the nine fishermen.", ""},
		{"nothing shows it", "There is no proof that soldiers shot the nine fishermen, the mayor said.", ""},
		{"something shows it", "There is proof that soldiers shot the nine fishermen, the mayor said.", "mayor blames soldiers"},
		{"whom somebody quotes", "The agency quoted the minister as saying that Hezbollah had shelled the mill.", "minister blames Hezbollah"},
		{"who quotes nobody", "The agency said that Hezbollah had shelled the mill.", "agency blames Hezbollah"},
		{"whom a nation is among", "The mayor said Hezbollah had killed four Danes.", "mayor blames Hezbollah"},
		{"the military", "The military claimed the attack on the ferry.", "military admits military"},
		{"a soldier", "The soldier claimed the attack on the ferry.", ""},
		{"who died in it", "Six rebels died in an ambush near Jilib, the mayor said.", ""},
		{"who died as he did it", "Six rebels died as they attacked a mill near Jilib, the mayor said.", "mayor blames rebels"},
		{"not responsible", "Iran was not responsible for the attack, the minister said.", "minister denies Iran"},
	} {
		if got := blames(read(t, c.text)); got != c.want {
			t.Errorf("%s: %q\n got %s\nwant %s", c.name, c.text, got, c.want)
		}
	}
}

// TestStanceOfDoers proves that who did what did not happen, or is only held to have happened, does not stand as the doer.
func TestStanceOfDoers(t *testing.T) {
	for _, c := range []struct{ text, name, stance string }{
		{"Soldiers shot nine fishermen in Jilib.", "Soldiers", "asserted"},
		{"Nine fishermen were shot dead on Friday morning in the town of Jilib by soldiers.", "soldiers", "asserted"},
		{"The raid on Jilib was condemned by soldiers.", "", ""},
		{"The raid on a town held by rebels killed nine.", "", ""},
		{"The raid was on an area believed to be held by rebels, near Jilib, and killed nine.", "", ""},
		{"The raid carried out by rebels killed nine.", "rebels", "asserted"},
		{"The raid on Jilib comes amid violence where rebels have been advancing in recent months.", "", ""},
		{"Soldiers allegedly shot nine fishermen in Jilib.", "Soldiers", "blamed"},
		{"It is alleged that policemen shot nine fishermen in Jilib.", "policemen", "blamed"},
		{"The mayor said policemen shot nine fishermen in Jilib.", "policemen", "blamed"},
		{"The mission could not verify that the rebels had shelled the mill in Jilib.", "rebels", "blamed"},
		{"The colonel withdrew his accusation that the rebels had shelled the mill in Jilib.", "rebels", "blamed"},
		{"Four Danes were shot by policemen in Jilib.", "policemen", "asserted"},
		{"Four Danes were shot by policemen in Jilib.", "Danes", ""},
		{"The rebels have not shelled the mill in Jilib.", "rebels", "denied"},
	} {
		stance := ""
		for _, a := range read(t, c.text).Accounts {
			for _, p := range a.Perpetrators {
				if p.Name == c.name {
					stance = p.Stance
				}
			}
		}
		if stance != c.stance {
			t.Errorf("%s: %s is %q, want %q", c.text, c.name, stance, c.stance)
		}
	}
}
