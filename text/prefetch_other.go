//go:build !amd64

package text

// prefetch does nothing where there is no instruction for it that we know.
func prefetch(*uint64, []uint64, uint, uint64) {}
