package text

import (
	"encoding/binary"
	"math/bits"
)

// maxClasses is the most classes that a table can tell apart: a cell holds 7 bits of class and 9 of weight.
const maxClasses = 128

// scores holds one sum for each class, four in a word: the sum of all 65536^(class mod 4) × weight. So four are added at once, and each is
// right as long as it is in 16 bits.
type scores [maxClasses / 4]uint64

// half is what a sum is raised by to be read.
const half = 1 << 15

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

// add adds a weight to the sum of a class.
func (s *scores) add(class uint64, weight int64) {
	s[class/4%uint64(len(s))] += uint64(weight) << (class % 4 * 16)
}

// Tables are read in place. A feature's slot stands somewhere in its bucket, half a cache line: four words of four lanes of 16 bits,
// in each of which a slot has one lane. The first word tells the slots apart, the others hold a value each. So looking for a feature
// costs one memory access and no branch.
const (
	slotsInBucket = 4
	bucketBytes   = 8 * slotsInBucket
	lanes         = 0x0001_0001_0001_0001

	// cacheLine is what parts of the model and their buckets are aligned to, so that no bucket lies in two lines.
	cacheLine = 64
)

// buckets are slots found by a feature's hash: its upper bits choose the bucket, its lowest 16, the print, the slot. A third of the
// features asked for are not there: held, small enough to stay in a core's cache, spares most of these the access to memory.
type buckets struct {
	bytes []byte
	shift uint
	held  []uint16 // for each bucket, the set of the last four bits of its slots' hashes
}

// openBuckets takes a power of two of buckets from the start of a part of the model: a 64-bit binary logarithm of their
// number, zeros up to the end of the cache line, and the buckets.
func openBuckets(part []byte) (b buckets, rest []byte, err error) {
	if len(part) < cacheLine {
		return b, nil, errModel
	}
	log := binary.LittleEndian.Uint64(part)
	if log > 24 || len(part)-cacheLine < bucketBytes<<log {
		return b, nil, errModel
	}
	end := cacheLine + bucketBytes<<log
	b = buckets{bytes: part[cacheLine:end], shift: uint(64 - log), held: make([]uint16, 1<<log)}
	b.each(func(bucket int, print, _, _ uint16) bool {
		b.held[bucket] |= 1 << (print & 15)
		return true
	})
	return b, part[end:], nil
}

// each tells of each slot's print and last two values, until told to stop; it reports whether it told of all.
func (b *buckets) each(tell func(bucket int, print, y, z uint16) bool) bool {
	for i := 0; i < len(b.bytes); i += bucketBytes {
		at := (*[bucketBytes]byte)(b.bytes[i:])
		print, x := binary.LittleEndian.Uint64(at[:]), binary.LittleEndian.Uint64(at[8:])
		y, z := binary.LittleEndian.Uint64(at[16:]), binary.LittleEndian.Uint64(at[24:])
		for ; print|x|y|z != 0; print, x, y, z = print>>16, x>>16, y>>16, z>>16 {
			if !tell(i/bucketBytes, uint16(print), uint16(y), uint16(z)) {
				return false
			}
		}
	}
	return true
}

// lane returns slot i of a bucket.
func lane(bucket []byte, i int) (slot [4]uint16) {
	for k := range slot {
		slot[k] = binary.LittleEndian.Uint16(bucket[8*k+2*i:])
	}
	return slot
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
	prefetch(&b.bytes[0], features[:n], 0, uint64(shift), bucketBytes)
	return features[:n]
}

// find returns the values of the feature's slot in the lowest 16 bits, 0 where there is none.
func (b *buckets) find(f uint64) (x, y, z uint64) {
	at := (*[bucketBytes]byte)(b.bytes[f>>(b.shift&63)*bucketBytes:])
	odd := binary.LittleEndian.Uint64(at[:]) ^ f&0xffff*lanes
	same := uint(bits.TrailingZeros64((odd-lanes)&^odd&(lanes<<15))) &^ 15 // 64 where no lane is
	return binary.LittleEndian.Uint64(at[8:]) >> same, binary.LittleEndian.Uint64(at[16:]) >> same, binary.LittleEndian.Uint64(at[24:]) >> same
}

// table is a linear model's rows of weights. A slot's values are 16 more bits of the feature's hash, and 32 bits that hold the row's
// first group and, in the upper 8, the number of groups; a group is four cells, a cell a class and its weight. A row of many cells is
// full instead: it has all classes, its groups are words of scores.
type table struct {
	buckets
	cells []byte
	full  uint64 // how many groups a full row has; no other row has as many
}

