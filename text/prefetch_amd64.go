package text

// prefetch sends for memory that will soon be read: for each feature, the line of the word whose number its bits, turned left, have
// under the mask.
//
//go:noescape
func prefetch(words *uint64, features []uint64, turn uint, mask uint64)
