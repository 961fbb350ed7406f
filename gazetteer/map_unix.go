//go:build unix

package gazetteer

import (
	"os"
	"syscall"
	"unsafe"
)

// mapFile maps a file into memory and returns it as a string. It is never unmapped.
func mapFile(path string) (string, error) {
	f, err := os.Open(path)
	if err != nil {
		return "", err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil || info.Size() == 0 {
		return "", err
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(info.Size()), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return "", err
	}
	return unsafe.String(&data[0], len(data)), nil
}
