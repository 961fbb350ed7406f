package text

import (
	"encoding/binary"
	"math/bits"
	"slices"
)

// maxClasses is the most classes that a table can tell apart: a cell holds 7 bits of class and 9 of weight.
const maxClasses = 128

// scores holds one sum for each class, four in a word: the sum of all 65536^(class mod 4) × weight. So four are added at once, and each is
// right as long as it is in 16 bits.
type scores [maxClasses / 4]uint64

// half is what a sum is raised by to be read; lanes raises all four of a word by 1.
const (
	half  = 1 << 15
	lanes = 0x0001_0001_0001_0001
)

// of returns the sum of a class.
func (s *scores) of(class int) int32 {
	return int32(uint16((s[class/4%len(s)]+half*lanes)>>(class%4*16&63))) - half
}

// list writes out the sums of the first classes, of a multiple of four.
func (s *scores) list(to []int32) {
	for i, word := range s[:len(to)/4] {
		word += half * lanes
		four := to[4*i:][:4]
		for k := range four {
			four[k] = int32(uint16(word)) - half
			word >>= 16
		}
	}
}

// best returns the class of the highest sum, the first of several, and its lead over the next, among the classes of the first words that are
// not barred.
func (s *scores) best(barred *scores, words int) (class int, lead int32) {
	var top, second uint32 // sums raised by half, each followed by its class counted down
	down := uint32(maxClasses)
	for i, word := range s[:words] {
		word = (word + half*lanes) &^ barred[i]
		for range 4 {
			down--
			this := uint32(word)<<16 | down
			top, second = max(top, this), max(second, min(top, this))
			word >>= 16
		}
	}
	return maxClasses - 1 - int(top&0xffff), int32(top>>16) - int32(second>>16)
}

// barred returns full lanes for classes that are not to be chosen, and for what is no class.
func barred(classes int, some ...int) (lanes scores) {
	for class := range maxClasses {
		if class >= classes || slices.Contains(some, class) {
			lanes[class/4] |= 0xffff << (16 * class & 63)
		}
	}
	return lanes
}

// add adds a weight to the sum of a class.
func (s *scores) add(class uint64, weight int64) {
	s[class/4%uint64(len(s))] += uint64(weight) << (16 * class & 63)
}

// cacheLine is what parts of the model and their buckets are aligned to, so that no bucket lies in two lines.
const cacheLine = 64

// bucket is four slots of a table, half a cache line, so that looking for a feature costs one access to memory. Of a slot the
// lowest 16 bits or 32 are those of its feature, the others hold what the table tells of it. An empty slot is 0.
type bucket [slotsInBucket]uint64

const (
	slotsInBucket = 4
	bucketBytes   = 8 * slotsInBucket
)

// by16 returns the slot with a feature's lowest 16 bits, 0 where there is none. Which one it is nobody can foresee: so none of the
// comparisons becomes a jump.
func (b *bucket) by16(f uint64) (slot uint64) {
	if uint16(b[0]) == uint16(f) {
		slot = b[0]
	}
	if uint16(b[1]) == uint16(f) {
		slot = b[1]
	}
	if uint16(b[2]) == uint16(f) {
		slot = b[2]
	}
	if uint16(b[3]) == uint16(f) {
		slot = b[3]
	}
	return slot
}

// by32 is by16 for the lowest 32 bits.
func (b *bucket) by32(f uint64) (slot uint64) {
	if uint32(b[0]) == uint32(f) {
		slot = b[0]
	}
	if uint32(b[1]) == uint32(f) {
		slot = b[1]
	}
	if uint32(b[2]) == uint32(f) {
		slot = b[2]
	}
	if uint32(b[3]) == uint32(f) {
		slot = b[3]
	}
	return slot
}

// buckets are slots found by a feature's hash: its upper bits choose the bucket, its lowest the slot. A third of the
// features asked for are not there: held, small enough to stay in a core's cache, spares most of these the access to memory.
type buckets struct {
	all   []bucket // a power of two
	shift uint
	held  []uint16 // for each bucket, the set of the last four bits of its slots' hashes
}

// openBuckets takes buckets from the start of a part of the model: a 64-bit binary logarithm of their number, zeros up to the end of
// the cache line, and the buckets.
func openBuckets(part []byte) (b buckets, rest []byte, err error) {
	if len(part) < cacheLine {
		return b, nil, errModel
	}
	log := binary.LittleEndian.Uint64(part)
	if log > 24 || len(part)-cacheLine < bucketBytes<<log {
		return b, nil, errModel
	}
	end := cacheLine + bucketBytes<<log
	b = buckets{all: inPlace[bucket](part[cacheLine:end]), shift: uint(64 - log), held: make([]uint16, 1<<log)}
	for i := range b.all {
		for _, slot := range b.all[i] {
			if slot != 0 {
				b.held[i] |= 1 << (slot & 15)
			}
		}
	}
	return b, part[end:], nil
}

