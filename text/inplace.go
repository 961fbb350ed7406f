package text

import (
	"encoding/binary"
	"unsafe"
)

// inPlace returns little-endian words of memory where they stand, or copied on a processor of the other order.
func inPlace[T uint64 | bucket](b []byte) []T {
	words := unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), len(b)/int(unsafe.Sizeof(*new(T))))
	if binary.NativeEndian.Uint16([]byte{1, 0}) == 1 {
		return words
	}
	swapped := make([]T, len(words))
	_, _ = binary.Decode(b, binary.LittleEndian, swapped)
	return swapped
}
