package text

import "testing"

// The quick models are there for speed alone: without them nearly every word of the news has the same tag, head and relation.
func TestQuickModelsChooseLikeTheFullOnes(t *testing.T) {
	m, err := ReadModel(modelFile)
	if err != nil {
		t.Fatal(err)
	}
	file, err := m.full().Bytes()
	if err != nil {
		t.Fatal(err)
	}
	full, err := Open(file)
	if err != nil {
		t.Fatal(err)
	}
	slow, fast := parseText(full, sampleNews), parseText(engineOf(t), sampleNews)
	same := 0
	for i := range slow.Tokens {
		a, b := &slow.Tokens[i], &fast.Tokens[i]
		same += one(a.Tag == b.Tag && a.Head == b.Head && a.Rel == b.Rel)
	}
	if all := len(slow.Tokens); same*100 < all*98 {
		t.Errorf("%d of %d words are alike", same, all)
	}
}
