package gazetteer

import (
	"bytes"
	"fmt"
	"os"
	"testing"
)

// TestLargeTableIsTheSame holds that a table that was sorted in files is, byte for byte, the one that was sorted in memory, and
// that no file is left.
func TestLargeTableIsTheSame(t *testing.T) {
	folder := t.TempDir()
	small, large := NewBuilder(), newLargeBuilder(folder, 500)
	for i := range 8000 {
		p := Place{ID: i + 1, Name: fmt.Sprintf("Al Town %c%c%d", 'A'+i%26, 'A'+i/26%26, i%1000), Country: "SY", Kind: Village, Parent: -1}
		small.Add(p, fmt.Sprintf("Tel %d", i%5000), p.Name)
		large.Add(p, fmt.Sprintf("Tel %d", i%5000), p.Name)
	}
	if len(large.ends) == 0 {
		t.Fatal("nothing was sorted in files")
	}
	var a, b bytes.Buffer
	for builder, out := range map[*Builder]*bytes.Buffer{small: &a, large: &b} {
		if _, err := builder.WriteTo(out); err != nil {
			t.Fatal(err)
		}
	}
	large.Close()
	if !bytes.Equal(a.Bytes(), b.Bytes()) {
		t.Errorf("the tables differ: %d and %d bytes", a.Len(), b.Len())
	}
	if left, _ := os.ReadDir(folder); len(left) > 0 {
		t.Errorf("%d files are left, such as %s", len(left), left[0].Name())
	}
}
