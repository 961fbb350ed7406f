package text

import (
	"encoding/binary"
	"math/bits"
)

// maxClasses is the most classes that a table can tell apart: a cell holds 7 bits of class and 9 of weight.
const maxClasses = 128

// scores holds one sum for each class.
type scores [maxClasses]int32

// table is a linear model's rows of weights, read in place. A slot is 8 bytes: 32 bits of the feature's hash, 24 of the
// first cell's number, 8 of the number of cells; a cell is a class and its weight. Slots are probed in a line.
type table struct {
	slots []byte
	cells []byte
	shift uint
	mask  uint64
}

// openTable reads a part of the model: a 32-bit binary logarithm of the number of slots, the slots, the cells.
func openTable(part []byte) (table, error) {
	if len(part) < 8 {
		return table{}, errModel
	}
	log := uint(binary.LittleEndian.Uint32(part))
	if log == 0 || log > 28 || len(part) < 8+8<<log {
		return table{}, errModel
	}
	t := table{slots: part[8 : 8+8<<log], cells: part[8+8<<log:], shift: 64 - log, mask: 1<<log - 1}
	for i := 0; i < len(t.slots); i += 8 {
		slot := binary.LittleEndian.Uint64(t.slots[i:])
		if 2*int(slot>>40+slot>>32&0xff) > len(t.cells) {
			return table{}, errModel
		}
	}
	return t, nil
}

// row returns the cells of a feature, nil where the model does not know it.
func (t *table) row(f uint64) []byte {
	print := f&0xffffffff | 1
	for i := f >> t.shift; ; i++ {
		slot := binary.LittleEndian.Uint64(t.slots[(i&t.mask)*8:])
		if slot == 0 {
			return nil
		}
		if slot&0xffffffff == print {
			first := slot >> 40 * 2
			return t.cells[first : first+slot>>32&0xff*2]
		}
	}
}

// add adds the weights of a feature to the sums.
func (t *table) add(sum *scores, f uint64) {
	for row := t.row(f); len(row) >= 2; row = row[2:] {
		cell := binary.LittleEndian.Uint16(row)
		sum[cell&0x7f] += int32(int16(cell)) >> 7
	}
}

// trio is a table of rows for exactly three classes: a slot is 16 bits of the feature's hash and three 16-bit weights.
type trio struct {
	slots []byte
	shift uint
	mask  uint64
}

// openTrio reads a part of the model: slots, a power of two of them.
func openTrio(part []byte) (trio, error) {
	n := len(part) / 8
	if n < 2 || n&(n-1) != 0 {
		return trio{}, errModel
	}
	log := uint(bits.TrailingZeros(uint(n)))
	return trio{slots: part, shift: 64 - log, mask: uint64(n - 1)}, nil
}

// sum returns the sums of the three weights over all features.
func (t *trio) sum(features []uint64) [3]int32 {
	var a, b, c int32
	for _, f := range features {
		print := f&0xffff | 1
		for i := f >> t.shift; ; i++ {
			slot := binary.LittleEndian.Uint64(t.slots[(i&t.mask)*8:])
			if slot == 0 {
				break
			}
			if slot&0xffff == print {
				a += int32(int16(slot >> 16))
				b += int32(int16(slot >> 32))
				c += int32(int64(slot) >> 48)
				break
			}
		}
	}
	return [3]int32{a, b, c}
}
