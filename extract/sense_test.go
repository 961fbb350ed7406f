package extract_test

import (
	"testing"

	"concord"
)

// A violent word tells of an event only where somebody or something suffers it: the first of each pair is meant otherwise, the second is not.
func TestViolentWordsAreMeantAsTheySay(t *testing.T) {
	for _, pair := range []struct {
		figurative, literal string
		kind                concord.EventType
	}{
		{"The bill was killed by senators in Lima on Friday.", "A farmer was killed by soldiers in Lima on Friday.", concord.AttackOnCivilians},
		{"Fighting inflation is hard for the bank in Ankara.", "Fighting rebels is hard for the army in Ankara.", concord.ArmedClash},
		{"The bank in Ankara has lost the inflation fight.", "Nine soldiers died in the street fight in Ankara.", concord.ArmedClash},
		{"Guards surrounded the site of the blast in Sidon on Monday.", "Guards surrounded the rebels in Sidon on Monday.", concord.Siege},
		{"Herders live in the streets surrounding Menaka market.", "Rebels are surrounding Menaka in Mali.", concord.Siege},
		{"Herders live in surrounding Menaka province.", "Rebels are surrounding Menaka in Mali.", concord.Siege},
		{"France withdrew from the climate treaty in July.", "French troops withdrew from Menaka in July.", concord.NonViolentTransferOfTerritory},
		{"The newly elected leader of Peru spoke in Lima on Friday.", "The Shining Path elected a new leader in Lima on Friday.", concord.ChangeToGroup},
		{"Homs fell to the rebels on Friday.", "Police arrested two rebels in Homs on Friday.", concord.Arrest},
		{"A lorry overturned on a road in Kitui on Friday.", "Protesters overturned a lorry in Kitui on Friday.", concord.ViolentDemonstration},
		{"The talks in Rafah were a lifeline for humanitarian aid.", "Trucks brought humanitarian aid to Rafah through the gate, and talks went on.", concord.AidDelivered},
		{"Crews readied combat flights over Palmyra.", "Crews died in combat in Palmyra.", concord.ArmedClash},
		{"A girl whose name has not been released spoke in Aleppo, and a nurse wept.", "A girl who had been held was released in Aleppo, and a nurse wept.", concord.PrisonerRelease},
		{"Shells fell in a new breach of the cessation of hostilities agreement in Homs.", "The parties signed an agreement on oil in Homs.", concord.AgreementMade},
		{"Rescuers rescued two children from the rubble in Douma on Friday.", "Buses evacuated two families from Douma on Friday.", concord.Evacuation},
		{"Some quarters of Douma were under constant fire on Friday.", "A fire destroyed a factory in Douma on Friday.", concord.ManMadeDisaster},
		{"The cabinet is fighting inflation in Ankara.", "The army is fighting rebels in Ankara.", concord.ArmedClash},
		{"Lawmakers clashed over the budget in Rome on Wednesday.", "Gunmen clashed with soldiers in Rome on Wednesday.", concord.ArmedClash},
		{"Prices exploded in Caracas on Friday.", "A car bomb exploded in Caracas on Friday.", concord.Bombing},
		{"The photographer captured the mood in Homs.", "Rebels captured the airport in Homs.", concord.NonStateActorOvertakesTerritory},
		{"The board took control of the budget in Juba.", "Rebels took control of the town of Bor in South Sudan.", concord.NonStateActorOvertakesTerritory},
		{"The trial took place in Bamako on Monday.", "Rebels took Bamako on Monday.", concord.NonStateActorOvertakesTerritory},
		{"The outbreak of war in Sudan surprised many.", "A cholera outbreak in Sudan killed 40 people.", concord.NaturalDisaster},
		{"The president died of a heart attack in Minsk.", "The president died in a bomb attack in Minsk.", concord.Bombing},
		{"The tax hurt poor people in Lima.", "The gunman hurt three people in Lima.", concord.AttackOnCivilians},
		{"The police charged the man with theft in Lima.", "The rebels attacked the soldiers in Lima.", concord.ArmedClash},
		{"The truce ended months of fighting in Yemen on Monday.", "The ceasefire in Yemen ended on Monday.", concord.CeasefireEnded},
		{"Women at the gate in Gao held up signs.", "Gunmen in Gao held up a bank.", concord.Robbery},
		{"There is talk of dead children in Gao.", "Talks between the rebels and the army opened in Gao.", concord.Talks},
		{"The bodies of nine farmers were found in Gao.", "Troops found a weapons cache in Gao.", concord.DisruptedWeaponsUse},
		{"The head of the UN body spoke in Gao.", "A body was found in a well in Gao.", concord.AttackOnCivilians},
		{"The global body's work goes on in Gao.", "Two bodies lay in a street in Gao.", concord.AttackOnCivilians},
		{"The lifts in Gao stopped working.", "Teachers in Gao stopped work over pay.", concord.PeacefulProtest},
		{"The bank in Gao was hit by higher rates.", "The bank in Gao was hit by a shell.", concord.Shelling},
		{"Tariffs hit the bakers of Gao.", "A gunman hit a baker in Gao.", concord.AttackOnCivilians},
		{"The firm shot itself in the foot in Gao.", "A gunman shot a baker in the foot in Gao.", concord.AttackOnCivilians},
		{"The UN dispersed nine million dollars in Gao.", "Police dispersed a crowd of protesters in Gao.", concord.ProtestWithIntervention},
		{"Nine people were uprooted by war in Gao.", "Settlers uprooted olive trees in Gao.", concord.LootingOrDestruction},
		{"The fall of the king was mourned in Gao.", "The army arrested the king in Gao.", concord.Arrest},
		{"The economy of Gao collapsed.", "A bridge in Gao collapsed.", concord.ManMadeDisaster},
		{"As we demonstrated, the camera works.", "Thousands demonstrated in Minsk on Sunday.", concord.PeacefulProtest},
	} {
		if got, ok := violent(read(t, pair.figurative), pair.kind); ok {
			t.Errorf("%s\nis read as %q", pair.figurative, got)
		}
		if _, ok := violent(read(t, pair.literal), pair.kind); !ok {
			t.Errorf("%s\nis not read as %s", pair.literal, pair.kind)
		}
	}
}

// violent returns the words of the reading's first event of a kind.
func violent(r concord.Reading, kind concord.EventType) (string, bool) {
	for _, c := range r.Claims {
		if c.Event != nil && c.Event.Type == kind {
			return c.Text, true
		}
	}
	return "", false
}

// What is told of a place or a people besides is no happening of its own.
func TestStatesAreNoIncidents(t *testing.T) {
	for _, c := range []struct{ text, kind string }{
		{"A car bomb killed nine people in the besieged old city of Homs on Monday.", "bombing"},
		{"Shells hit three houses surrounding a park in Sumy on Monday.", "shelling"},
		{"Police arrested two rebels in Homs on Friday. Prices in the city fell to a new low.", "arrest"},
		{"Police arrested two rebels in Homs on Friday. Britain backs rebels in their fight against the king.", "arrest"},
		{"Police arrested two rebels in Homs on Friday. A new US-formed group was named.", "arrest"},
		{"Rebel fire killed two people in Sumy on Monday.", "attack"},
		{"On 12 March 2014 Boko Haram fighters killed two farmers in Konduga.", "attack"},
	} {
		r := read(t, c.text)
		if len(r.Accounts) != 1 || string(r.Accounts[0].Type) != c.kind {
			t.Errorf("%s\n%d incidents, want one of %s", c.text, len(r.Accounts), c.kind)
		}
	}
}
