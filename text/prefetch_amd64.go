package text

// prefetch sends for memory that will soon be read: for each feature, the line at base that its bits name, moved up and down again, times size.
//
//go:noescape
func prefetch(base *byte, features []uint64, up, down, size uint64)
