package gazetteer

import (
	"bufio"
	"encoding/binary"
	"io"
)

// keying encodes postings in their order: the keys, the places of each, and the hashes of the keys.
type keying struct {
	keys, posts, hashes pile
	count               int    // keys
	hash                uint64 // of the key at hand
	first, last         uint32 // its first posting; the posting that is not written yet
	longer              uint32
	open, begun         bool
}

// take adds the next posting.
func (k *keying) take(p posting) {
	if !k.open || p.hash != k.hash {
		k.close()
		k.open, k.hash, k.first, k.longer = true, p.hash, uint32(k.posts.size/4), 0
	}
	switch {
	case p.longer:
		k.longer = topBit
	case k.begun && k.last&^topBit == p.place&^topBit: // the place bears the name twice: its own name counts
		k.last &= p.place
	default:
		k.write()
		k.begun, k.last = true, p.place
	}
}

// write writes the posting at hand.
func (k *keying) write() {
	if k.begun {
		k.posts.add32(k.last)
	}
	k.begun = false
}

// close ends the key at hand.
func (k *keying) close() {
	k.write()
	if k.open {
		k.keys.add32(uint32(k.hash))
		k.keys.add32(k.first | k.longer)
		k.hashes.add32(uint32(k.hash))
		k.hashes.add32(uint32(k.hash >> 32))
		k.count++
	}
}

// end ends the last key, and the table of keys.
func (k *keying) end() {
	k.close()
	k.keys.add32(0)
	k.keys.add32(uint32(k.posts.size / 4))
}

// buckets returns, for each bucket of the hashes by their highest bits, where it begins.
func (k *keying) buckets(buckets int, shift uint) ([]byte, error) {
	starts := make([]uint32, buckets+1)
	in, out := io.Pipe()
	go func() {
		_, err := k.hashes.WriteTo(out)
		out.CloseWithError(err)
	}()
	hashes := bufio.NewReaderSize(in, 1<<16)
	var b [8]byte
	for range k.count {
		if _, err := io.ReadFull(hashes, b[:]); err != nil {
			return nil, err
		}
		if bucket := binary.LittleEndian.Uint64(b[:]) >> shift; shift < 64 {
			starts[bucket+1]++
		}
	}
	if shift == 64 {
		starts[1] = uint32(k.count)
	}
	index := make([]byte, 0, 4*len(starts))
	for i := range starts {
		if i > 0 {
			starts[i] += starts[i-1]
		}
		index = putU32(index, starts[i])
	}
	return index, nil
}

func (k *keying) drop() {
	k.keys.drop()
	k.posts.drop()
	k.hashes.drop()
}
