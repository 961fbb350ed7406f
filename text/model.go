package text

import (
	"bytes"
	_ "embed"
	"encoding/binary"
	"errors"
	"fmt"
	"maps"
	"slices"
)

// modelFile is the shipped model: sections of tables that are read where they lie, written by text/train.
//
//go:embed model.bin
var modelFile []byte

// Model is the parts of a model file by name. Nothing is unpacked: a part is read in place.
type Model map[string][]byte

const modelMagic = "CONCORD1"

var errModel = errors.New("text: damaged model file")

// ReadModel finds the parts of a model file: the magic word, a 32-bit count, and for each part its name (16 bytes,
// padded with zeros) and its 32-bit offset and length, all little-endian. Parts begin at multiples of a cache line.
func ReadModel(file []byte) (Model, error) {
	const entry = 24
	head := len(modelMagic) + 4
	if len(file) < head || string(file[:len(modelMagic)]) != modelMagic {
		return nil, errModel
	}
	count := int(binary.LittleEndian.Uint32(file[len(modelMagic):]))
	if count > (len(file)-head)/entry {
		return nil, errModel
	}
	m := make(Model, count)
	for i := range count {
		e := file[head+i*entry:]
		start, length := uint64(binary.LittleEndian.Uint32(e[16:])), uint64(binary.LittleEndian.Uint32(e[20:]))
		if start+length > uint64(len(file)) {
			return nil, errModel
		}
		m[string(bytes.TrimRight(e[:16], "\x00"))] = file[start : start+length : start+length]
	}
	return m, nil
}

// Bytes returns the model file that [ReadModel] reads, its parts in the order of their names.
func (m Model) Bytes() ([]byte, error) {
	names := slices.Sorted(maps.Keys(m))
	out := append([]byte(modelMagic), 0, 0, 0, 0)
	binary.LittleEndian.PutUint32(out[len(modelMagic):], uint32(len(names)))
	start := align(len(out) + 24*len(names))
	for _, name := range names {
		if len(name) > 16 {
			return nil, fmt.Errorf("text: model part %q: name longer than 16 bytes", name)
		}
		var padded [16]byte
		copy(padded[:], name)
		out = append(out, padded[:]...)
		out = binary.LittleEndian.AppendUint32(out, uint32(start))
		out = binary.LittleEndian.AppendUint32(out, uint32(len(m[name])))
		start = align(start + len(m[name]))
	}
	for _, name := range names {
		out = append(out, make([]byte, align(len(out))-len(out))...)
		out = append(out, m[name]...)
	}
	return out, nil
}

// align returns the first multiple of a cache line from n on.
func align(n int) int { return (n + cacheLine - 1) &^ (cacheLine - 1) }
