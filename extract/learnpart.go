package extract

// unmatchedShare is the weight of the examples of an account of which no key tells: it may be an incident that the keys leave out.
const unmatchedShare = 0.3

// partExamples are the decisions who had a part in the accounts.
func (models Models) partExamples(lessons []Lesson) (examples []example) {
	for i := range lessons {
		l := &lessons[i]
		r := models.newReader(l.Doc, l.Mentions)
		r.read()
		c := r.readCast()
		s := &sheet{named: true}
		for _, a := range r.accounts {
			if !taught(a.Type) {
				continue
			}
			k, share := l.keyAbout(a), 1.0
			if k == nil {
				k, share = &Key{}, unmatchedShare
			}
			covered := k.covered(a)
			for _, x := range c.entities {
				as := k.partOf(r, x)
				if covered[as] && c.near[a][x].filled == noPart {
					as.part = noPart
				}
				r.weighPart(s, c, a, x)
				examples = append(examples, example{append([]string(nil), s.names...), int(as.part), share})
			}
		}
	}
	return examples
}

// filler is one of a key, by its part and its number.
type filler struct {
	part   part
	number int
}

// fillers returns the ways to write the fillers of a part.
func (k *Key) fillers(p part) [][]string {
	return [...][][]string{nil, k.Perpetrators, k.Victims, k.Objects}[p]
}

// partOf returns what x is in the key.
func (k *Key) partOf(r *reader, x *entity) filler {
	for _, p := range x.mentions {
		for _, words := range []string{r.nameOf(p), r.Words(p.first, p.last)} {
			for as := perpetratorPart; as < partCount; as++ {
				if i := fillerOf(k.fillers(as), words); i >= 0 {
					return filler{as, i}
				}
			}
		}
	}
	return filler{}
}

// covered returns the fillers of the key that the account has.
func (k *Key) covered(a *account) map[filler]bool {
	set := map[filler]bool{}
	note := func(as part, words string) {
		if i := fillerOf(k.fillers(as), words); i >= 0 {
			set[filler{as, i}] = true
		}
	}
	for _, o := range a.Perpetrators {
		note(perpetratorPart, o.Mention)
		note(perpetratorPart, o.Name)
	}
	for _, o := range a.Victims {
		note(victimPart, o.Mention)
		if o.Name != nil {
			note(victimPart, *o.Name)
		}
	}
	for _, o := range a.Objects {
		note(objectPart, o.Mention)
	}
	return set
}

// keyAbout returns the key that shares most with the account, victims and things hit before perpetrators; nil where none shares anything.
func (l *Lesson) keyAbout(a *account) *Key {
	var best *Key
	top := 0
	for _, k := range l.keysOf(a.Type) {
		shared := 0
		for f := range k.covered(a) {
			if f.part == perpetratorPart {
				shared++
			} else {
				shared += 3
			}
		}
		if shared > top {
			best, top = k, shared
		}
	}
	return best
}
