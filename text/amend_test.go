package text

import "testing"

// TestHeadlineVerbs proves that a noun between a plural and what suffers it is a verb where the clause has no other, and stays a noun else.
func TestHeadlineVerbs(t *testing.T) {
	for _, test := range []struct {
		sentence, word string
		verb           bool
	}{
		{"Raiders torch grain store", "torch", true},
		{"Dozens missing as gunmen storm ferry", "storm", true},
		{"Two mayors flee after militiamen shell old port", "shell", true},
		{"Police fire water cannon at mourners", "fire", true},
		{"The grain storm damaged two stores", "storm", false},
		{"Special forces raid kills three", "raid", false},
		{"Small arms fire damage", "fire", false},
		{"Three rebels said the storm had passed", "storm", false},
		{"Villagers fear the storm", "storm", false},
	} {
		d := parseText(engineOf(t), test.sentence)
		for i := range d.Tokens {
			if token := &d.Tokens[i]; token.Norm == test.word && (token.POS == VERB) != test.verb {
				t.Errorf("%q: %q is a %s", test.sentence, test.word, token.POS)
			}
		}
	}
}

// TestAmendedTags proves what a hyphen and capitals say of a word, whatever it looks like by itself.
func TestAmendedTags(t *testing.T) {
	for _, test := range []struct {
		sentence, word string
		want           Tag
	}{
		{"Nine men died in the port, Human Rights Watch said on Tuesday.", "watch", NNP},
		{"The guards of the port watch the road.", "watch", VBP},
		{"Shells fell on rebel-held Douma.", "held", JJ},
		{"The rebels held Douma.", "held", VBD},
		{"Qatar-backed militias said the raid was over.", "backed", JJ},
		{"The Qatar-backed militias said the raid was over.", "backed", JJ},
		{"On Friday, suspected rebels attacked a post in Douma.", "suspected", VBN},
		{"The general suspected rebels of the raid on Douma.", "suspected", VBD},
		{"He is suspected of the raid on Douma.", "suspected", VBN},
	} {
		d := parseText(engineOf(t), test.sentence)
		for i := range d.Tokens {
			if token := &d.Tokens[i]; token.Norm == test.word && token.Tag != test.want {
				t.Errorf("%q: %q is %s, want %s", test.sentence, test.word, token.Tag, test.want)
			}
		}
	}
}
