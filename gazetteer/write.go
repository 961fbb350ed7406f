package gazetteer

import (
	"io"
	"sort"
)

// Builder gathers places and writes them as one table, see layer.
type Builder struct {
	places []Place
	named  map[uint64][]uint32 // postings by hash of a name
	longer map[uint64]bool     // hashes of words that begin longer names
}

// NewBuilder returns an empty builder.
func NewBuilder() *Builder {
	return &Builder{named: map[uint64][]uint32{}, longer: map[uint64]bool{}}
}

// Add adds a place under its own name and the others, and returns its index, which later places may bear as Parent.
func (b *Builder) Add(p Place, others ...string) int {
	at := len(b.places)
	b.places = append(b.places, p)
	b.Name(at, p.Name, true)
	for _, name := range others {
		b.Name(at, name, false)
	}
	return at
}

// Name gives place at one more name, its own or another one.
func (b *Builder) Name(at int, name string, own bool) {
	posting := uint32(at)
	if !own {
		posting |= topBit
	}
	k, words := noKey, 0
	rest := Plain(name)
	for len(rest) > 0 {
		end := 0
		for end < len(rest) && !parts(rest[end]) {
			end++
		}
		if words > 0 {
			b.longer[k.sum()] = true
		}
		if next := k.word(rest[:end]); next != k {
			k = next
			words++
		}
		rest = rest[min(end+1, len(rest)):]
	}
	if words == 0 {
		return
	}
	b.post(k.sum(), posting)
	if folded, ok := foldKey(name); ok {
		b.post(folded.sum(), posting|topBit)
	}
}

// post adds a posting once: a place's own name counts before another of the same spelling.
func (b *Builder) post(hash uint64, posting uint32) {
	for i, known := range b.named[hash] {
		if known&^topBit == posting&^topBit {
			b.named[hash][i] = known & posting
			return
		}
	}
	b.named[hash] = append(b.named[hash], posting)
}

// WriteTo writes the table.
func (b *Builder) WriteTo(w io.Writer) (int64, error) {
	n, err := w.Write(b.bytes())
	return int64(n), err
}

func (b *Builder) bytes() []byte {
	for hash := range b.longer {
		if b.named[hash] == nil {
			b.named[hash] = []uint32{}
		}
	}
	hashes := make([]uint64, 0, len(b.named))
	postings := 0
	for hash, list := range b.named {
		hashes = append(hashes, hash)
		postings += len(list)
	}
	sort.Slice(hashes, func(i, j int) bool { return hashes[i] < hashes[j] })
	buckets, bits := 1, uint(0)
	for buckets < len(hashes)/4 {
		buckets, bits = buckets*2, bits+1
	}
	out := []byte(magic)
	for _, count := range []int{len(b.places), buckets, len(hashes), postings} {
		out = putU32(out, uint32(count))
	}
	out, names := b.putPlaces(out)
	out = putBuckets(out, hashes, buckets, 64-bits)
	out = b.putKeys(out, hashes)
	return append(out, names...)
}

func (b *Builder) putPlaces(out []byte) (table, names []byte) {
	at := map[string]uint32{}
	for _, p := range b.places {
		name := p.Name[:min(len(p.Name), 255)]
		if _, ok := at[name]; !ok {
			at[name] = uint32(len(names))
			names = append(append(names, byte(len(name))), name...)
		}
		out = putU32(out, uint32(p.ID))
		out = putU32(out, uint32(int32(p.Lat*1e5)))
		out = putU32(out, uint32(int32(p.Lon*1e5)))
		out = putU32(out, uint32(p.Population))
		out = putU32(out, uint32(int32(p.Parent+1)))
		out = putU32(out, at[name])
		var tail [8]byte
		copy(tail[:2], p.Country)
		tail[2] = byte(p.Kind)
		copy(tail[4:], p.Code)
		out = append(out, tail[:]...)
	}
	return out, names
}

func putBuckets(out []byte, hashes []uint64, buckets int, shift uint) []byte {
	next := 0
	for bucket := range buckets {
		for next < len(hashes) && shift < 64 && int(hashes[next]>>shift) < bucket {
			next++
		}
		out = putU32(out, uint32(next))
	}
	return putU32(out, uint32(len(hashes)))
}

func (b *Builder) putKeys(out []byte, hashes []uint64) []byte {
	start := 0
	for _, hash := range hashes {
		first := uint32(start)
		if b.longer[hash] {
			first |= topBit
		}
		out = putU32(putU32(out, uint32(hash)), first)
		start += len(b.named[hash])
	}
	out = putU32(putU32(out, 0), uint32(start))
	for _, hash := range hashes {
		for _, posting := range b.named[hash] {
			out = putU32(out, posting)
		}
	}
	return out
}
