package text

import "math/bits"

// Words, tags and features are known to the model by 64-bit hashes alone. The hash must never change between training
// and reading, so it is our own and has no seed.
const (
	hashPrime = 0x9E3779B97F4A7C15
	hashMix   = 0xD6E8FEB86659FD93
)

// hashString returns the hash of s, eight bytes a step.
func hashString(s string) uint64 {
	h := uint64(len(s)) * hashPrime
	for len(s) >= 8 {
		h = step(h, uint64(s[0])|uint64(s[1])<<8|uint64(s[2])<<16|uint64(s[3])<<24|
			uint64(s[4])<<32|uint64(s[5])<<40|uint64(s[6])<<48|uint64(s[7])<<56)
		s = s[8:]
	}
	var rest uint64
	for i := range len(s) {
		rest |= uint64(s[i]) << (8 * i)
	}
	return step(h, rest)
}

func step(h, v uint64) uint64 {
	h = (h ^ v) * hashMix
	return h ^ h>>32
}

// hashID returns the hash of a small number of some kind: a tag, a relation, a distance.
func hashID(kind, id uint64) uint64 {
	return step(kind*hashPrime, (id+1)*hashPrime)
}

// feature joins the hashes of up to three properties under the number of their template.
func feature(template, a, b, c uint64) uint64 {
	h := (a ^ bits.RotateLeft64(b, 19) ^ bits.RotateLeft64(c, 41)) + template*hashPrime
	h *= hashMix
	return h ^ h>>32
}
