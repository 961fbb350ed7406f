package gazetteer

import (
	"encoding/binary"

	"concord"
)

// A layer is one table of places as it lies in a file: read where it stands, never unpacked. All numbers are little-endian.
//
//	magic   "CGAZ0001"
//	counts  uint32 × 4: places, buckets, keys, postings
//	places  32 bytes each: id, latitude, longitude (1e-5 degrees), population, parent+1, name (offset into names),
//	        country (2 bytes), kind, 0, 4 bytes of district code
//	buckets uint32 × (buckets+1): first key of each bucket; a bucket is the highest bits of a hash
//	keys    8 bytes each: the low half of the hash, first posting (highest bit: longer names begin so)
//	posts   uint32 each: place index (highest bit: not the place's own name)
//	names   a length byte, then the name
type layer struct {
	data                                   string
	places, buckets, keys, postings        int
	atPlaces, atBuckets, atKeys, atPostage int
	atNames                                int
	shift                                  uint
}

const (
	magic      = "CGAZ0001"
	headerSize = len(magic) + 4*4
	placeSize  = 32
	keySize    = 8
	topBit     = 1 << 31
)

func openLayer(data string) (*layer, error) {
	if len(data) < headerSize || data[:len(magic)] != magic {
		return nil, concord.Errorf(concord.Invalid, "open gazetteer", "not a table of places")
	}
	l := &layer{data: data}
	l.places, l.buckets = int(l.u32(8)), int(l.u32(12))
	l.keys, l.postings = int(l.u32(16)), int(l.u32(20))
	l.atPlaces = headerSize
	l.atBuckets = l.atPlaces + l.places*placeSize
	l.atKeys = l.atBuckets + (l.buckets+1)*4
	l.atPostage = l.atKeys + (l.keys+1)*keySize
	l.atNames = l.atPostage + l.postings*4
	if l.atNames >= len(data) && l.places > 0 || l.atNames > len(data) || l.places == 0 && l.postings > 0 || l.buckets == 0 || l.buckets&(l.buckets-1) != 0 {
		return nil, concord.Errorf(concord.Invalid, "open gazetteer", "the table of %d places is cut short", l.places)
	}
	l.shift = 64
	for n := l.buckets; n > 1; n >>= 1 {
		l.shift--
	}
	return l, nil
}

// A table that was damaged on disk may name places and bytes that are not there: the readers below keep to what is.

func (l *layer) u32(at int) uint32 {
	return uint32(l.data[at]) | uint32(l.data[at+1])<<8 | uint32(l.data[at+2])<<16 | uint32(l.data[at+3])<<24
}

// find returns the postings [first, last) of a key, and whether longer names begin with the same words.
func (l *layer) find(k key) (first, last int, longer bool) {
	h := k.sum()
	bucket := int(h >> l.shift)
	if l.shift == 64 {
		bucket = 0
	}
	at, end := int(l.u32(l.atBuckets+bucket*4)), min(int(l.u32(l.atBuckets+bucket*4+4)), l.keys)
	for ; at < end; at++ {
		cell := l.atKeys + at*keySize
		if l.u32(cell) != uint32(h) {
			continue
		}
		start := l.u32(cell + 4)
		return int(start &^ topBit), min(int(l.u32(cell+keySize+4)&^topBit), l.postings), start&topBit != 0
	}
	return 0, 0, false
}

// posting returns the place of posting i, and whether the name is the place's own.
func (l *layer) posting(i int) (place int, own bool) {
	p := l.u32(l.atPostage + i*4)
	return min(int(p&^topBit), l.places-1), p&topBit == 0
}

// place returns place i of the table.
func (l *layer) place(i int) Place {
	at := l.atPlaces + i*placeSize
	name := min(l.atNames+int(l.u32(at+20)), len(l.data)-1)
	p := Place{
		ID:         int(l.u32(at)),
		Point:      concord.Point{Lat: degrees(l.u32(at + 4)), Lon: degrees(l.u32(at + 8))},
		Population: int(l.u32(at + 12)),
		Parent:     int(int32(l.u32(at+16))) - 1,
		Name:       l.data[name+1 : min(name+1+int(l.data[name]), len(l.data))],
		Kind:       min(Kind(l.data[at+26]), Site),
	}
	if l.data[at+24] != 0 {
		p.Country = l.data[at+24 : at+26]
	}
	code := l.data[at+28 : at+32]
	for len(code) > 0 && code[len(code)-1] == 0 {
		code = code[:len(code)-1]
	}
	p.Code = code
	return p
}

func degrees(stored uint32) float64 { return float64(int32(stored)) / 1e5 }

func putU32(b []byte, v uint32) []byte { return binary.LittleEndian.AppendUint32(b, v) }
