package text

import "syscall"

// inLargePages returns a copy of b in memory of large pages, or b itself where the system gives none. Tables are read at random: with
// small pages the processor must also look up where most of what it reads lies.
func inLargePages(b []byte) []byte {
	const page, hugePage = 2 << 20, 14 // MADV_HUGEPAGE
	memory, err := syscall.Mmap(-1, 0, len(b)+page, syscall.PROT_READ|syscall.PROT_WRITE, syscall.MAP_ANON|syscall.MAP_PRIVATE)
	if err != nil {
		return b
	}
	if err := syscall.Madvise(memory, hugePage); err != nil {
		_ = syscall.Munmap(memory)
		return b
	}
	return memory[:copy(memory, b):len(b)]
}
