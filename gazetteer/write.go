package gazetteer

import (
	"bytes"
	"cmp"
	"io"
	"slices"
)

// Builder gathers places and makes one table of them, see layer.
type Builder struct {
	count    int
	places   []byte // encoded
	names    []byte
	postings []posting
}

// posting says that a place bears the name with this hash; with longer, that longer names begin with its words.
type posting struct {
	hash   uint64
	place  uint32 // with the highest bit set where the name is not the place's own
	longer bool
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder { return &Builder{} }

// Add adds a place under its own name and the others, and returns its index, which later places may bear as Parent.
func (b *Builder) Add(p Place, others ...string) int {
	at := b.count
	b.count++
	b.encode(p)
	b.Name(at, p.Name, true)
	for _, name := range others {
		b.Name(at, name, false)
	}
	return at
}

// Name gives place at one more name, its own or another one.
func (b *Builder) Name(at int, name string, own bool) {
	place := uint32(at)
	if !own {
		place |= topBit
	}
	k, words := noKey, 0
	for rest := Plain(name); len(rest) > 0; {
		end := 0
		for end < len(rest) && !parts(rest[end]) {
			end++
		}
		if next := k.word(rest[:end]); next != k {
			if words > 0 {
				b.postings = append(b.postings, posting{hash: k.sum(), longer: true})
			}
			k = next
			words++
		}
		rest = rest[min(end+1, len(rest)):]
	}
	if words == 0 {
		return
	}
	b.postings = append(b.postings, posting{hash: k.sum(), place: place})
	if folded, ok := foldKey(name); ok {
		b.postings = append(b.postings, posting{hash: folded.sum(), place: uint32(at) | topBit})
	}
}

func (b *Builder) encode(p Place) {
	name := p.Name[:min(len(p.Name), 255)]
	at := uint32(len(b.names))
	b.names = append(append(b.names, byte(len(name))), name...)
	for _, v := range []uint32{uint32(p.ID), uint32(int32(p.Lat * 1e5)), uint32(int32(p.Lon * 1e5)), uint32(p.Population), uint32(int32(p.Parent + 1)), at} {
		b.places = putU32(b.places, v)
	}
	var tail [8]byte
	copy(tail[:2], p.Country)
	tail[2] = byte(p.Kind)
	copy(tail[4:], p.Code)
	b.places = append(b.places, tail[:]...)
}

// WriteTo writes the table.
func (b *Builder) WriteTo(w io.Writer) (written int64, err error) {
	slices.SortFunc(b.postings, func(x, y posting) int {
		if c := cmp.Compare(x.hash, y.hash); c != 0 {
			return c
		}
		return cmp.Compare(x.place&^topBit, y.place&^topBit)
	})
	keys, posts, hashes := b.table()
	buckets, bits := 1, uint(0)
	for buckets < len(hashes)/4 {
		buckets, bits = buckets*2, bits+1
	}
	head := []byte(magic)
	for _, count := range []int{b.count, buckets, len(hashes), len(posts) / 4} {
		head = putU32(head, uint32(count))
	}
	for _, part := range [][]byte{head, b.places, bucketsOf(hashes, buckets, 64-bits), keys, posts, b.names} {
		n, err := w.Write(part)
		written += int64(n)
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// bytes returns the table.
func (b *Builder) bytes() []byte {
	var out bytes.Buffer
	b.WriteTo(&out) // a buffer takes all
	return out.Bytes()
}

// table encodes the sorted postings: the keys, the places of each, and the hashes of the keys.
func (b *Builder) table() (keys, posts []byte, hashes []uint64) {
	for i := 0; i < len(b.postings); {
		hash, first, longer := b.postings[i].hash, uint32(len(posts)/4), uint32(0)
		var last uint32
		for begun := false; i < len(b.postings) && b.postings[i].hash == hash; i++ {
			switch p := b.postings[i]; {
			case p.longer:
				longer = topBit
			case begun && last&^topBit == p.place&^topBit: // the place bears the name twice: its own name counts
				last &= p.place
				posts = putU32(posts[:len(posts)-4], last)
			default:
				begun, last = true, p.place
				posts = putU32(posts, last)
			}
		}
		keys = putU32(putU32(keys, uint32(hash)), first|longer)
		hashes = append(hashes, hash)
	}
	return putU32(putU32(keys, 0), uint32(len(posts)/4)), posts, hashes
}

// bucketsOf returns, for each bucket of hashes by their highest bits, where it begins.
func bucketsOf(hashes []uint64, buckets int, shift uint) []byte {
	out, next := make([]byte, 0, 4*(buckets+1)), 0
	for bucket := range buckets {
		for next < len(hashes) && shift < 64 && int(hashes[next]>>shift) < bucket {
			next++
		}
		out = putU32(out, uint32(next))
	}
	return putU32(out, uint32(len(hashes)))
}
