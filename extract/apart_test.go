package extract_test

import "testing"

// TestApart proves what is kept out of an incident: what a whole war cost, what goes on again and again, and what a chronicle tells
// of the next day.
func TestApart(t *testing.T) {
	for _, c := range []struct{ proves, text, want string }{
		{"a war's toll has no part in the last incident", "Gunmen shot a baker in Damascus on Friday. Since 2011 the war has killed hundreds of thousands of people.", "attack 2022-03-11 Damascus"},
		{"nor where the war is named after it", "Mortar shells wounded four pupils in Damascus. More than 280,000 people have been killed since the conflict began in 2011.", "shelling 2022-03-13 Damascus"},
		{"nor those whom it hurt or drove out", "Mortar shells wounded four pupils in Damascus. The conflict has killed over 470,000 people, injured 1.9 million others and displaced half of the population.", "shelling 2022-03-13 Damascus"},
		{"an incident's toll stays, though its war is named", "A shell killed nine people in Douma on Friday, in the eleventh year of the war.", "shelling 2022-03-11 Douma"},
		{"and where a town is called after it", "Jets bombed two streets in the war-hit town of Douma on Friday, leaving 43 civilians dead.", "air_strike 2022-03-11 Douma"},
		{"what falls every day is no incident", "A sniper shot a nurse in Saraqib on Thursday. Shells fall on the town every day.", "attack 2022-03-10 Saraqib"},
		{"what fell on one day is", "Shells fell on Saraqib on Thursday and killed a nurse.", "shelling 2022-03-10 Saraqib"},
		{"a chronicle's next day tells of the next attack", "On 6 March, rebels and soldiers clashed in Daraa. On 7 March, a suicide bomber killed six worshippers in Peshawar.", "armed_clash 2022-03-06 Daraa\nsuicide_bomb 2022-03-07 Peshawar"},
		{"who dies on the next day died of the same", "On Friday, a bomb hurt nine people in Kandahar. On Saturday, one of them died.", "bombing 2022-03-11 Kandahar"},
		{"elsewhere, others", "Gunmen shot dead four guards in Sirte on Friday. Elsewhere, gunmen killed two guards on the same road.", "armed_clash 2022-03-11 Sirte\narmed_clash 2022-03-11 Sirte"},
		{"and separately", "A bomb killed two farmers in Gao on Friday. Separately, two guards were killed in clashes in the same region.", "bombing 2022-03-11 Gao\narmed_clash 2022-03-11 Gao"},
		{"meanwhile, in another town", "A bomb killed two farmers in Gao on Friday. Meanwhile gunmen shot dead a guard in Menaka.", "bombing 2022-03-11 Gao\narmed_clash 2022-03-11 Menaka"},
		{"meanwhile, of the same", "A bomb killed two farmers in Gao on Friday. Meanwhile people mourned the victims of the bombing.", "bombing 2022-03-11 Gao"},
		{"others who did it", "An army unit killed nine rebels in Gao on Friday. Another unit killed four rebels on a road.", "armed_clash 2022-03-11 Gao\narmed_clash 2022-03-11 Gao"},
		{"others whom it hit", "An army unit killed nine rebels in Gao on Friday. Other rebels fled the fighting.", "armed_clash 2022-03-11 Gao"},
		{"a list that has lost its stops", "Homs Army units killed nine rebels in Rastan on Friday. Hama Army units killed four rebels in Latamneh.", "armed_clash 2022-03-11 Rastan\narmed_clash 2022-03-11 Latamneh"},
		{"what points back is of the same, wherever it was said", "A bomb killed two farmers in Gao on Friday. Elsewhere, people mourned the victims of the bombing.", "bombing 2022-03-11 Gao"},
		{"the next place of a round-up", "Gunmen shot dead four guards in Sirte on Friday. In Zliten, gunmen shot dead a guard.", "armed_clash 2022-03-11 Sirte\narmed_clash 2022-03-11 Zliten"},
		{"the next place, after one that was told before", "Gunmen came to Sirte on Friday. They shot dead four guards. In Zliten, gunmen shot dead a guard.", "attack 2022-03-11 Sirte\narmed_clash 2022-03-11 Zliten"},
		{"the city of the same place", "Shells hit Aleppo on Friday. In Aleppo, the shells killed four bakers.", "shelling 2022-03-11 Aleppo"},
		{"what is told to say when another happened", "A mine killed two officers in Bannu on Friday. The blast came hours after gunmen shot a guard in Lakki Marwat.", "bombing 2022-03-11 Bannu\narmed_clash 2022-03-11 Lakki Marwat"},
		{"or how it compares", "Shells killed 21 people in Donetsk on Friday. It was the highest toll since an attack on a station in Kramatorsk in January that killed 50 people.", "shelling 2022-03-11 Donetsk\nattack 2022-01 Kramatorsk"},
		{"but who dies later dies of the same", "A mine hurt two officers in Gao on Friday. One died two days after the blast.", "bombing 2022-03-11 Gao"},
		{"what is told with its toll, its month and its place", "A bomb wounded four bakers in Homs on Friday. In December, nine people were killed in two explosions in the Zahraa quarter of Homs.", "bombing 2022-03-11 Homs\nbombing 2021-12 al-Zahraa"},
		{"nor whom it drove out, with no comma to say so", "Shells killed four bakers in Homs on Friday. The conflict has claimed the lives of over 470000 people injured 1.9 million others and displaced nearly half of the population.", "shelling 2022-03-11 Homs"},
		{"nor those whom it hurt, by a report of a month", "Shells killed four bakers in Homs on Friday. According to a February report the conflict has claimed the lives of over 470000 people injured 1.9 million others and displaced nearly half of the population.", "shelling 2022-03-11 Homs"},
		{"under whose banner somebody has fought for years", "Shells killed four bakers in Homs on Friday. Fighting under one banner, the groups have grown strong.", "shelling 2022-03-11 Homs"},
		{"a fight that somebody only wants", "Shells killed four bakers in Homs on Friday. The king does not have the will to fight militants.", "shelling 2022-03-11 Homs"},
		{"how a war began is no news", "Shells killed four bakers in Homs on Friday. Nobody has ended the conflict that began in 2011 with protests that were met with a crackdown.", "shelling 2022-03-11 Homs"},
		{"a protest of today is", "Shells killed four bakers in Homs on Friday. In February, protesters marched in Hama as a conflict over wages began.", "shelling 2022-03-11 Homs\npeaceful_protest 2022-02 Hama"},
		{"a headline of two places, and what befell each", "Five killed by shells in Damascus Aleppo. Five people were killed Friday by mortar shells in Damascus city. In Aleppo city three bakers were hurt by a rocket.", "shelling 2022-03-11 Damascus\nshelling 2022-03-11 Aleppo"},
		{"one town, one day, one kind", "An air strike hit a market in Atarib on Friday. The mayor spoke. The market is old. It was built long ago. The town has a mosque. On Friday, jets struck the market of Atarib, a witness said.", "air_strike 2022-03-11 Atarib"},
		{"and two tolls", "Shells killed two bakers in Homs on Friday. The mayor spoke. Rain fell. Nobody came. The town has a mosque. On Friday, shells killed five nurses in Homs.", "shelling 2022-03-11 Homs\nshelling 2022-03-11 Homs"},
		{"news, and what is told of long ago", "Police have shot dead three gunmen in Sousse. In 2015, gunmen killed 38 tourists in the town.", "attack 2022-03-13 Sousse\nattack 2015 Sousse"},
		{"the worst of its kind, years ago", "Police have shot dead three teachers in Sousse. The town was the site of the country's deadliest attack in 2015, when gunmen killed 38 tourists.", "attack 2022-03-13 Sousse\nattack 2015 Sousse"},
		{"the worst of its kind, today's", "Police have shot dead three teachers in Sousse. It was the deadliest attack in the town.", "attack 2022-03-13 Sousse"},
		{"each of a row of attacks by its day and its place, though they are told as a row", "Deadly attacks have struck towns over the past month. A missile hit a mall in Homs on 20 February and killed 18 people. A hotel in Palmyra was hit on 1 March, killing 21 people.", "armed_clash 2022-02-14\nshelling 2022-02-20 Homs\nattack 2022-03-01 Palmyra"},
		{"what a toll includes, by its places, and what it was before, are of the one whose toll it is", "The Observatory raised its toll of Friday's air strikes in Idlib province to 72 dead. It had earlier documented 45 deaths. The new count includes 15 people killed in the town of Saraqib and 11 killed in the town of Binnish, the Observatory said.", "air_strike 2022-03-11 Idlib"},
		{"a tally of other towns, told by itself, is not", "An air strike killed 72 people in Saraqib on Friday. The group's report includes 15 people killed by shells in Homs on Thursday.", "air_strike 2022-03-11 Saraqib\nshelling 2022-03-10 Homs"},
		{"what nothing ties to the first, told after another", "Shells killed two bakers in Homs on 4 March. Gunmen seized four nurses in Hama on Sunday. The minister spoke of the harvest. In the hills men shot at a patrol, a commander said.", "shelling 2022-03-04 Homs\nabduction 2022-03-13 Hama\narmed_clash 2022-03-13 Hama"},
		{"those whom the first befell tie it to that", "Shells killed two bakers in Homs on 4 March. Gunmen seized four nurses in Hama on Sunday. The minister spoke of the harvest. The bakers were killed as they slept.", "shelling 2022-03-04 Homs\nabduction 2022-03-13 Hama"},
		{"and so do its arms", "Shells killed two bakers in Homs on 4 March. Gunmen seized four nurses in Hama on Sunday. The minister spoke of the harvest. The shells hurt a nurse too.", "shelling 2022-03-04 Homs\nabduction 2022-03-13 Hama"},
		{"arms of the same kind do not", "Shells killed two bakers in Homs on 4 March. Gunmen seized four nurses in Hama on Sunday. The minister spoke of the harvest. Shells hurt a teacher in Palmyra.", "shelling 2022-03-04 Homs\nabduction 2022-03-13 Hama\nshelling 2022-03-13 Palmyra"},
		{"what another item of a list tells of", "• Shells hit a mill in Homs on Friday, killing two bakers.\n\n• Gunmen killed a nurse on the road.\n\n• Prices rose in Damascus.", "shelling 2022-03-11 Homs\nattack 2022-03-13 Homs"},
		{"the same mill in another item", "• Shells hit a mill in Homs on Friday, killing two bakers.\n\n• The shelling of the mill in Homs went on until dawn.\n\n• Prices rose in Damascus.", "shelling 2022-03-11 Homs"},
		{"a toll with its day is lost in no long report", "Guards shot a man who ran at a convoy in Maiduguri on Saturday. The governor was in the convoy. He was not hurt. The state is poor. On Friday, when he was on the road to the lake, an ambush on the convoy left 30 dead. Funerals were held.", "attack 2022-03-12 Maiduguri\nattack 2022-03-11 Maiduguri"},
		{"what is said again in the same words", "A mortar bomb killed four bakers on the road to Homs on Friday. The mayor spoke of fires in the hills. Gunmen kidnapped a nurse in Hama on Monday. A mortar bomb killed four bakers on the road to Homs on Friday.", "shelling 2022-03-11 Homs\nabduction 2022-03-14 Hama"},
		{"whom what was told before hurt as well", "An air raid on a camp near Daraa killed twelve people on Friday. Seven people were also wounded in the air raid on the camp, three of them women.", "air_strike 2022-03-11 Daraa"},
		{"what is usually done is none", "Such attacks are usually carried out by rebels. Shells killed two bakers in Homs on Friday.", "shelling 2022-03-11 Homs"},
		{"what was usually done, on a day, is", "Rebels carried out attacks in Hama on Thursday. Shells killed two bakers in Homs on Friday.", "attack 2022-03-10 Hama\nshelling 2022-03-11 Homs"},
		{"what those who did it did next", "Suspected JNIM fighters attacked a post in Djibo on Friday, killing four guards. The assailants burned a market before they left.", "armed_clash 2022-03-11 Djibo"},
		{"what others did next", "Suspected JNIM fighters attacked a post in Djibo on Friday, killing four guards. Villagers burned a market in Dori on Saturday.", "armed_clash 2022-03-11 Djibo\nmob_violence 2022-03-12 Dori"},
		{"what was repaid", "On Friday the army shelled Homs in retaliation for a raid on its base, a spokesman said.", "shelling 2022-03-11 Homs\nattack 2022-03-11 Homs"},
		{"the years of a count", "Soldiers killed 402 farmers in Sousse between 2002 and 2008.", "attack 2002 Sousse"},
		{"who they are to whom it happened is no happening", "Shells hit a camp near Homs on Friday that houses families fleeing the war, killing two bakers.", "shelling 2022-03-11 Homs"},
		{"their flight, told as news, is", "Shells hit a camp near Homs on Friday, killing two bakers. Nine families fled the camp.", "shelling 2022-03-11 Homs\ndisplacement 2022-03-11 Homs"},
		{"of the same man told before", "Police have charged a man who shot a nurse in Sousse. He shot her in January.", "attack 2022-01 Sousse"},
	} {
		if got := toldIn(t, c.text); got != c.want {
			t.Errorf("%s:\n%s\nwant\n%s", c.proves, got, c.want)
		}
	}
}
