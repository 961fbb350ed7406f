package weapon

import "concord/text"

// summits are groups of states that are written as models of arms are.
var summits = map[string]bool{"g-7": true, "g-8": true, "g-20": true, "g-77": true, "p-5": true}

// model reads a model of arms by its letters and number: "Su - 25", "AK - 47s".
func (f *finder) model(i, end int) (kind string, n int) {
	kind = f.models.Get(f.Tokens[i].Norm)
	if kind == "" || i+2 >= end || f.Tokens[i+1].Norm != "-" || f.Tokens[i].SpaceAfter {
		return "", 0
	}
	if c := f.Tokens[i+2].Norm[0]; c < '0' || c > '9' || summits[f.Tokens[i].Norm+"-"+f.Tokens[i+2].Norm] {
		return "", 0
	}
	return kind, 3
}

// byname counts the words of a model's second name at token i: "MQ-9 |Reaper", "F-16 |Fighting Falcon". It may be a weapon's word too
// ("AH-64 |Apache| helicopters").
func (f *finder) byname(i, end int) (n int) {
	for i+n < end && n < 2 && f.Tokens[i+n].Sentence == f.Tokens[i-1].Sentence && f.Tokens[i+n-1].SpaceAfter {
		t := &f.Tokens[i+n]
		if c := f.Text[t.Start]; t.POS != text.PROPN && t.Tag != text.VBG || c < 'A' || c > 'Z' || f.times.Get(t.Norm) {
			break
		}
		n++
	}
	return n
}

// ships are the letters before the name of a warship.
var ships = map[string]bool{"uss": true, "hms": true, "fs": true, "ins": true, "rfs": true, "hmas": true, "hmcs": true}

// ship reads the name of a warship at token i: "USS Example".
func (f *finder) ship(i, end int) (n int) {
	if !ships[f.Tokens[i].Norm] {
		return 0
	}
	for n = 1; i+n < end && f.Tokens[i+n].POS == text.PROPN; n++ {
	}
	if nm := f.NameAt(i + 1); n > 1 && nm != nil && nm.First <= i+1 && nm.Last < end {
		return max(n, nm.Last-i)
	}
	if n == 1 {
		return 0
	}
	return n
}
