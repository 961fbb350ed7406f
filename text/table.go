package text

import (
	"encoding/binary"
	"math/bits"
)

// maxClasses is the most classes that a table can tell apart: a cell holds 7 bits of class and 9 of weight.
const maxClasses = 128

// scores holds one sum for each class.
type scores [maxClasses]int32

// Tables are read in place. A feature's slot of 8 bytes stands somewhere in its bucket, half a cache line, so that looking for it
// costs one memory access and no branch.
const (
	slotsInBucket = 4
	bucketBytes   = 8 * slotsInBucket
)

// buckets are slots found by a feature's hash: its upper bits choose the bucket, its lower ones tell the slot. A third of the features
// asked for are not there: held, small enough to stay in a core's cache, spares most of these the access to memory.
type buckets struct {
	bytes []byte
	shift uint
	held  []uint16 // for each bucket, the set of the last four bits of its slots' hashes
}

// openBuckets takes a power of two of buckets from the start of a part of the model: a 64-bit binary logarithm of their
// number, and the buckets.
func openBuckets(part []byte) (b buckets, rest []byte, err error) {
	if len(part) < 8 {
		return b, nil, errModel
	}
	log := binary.LittleEndian.Uint64(part)
	if log > 24 || len(part)-8 < bucketBytes<<log {
		return b, nil, errModel
	}
	end := 8 + bucketBytes<<log
	b = buckets{bytes: part[8:end], shift: uint(64 - log), held: make([]uint16, 1<<log)}
	for i := 0; i < len(b.bytes); i += 8 {
		if slot := binary.LittleEndian.Uint64(b.bytes[i:]); slot != 0 {
			b.held[i/bucketBytes] |= 1 << (slot & 15)
		}
	}
	return b, part[end:], nil
}

// known returns the features that may have a slot, in the same memory.
func (b *buckets) known(features []uint64) []uint64 {
	n, held, shift := 0, b.held, b.shift&63
	for _, f := range features {
		features[n] = f
		n += int(held[f>>shift] >> (f & 15) & 1)
	}
	return features[:n]
}

// find returns the feature's slot, 0 where there is none. print is the mask of the bits that tell slots apart.
func (b *buckets) find(f, print uint64) uint64 {
	at := b.bytes[f>>b.shift*bucketBytes:][:bucketBytes]
	s0, s1 := binary.LittleEndian.Uint64(at), binary.LittleEndian.Uint64(at[8:])
	s2, s3 := binary.LittleEndian.Uint64(at[16:]), binary.LittleEndian.Uint64(at[24:])
	f &= print
	return s0&same(s0&print, f) | s1&same(s1&print, f) | s2&same(s2&print, f) | s3&same(s3&print, f)
}

// same returns all ones where a and b, both below 1<<63, are equal, and 0 elsewhere.
func same(a, b uint64) uint64 { return -((a ^ b - 1) >> 63) }

// table is a linear model's rows of weights. A slot is 32 bits of the feature's hash, 24 of the row's first group and
// 8 of the number of groups; a group is four cells, a cell a class and its weight.
type table struct {
	buckets
	cells []byte
}

const tablePrint = 1<<32 - 1

// padding is the class of cells that only fill their group; their weight is 0, and nobody asks for their sum.
const padding = maxClasses - 1

// openTable reads a part of the model: buckets, then cells.
func openTable(part []byte) (t table, err error) {
	if t.buckets, t.cells, err = openBuckets(part); err != nil {
		return table{}, err
	}
	for i := 0; i < len(t.bytes); i += 8 {
		slot := binary.LittleEndian.Uint64(t.bytes[i:])
		if 8*int(slot>>40+max(1, slot>>32&0xff)) > len(t.cells) {
			return table{}, errModel
		}
	}
	return t, nil
}

// row returns the cells of a feature, nil where the model does not know it.
func (t *table) row(f uint64) []byte { return t.cellsOf(t.find(f, tablePrint)) }

func (t *table) cellsOf(slot uint64) []byte {
	return t.cells[slot>>40*8:][:slot>>32&0xff*8]
}

// add adds the weights of the features to the sums. It leaves slots in the place of the features.
func (t *table) add(sum *scores, features []uint64) {
	features = t.known(features)
	bytes, shift := t.bytes, t.shift&63
	for i, f := range features {
		at := bytes[f>>shift*bucketBytes:][:bucketBytes]
		s0, s1 := binary.LittleEndian.Uint64(at), binary.LittleEndian.Uint64(at[8:])
		s2, s3 := binary.LittleEndian.Uint64(at[16:]), binary.LittleEndian.Uint64(at[24:])
		f &= tablePrint
		features[i] = s0&same(s0&tablePrint, f) | s1&same(s1&tablePrint, f) | s2&same(s2&tablePrint, f) | s3&same(s3&tablePrint, f)
	}
	for _, slot := range features { // so that all rows are on their way to the cache before the first is added
		sum[padding] += int32(t.cells[slot>>40*8])
	}
	for _, slot := range features {
		for row := t.cellsOf(slot); len(row) >= 8; row = row[8:] {
			group := binary.LittleEndian.Uint64(row)
			sum[group&0x7f] += int32(int16(group)) >> 7
			sum[group>>16&0x7f] += int32(int16(group>>16)) >> 7
			sum[group>>32&0x7f] += int32(int16(group>>32)) >> 7
			sum[group>>48&0x7f] += int32(int16(group>>48)) >> 7
		}
	}
}

// trio is a table of rows for exactly three classes: a slot is 16 bits of the feature's hash and three 16-bit weights.
type trio struct{ buckets }

const trioPrint = 1<<16 - 1

// openTrio reads a part of the model: buckets.
func openTrio(part []byte) (t trio, err error) {
	t.buckets, _, err = openBuckets(part)
	return t, err
}

// add adds the three weights of the features to the sums.
func (t *trio) add(sum *[3]int32, features []uint64) {
	var a, b, c int32
	features = t.known(features)
	bytes, shift := t.bytes, t.shift&63
	for _, f := range features {
		at := bytes[f>>shift*bucketBytes:][:bucketBytes]
		s0, s1 := binary.LittleEndian.Uint64(at), binary.LittleEndian.Uint64(at[8:])
		s2, s3 := binary.LittleEndian.Uint64(at[16:]), binary.LittleEndian.Uint64(at[24:])
		f &= trioPrint
		slot := s0&same(s0&trioPrint, f) | s1&same(s1&trioPrint, f) | s2&same(s2&trioPrint, f) | s3&same(s3&trioPrint, f)
		a += int32(int16(slot >> 16))
		b += int32(int16(slot >> 32))
		c += int32(int16(slot >> 48))
	}
	sum[0], sum[1], sum[2] = sum[0]+a, sum[1]+b, sum[2]+c
}

// bucketsFor returns the binary logarithm of a number of buckets that n slots fill to two thirds at most.
func bucketsFor(n int) int { return bits.Len(uint(n*3/(2*slotsInBucket) + 1)) }
