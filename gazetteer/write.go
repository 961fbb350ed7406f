package gazetteer

import (
	"bufio"
	"bytes"
	"cmp"
	"io"
	"slices"
)

// Builder gathers places and makes one table of them, see layer. One that has a folder keeps no more than some 150 MB in memory,
// however many places there are: the rest lies in files there until [Builder.Close].
type Builder struct {
	count    int
	places   pile // encoded
	names    pile
	postings []posting // of the last run
	sorted   pile      // the runs before it, one after another
	ends     []int64   // where each of them ends
	run      int       // how many postings a run holds, 0 where all are one
}

// posting says that a place bears the name with this hash; with longer, that longer names begin with its words.
type posting struct {
	hash   uint64
	place  uint32 // with the highest bit set where the name is not the place's own
	longer bool
}

// runSize is how many postings are sorted at once, 32 MB of them.
const runSize = 2 << 20

// NewBuilder returns an empty builder that keeps all in memory.
func NewBuilder() *Builder { return &Builder{} }

// newLargeBuilder returns an empty builder that puts what is much into files in the folder, the postings in runs of so many.
func newLargeBuilder(folder string, run int) *Builder {
	return &Builder{run: run, places: pile{folder: folder}, names: pile{folder: folder}, sorted: pile{folder: folder}}
}

// Close removes the builder's files.
func (b *Builder) Close() {
	for _, p := range []*pile{&b.places, &b.names, &b.sorted} {
		p.drop()
	}
}

// post adds a posting, and puts the run away where it is full.
func (b *Builder) post(p posting) {
	b.postings = append(b.postings, p)
	if len(b.postings) == b.run {
		slices.SortFunc(b.postings, byHash)
		for _, p := range b.postings {
			p.put(&b.sorted)
		}
		b.ends = append(b.ends, b.sorted.size)
		b.postings = b.postings[:0]
	}
}

// byHash orders postings by their hash, then by their place.
func byHash(x, y posting) int {
	if c := cmp.Compare(x.hash, y.hash); c != 0 {
		return c
	}
	return cmp.Compare(x.place&^topBit, y.place&^topBit)
}

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
				b.post(posting{hash: k.sum(), longer: true})
			}
			k = next
			words++
		}
		rest = rest[min(end+1, len(rest)):]
	}
	if words == 0 {
		return
	}
	b.post(posting{hash: k.sum(), place: place})
	if folded, ok := foldKey(name); ok {
		b.post(posting{hash: folded.sum(), place: uint32(at) | topBit})
	}
}

// encode adds the bytes of a place, as layer reads them.
func (b *Builder) encode(p Place) {
	name := p.Name[:min(len(p.Name), 255)]
	at := uint32(b.names.size)
	b.names.add(byte(len(name)))
	b.names.add([]byte(name)...)
	for _, v := range []uint32{uint32(p.ID), uint32(int32(p.Lat * 1e5)), uint32(int32(p.Lon * 1e5)), uint32(p.Population), uint32(int32(p.Parent + 1)), at} {
		b.places.add32(v)
	}
	var tail [8]byte
	copy(tail[:2], p.Country)
	tail[2] = byte(p.Kind)
	copy(tail[4:], p.Code)
	b.places.add(tail[:]...)
}

// WriteTo writes the table.
func (b *Builder) WriteTo(w io.Writer) (written int64, err error) {
	k := keying{keys: pile{folder: b.sorted.folder}, posts: pile{folder: b.sorted.folder}, hashes: pile{folder: b.sorted.folder}}
	defer k.drop()
	if err := b.inOrder(k.take); err != nil {
		return 0, err
	}
	k.end()
	buckets, bits := 1, uint(0)
	for buckets < k.count/4 {
		buckets, bits = buckets*2, bits+1
	}
	head := []byte(magic)
	for _, count := range []int{b.count, buckets, k.count, int(k.posts.size / 4)} {
		head = putU32(head, uint32(count))
	}
	index, err := k.buckets(buckets, 64-bits)
	if err != nil {
		return 0, err
	}
	for _, part := range []io.WriterTo{bytes.NewReader(head), &b.places, bytes.NewReader(index), &k.keys, &k.posts, &b.names} {
		n, err := part.WriteTo(w)
		written += n
		if err != nil {
			return written, err
		}
	}
	return written, nil
}

// inOrder visits all postings by their hash, then their place.
func (b *Builder) inOrder(visit func(posting)) error {
	slices.SortFunc(b.postings, byHash)
	if len(b.ends) == 0 {
		for _, p := range b.postings {
			visit(p)
		}
		return nil
	}
	for _, p := range b.postings {
		p.put(&b.sorted)
	}
	b.postings = nil
	if b.sorted.flush(); b.sorted.err != nil {
		return b.sorted.err
	}
	var all runs
	begin := int64(0)
	for _, end := range append(b.ends, b.sorted.size) {
		r := &run{in: bufio.NewReaderSize(io.NewSectionReader(b.sorted.file, begin, end-begin), 1<<16)}
		if r.next(); r.err == nil {
			all = append(all, r)
		}
		begin = end
	}
	return all.merge(visit)
}

// bytes returns the table.
func (b *Builder) bytes() []byte {
	var out bytes.Buffer
	b.WriteTo(&out) // a buffer takes all
	return out.Bytes()
}
