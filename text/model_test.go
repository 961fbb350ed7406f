package text

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

func TestModelFileRoundTrip(t *testing.T) {
	m := Model{"one": []byte("first"), "two": nil, "sixteen-letters!": []byte{0, 1, 2}}
	file, err := m.Bytes()
	if err != nil {
		t.Fatal(err)
	}
	back, err := ReadModel(file)
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != len(m) {
		t.Fatalf("%d parts, want %d", len(back), len(m))
	}
	for name, part := range m {
		if !bytes.Equal(back[name], part) {
			t.Errorf("part %q: %q, want %q", name, back[name], part)
		}
	}
	if _, err := (Model{"a name that is too long": nil}).Bytes(); err == nil {
		t.Error("a name of 23 bytes was taken")
	}
}

// The program carries the model, so the file stays small.
func TestModelFileIsSmall(t *testing.T) {
	if len(modelFile) > 20_000_000 {
		t.Errorf("the model file has %d bytes", len(modelFile))
	}
}

// Features whose rows are alike share one, and each finds its own weights.
func TestRowsThatAreAlikeStandOnce(t *testing.T) {
	rows := [][]uint16{{1 << 7}, {3<<7 | 1, 4<<7 | 2, 5<<7 | 3, 6<<7 | 4, 7<<7 | 5}}
	features := make([]uint64, 40)
	for i := range features {
		features[i] = uint64(i+1) * 0x9e37_79b9_7f4a_7c15
	}
	want := func(f uint64) []uint16 { return rows[f%2] }
	table, err := openTable(exactTable(features, want), maxClasses)
	if err != nil {
		t.Fatal(err)
	}
	if len(table.groups) != 3 {
		t.Errorf("%d groups of cells, want 3", len(table.groups))
	}
	for _, f := range features {
		if !slices.Equal(table.row(f), inPlace[uint64](packRow(want(f), maxClasses))) {
			t.Errorf("feature %x: row %x", f, table.row(f))
		}
	}
}

// A row gives the same sums whether it is a row of cells or a full one, and below zero too.
func TestFullRowsAddUpAsCellsDo(t *testing.T) {
	random := rand.New(rand.NewPCG(3, 3))
	for _, classes := range []int{3, 11, 46, 91} {
		var full, cells scores
		want := make([]int32, classes)
		for range 40 {
			var row []uint16
			for class := range want {
				if weight := random.IntN(511) - 255; random.IntN(3) > 0 {
					row = append(row, uint16(weight<<7|class))
					want[class] += int32(weight)
				}
			}
			full.addFull(inPlace[uint64](packFull(row, wordsFor(classes))))
			cells.addCells(inPlace[uint64](packCells(row)))
		}
		for class, sum := range want {
			if full.of(class) != sum || cells.of(class) != sum {
				t.Errorf("class %d of %d: %d and %d, want %d", class, classes, full.of(class), cells.of(class), sum)
			}
		}
	}
}

func FuzzOpenNeverPanics(f *testing.F) {
	file, _ := Model{"tagger.rows": make([]byte, 48)}.Bytes()
	f.Add(file)
	f.Add([]byte("CONCORD1"))
	f.Add(modelFile[:4096])
	f.Fuzz(func(t *testing.T, file []byte) {
		if _, err := Open(file); err == nil {
			t.Error("nonsense was opened")
		}
	})
}

// A learner that is told which of three classes goes with a feature says so after packing.
func TestTablesKeepWhatWasLearned(t *testing.T) {
	random := rand.New(rand.NewPCG(7, 7))
	l := NewLearner(3)
	sum := make([]float32, 3)
	features := make([]uint64, 500)
	for i := range features {
		features[i] = random.Uint64()
	}
	for range 6 {
		for i, f := range features {
			l.Score(sum, []uint64{f})
			l.Tick()
			if guess := highest(sum, bitset{}); guess != i%3 {
				l.Update([]uint64{f}, i%3, guess)
			}
		}
	}
	w := l.Average()
	table, err := openTable(w.Table(len(features), 1), 3)
	if err != nil {
		t.Fatal(err)
	}
	trio, err := openTrio(w.Trio(len(features)))
	if err != nil {
		t.Fatal(err)
	}
	lost := 0
	for i, f := range features {
		var rows scores
		table.add(&rows, []uint64{f})
		sums := trio.sum(trio.ask([]uint64{f}))
		if rows == (scores{}) || sums == ([3]int32{}) {
			lost++
			continue
		}
		for c := range 3 {
			if c != i%3 && (rows.of(c) >= rows.of(i%3) || sums[c] >= sums[i%3]) {
				t.Errorf("feature %d: class %d scores %d and %d, the right one %d and %d", i, c, rows.of(c), sums[c], rows.of(i%3), sums[i%3])
			}
		}
	}
	// Full buckets drop a few rows, and a feature whose class was the first guess needs none.
	if lost > len(features)/2 {
		t.Errorf("%d of %d features lost", lost, len(features))
	}
	var none scores
	table.add(&none, []uint64{random.Uint64()})
	if none != (scores{}) {
		t.Error("an unknown feature has weights")
	}
}

func TestCoNLLUComesBack(t *testing.T) {
	d := parseText(engineOf(t), "Troops didn't leave the town. Two men died.")
	var b strings.Builder
	if err := WriteCoNLLU(&b, "x", d); err != nil {
		t.Fatal(err)
	}
	back, err := ReadCoNLLU(strings.NewReader(b.String()))
	if err != nil {
		t.Fatal(err)
	}
	if len(back) != 1 || len(back[0].Tokens) != len(d.Tokens) || len(back[0].Sentences) != len(d.Sentences) {
		t.Fatalf("read %d documents from %s", len(back), b.String())
	}
	if got, want := arcs(back[0]), arcs(d); got != want {
		t.Errorf("read %s, wrote %s", got, want)
	}
	if got := strings.TrimSpace(back[0].Text); got != d.Text {
		t.Errorf("text %q, want %q", got, d.Text)
	}
}
