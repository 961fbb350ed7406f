package text

import (
	"strings"
	"testing"
)

// What only the second best move leads to is found where the best one barely leads: the greedy parser took "held" for a verb and
// "guards" for the root.
func TestRivalMends(t *testing.T) {
	e := engineOf(t)
	for _, test := range []struct{ text, want, never string }{
		{"Two bombs hit rebel-held villages on Sunday after talks failed.", "held amod villages|villages obj hit", "held ccomp hit"},
		{"The guards who were sleeping died when the roof fell on them.", "guards nsubj died|died root -", "died conj sleeping"},
	} {
		found := arcs(parseText(e, test.text))
		for arc := range strings.SplitSeq(test.want, "|") {
			if !strings.Contains(found, "|"+arc+"|") {
				t.Errorf("%q: no %q in %s", test.text, arc, found)
			}
		}
		if strings.Contains(found, "|"+test.never+"|") {
			t.Errorf("%q: %q in %s", test.text, test.never, found)
		}
	}
}

// Of a path and its rival the one behind goes first; of two at the same stack the one that lost less stays, and so it is where one is hopeless.
func TestWeigh(t *testing.T) {
	for _, test := range []struct {
		proves      string
		path, rival course
		lost        int32 // by whom goes on
		rivalled    bool
	}{
		{"the path is behind", course{state: at(2, 1), lost: 5}, course{state: at(3, 1), lost: 9}, 5, true},
		{"the rival is behind", course{state: at(3, 1), lost: 5}, course{state: at(2, 1), lost: 9}, 9, true},
		{"both are as far, at other stacks", course{state: at(3, 1, 2), lost: 5}, course{state: at(3, 0, 2), lost: 9}, 5, true},
		{"the same stack, the path lost less", course{state: at(3, 1), lost: 5}, course{state: at(3, 1), lost: 9}, 5, false},
		{"the same stack, the rival lost less", course{state: at(3, 1), lost: 9}, course{state: at(3, 1), lost: 5}, 5, false},
		{"a hopeless rival", course{state: at(3, 1, 2), lost: 5}, course{state: at(3, 0, 2), lost: 6 + hopeless}, 5, false},
		{"a hopeless path", course{state: at(3, 1, 2), lost: 6 + hopeless}, course{state: at(3, 0, 2), lost: 5}, 5, false},
	} {
		p := parsing{course: test.path, rival: test.rival, rivalled: true}
		p.weigh()
		if p.lost != test.lost || p.rivalled != test.rivalled {
			t.Errorf("%s: goes on with %d lost, rival %v; want %d, %v", test.proves, p.lost, p.rivalled, test.lost, test.rivalled)
		}
	}
}

// at returns a state before the word next, with this stack.
func at(next int32, stack ...int32) state { return state{next: next, stack: stack} }