// wordsFor returns how many words of scores so many classes take.
func wordsFor(classes int) int { return (classes + 3) / 4 }

// padding is the class of cells that only fill their group; their weight is 0, and nobody asks for their sum.
const padding = maxClasses - 1

// openTable reads a part of the model that tells so many classes apart: buckets, then cells.
func openTable(part []byte, classes int) (t table, err error) {
	t.full = uint64(wordsFor(classes))
	if t.buckets, t.cells, err = openBuckets(part); err != nil {
		return table{}, err
	}
	inside := t.each(func(_ int, _, low, high uint16) bool {
		row := uint64(low) | uint64(high)<<16
		return 8*int(row&0xffffff+max(1, row>>24)) <= len(t.cells)
	})
	if !inside {
		return table{}, errModel
	}
	return t, nil
}

// place returns where the row of a feature stands, 0 where the model does not know the feature.
func (t *table) place(f uint64) uint64 {
	print, low, high := t.find(f)
	place, unlike := low&0xffff|high&0xffff<<16, print&0xffff^f>>16&0xffff
	if place*unlike != 0 {
		return t.secondPlace(f)
	}
	return place &^ uint64(-int64(unlike)>>63)
}

// secondPlace is place for the rare feature that shares a bucket and the print with another.
func (t *table) secondPlace(f uint64) uint64 {
	for i := range slotsInBucket {
		if s := lane(t.bytes[f>>t.shift*bucketBytes:], i); s[0] == uint16(f) && s[1] == uint16(f>>16) {
			return uint64(s[2]) | uint64(s[3])<<16
		}
	}
	return 0
}

// row returns the cells of a feature, nil where the model does not know it.
func (t *table) row(f uint64) []byte { return t.cellsAt(t.place(f)) }

func (t *table) cellsAt(place uint64) []byte {
	return t.cells[place&0xffffff*8:][:place>>24*8]
}

// locate returns where the rows of features stand that were asked for, in the same memory, and sends for the rows. The place of what has
// none is 0.
func (t *table) locate(asked []uint64) []uint64 {
	for i, f := range asked {
		asked[i] = t.place(f)
	}
	if len(t.cells) > 0 {
		prefetch(&t.cells[0], asked, 40, 40, 8)
	}
	return asked
}

// sum adds the weights of located rows to the sums.
func (t *table) sum(sum *scores, located []uint64) {
	for _, place := range located {
		if row := t.cellsAt(place); place>>24 == t.full {
			sum.addFull(row)
		} else {
			sum.addCells(row)
		}
	}
}

// addFull adds a full row, four words a step.
func (s *scores) addFull(row []byte) {
	words := s[:]
	for ; len(row) >= 32 && len(words) >= 4; row, words = row[32:], words[4:] {
		words[0] += binary.LittleEndian.Uint64(row)
		words[1] += binary.LittleEndian.Uint64(row[8:])
		words[2] += binary.LittleEndian.Uint64(row[16:])
		words[3] += binary.LittleEndian.Uint64(row[24:])
	}
	for i := range words[:len(row)/8] {
		words[i] += binary.LittleEndian.Uint64(row[8*i:])
	}
}

func (s *scores) addCells(row []byte) {
	for ; len(row) >= 8; row = row[8:] {
		for group, cells := binary.LittleEndian.Uint64(row), 0; cells < 4; cells++ {
			s.add(group&0x7f, int64(int16(group))>>7)
			group >>= 16
		}
	}
}

// add adds the weights of the features to the sums at once. It leaves other values in the place of the features.
func (t *table) add(sum *scores, features []uint64) { t.sum(sum, t.locate(t.ask(features))) }

// trio is a table of rows for exactly three classes: the values of a slot are their weights.
type trio struct{ buckets }

// openTrio reads a part of the model: buckets.
func openTrio(part []byte) (t trio, err error) {
	t.buckets, _, err = openBuckets(part)
	return t, err
}

// sum returns the sums of the three weights of features that were asked for.
func (t *trio) sum(asked []uint64) [3]int32 {
	var a, b, c int32
	for _, f := range asked {
		x, y, z := t.find(f)
		a += int32(int16(x))
		b += int32(int16(y))
		c += int32(int16(z))
	}
	return [3]int32{a, b, c}
}

// bucketsFor returns the binary logarithm of a number of buckets that n slots fill to two thirds at most.
func bucketsFor(n int) int { return bits.Len(uint(n*3/(2*slotsInBucket) + 1)) }
