package text

import (
	"encoding/binary"
	"maps"
	"math"
	"strings"
)

// For tags, moves and relations there are two models each. Most choices are clear to the quick one, which has few templates; the full one
// is asked only where the quick one's best leaves the next behind by less than a margin that training has set.
const (
	tagChoice = iota
	moveChoice
	labelChoice
	choices
)

// isQuick tells the parts of the quick models.
func isQuick(part string) bool { return strings.HasPrefix(part, "quick.") }

// full returns the model without its quick models.
func (m Model) full() Model {
	full := maps.Clone(m)
	maps.DeleteFunc(full, func(part string, _ []byte) bool { return isQuick(part) })
	return full
}

// hasQuick reports whether quick models are among the parts; while they are learned they are not.
func (m Model) hasQuick() bool { return len(m["quick.margins"]) == 4*choices }

// margin returns by how much the quick model of a choice must lead for the full one not to be asked.
func (m Model) margin(choice int) int32 {
	if !m.hasQuick() {
		return math.MaxInt32
	}
	return int32(binary.LittleEndian.Uint32(m["quick.margins"][4*choice:]))
}