// ask returns the features that may have a slot, in the same memory, and sends for their buckets. What was asked is best left for
// a while: to read from far memory takes as long as some hundred steps.
func (b *buckets) ask(features []uint64) []uint64 {
	if len(b.held) == 0 {
		return features[:0]
	}
	n, held, shift := 0, b.held, b.shift&63
	for _, f := range features {
		features[n] = f
		n += int(held[f>>shift] >> (f & 15) & 1)
	}
	prefetch(&b.all[0][0], features[:n], 66-shift, uint64(slotsInBucket*(len(held)-1)))
	return features[:n]
}

// table is a linear model's rows of weights. A slot's lower 32 bits are its feature's, the others hold the row's first group and, in the
// upper 8, the number of groups; a group is four cells, a cell a class and its weight. A row of many cells is full instead: it has all
// classes, its groups are words of scores.
type table struct {
	buckets
	groups []uint64
	full   uint64 // how many groups a full row has; no other row has as many
}

// wordsFor returns how many words of scores so many classes take.
func wordsFor(classes int) int { return (classes + 3) / 4 }

// padding is the class of cells that only fill their group; their weight is 0, and nobody asks for their sum.
const padding = maxClasses - 1

// openTable reads a part of the model that tells so many classes apart: buckets, then cells.
func openTable(part []byte, classes int) (t table, err error) {
	t.full = uint64(wordsFor(classes))
	t.buckets, part, err = openBuckets(part)
	if err != nil {
		return table{}, err
	}
	t.groups = inPlace[uint64](part)
	for i := range t.all {
		for _, slot := range t.all[i] {
			if place := slot >> 32; place != 0 && place&0xffffff+max(1, place>>24) > uint64(len(t.groups)) {
				return table{}, errModel
			}
		}
	}
	return t, nil
}

// place returns where the row of a feature stands, 0 where the model does not know the feature.
func (t *table) place(f uint64) uint64 { return t.all[f>>(t.shift&63)].by32(f) >> 32 }

// row returns the groups of a feature, nil where the model does not know it.
func (t *table) row(f uint64) []uint64 { return t.rowAt(t.place(f)) }

func (t *table) rowAt(place uint64) []uint64 {
	first := place & 0xffffff
	return t.groups[first : first+place>>24]
}

// locate returns where the rows of features stand that were asked for, in the same memory, and sends for the rows. The place of what has
// none is 0.
func (t *table) locate(asked []uint64) []uint64 {
	for i, f := range asked {
		asked[i] = t.place(f)
	}
	if len(t.groups) > 0 {
		prefetch(&t.groups[0], asked, 0, 0xffffff)
	}
	return asked
}

// sum adds the weights of located rows to the sums.
func (t *table) sum(sum *scores, located []uint64) {
	for _, place := range located {
		if row := t.rowAt(place); place>>24 == t.full {
			sum.addFull(row)
		} else {
			sum.addCells(row)
		}
	}
}

// addFull adds a full row.
func (s *scores) addFull(row []uint64) {
	for i, word := range row[:min(len(row), len(s))] {
		s[i] += word
	}
}

// addCells adds the cells of a row.
func (s *scores) addCells(row []uint64) {
	for _, group := range row {
		for ; group != 0; group >>= 16 {
			s.add(group&0x7f, int64(int16(group))>>7)
		}
	}
}

// add adds the weights of the features to the sums at once. It leaves other values in the place of the features.
func (t *table) add(sum *scores, features []uint64) { t.sum(sum, t.locate(t.ask(features))) }

// trio is a table of rows for exactly three classes: a slot's lowest 16 bits are its feature's, the others the weights.
type trio struct{ buckets }

// openTrio reads a part of the model: buckets.
func openTrio(part []byte) (t trio, err error) {
	t.buckets, _, err = openBuckets(part)
	return t, err
}

// sum returns the sums of the three weights of features that were asked for.
func (t *trio) sum(asked []uint64) [3]int32 {
	var x, y, z int32
	all, shift := t.all, t.shift&63
	for _, f := range asked {
		slot := all[f>>shift].by16(f)
		x += int32(int16(slot >> 16))
		y += int32(int16(slot >> 32))
		z += int32(int16(slot >> 48))
	}
	return [3]int32{x, y, z}
}

// bucketsFor returns the binary logarithm of a number of buckets that n slots fill to two thirds at most.
func bucketsFor(n int) int { return bits.Len(uint(n*3/(2*slotsInBucket) + 1)) }
