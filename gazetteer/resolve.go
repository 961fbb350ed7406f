package gazetteer

import "math"

// rounds is how often the choices are made anew from where the other names of the report came to lie.
const rounds = 3

// support is how much of a report lies in a country or a district.
type support struct {
	countries map[string]float64
	districts map[ref]float64
}

// resolve chooses a place for every name, by itself and by the company it keeps.
func (f *finder) resolve() {
	f.fix()
	for _, n := range f.names {
		n.weigh()
	}
	sum := f.support()
	for range rounds {
		for _, n := range f.names {
			if n.spots > 0 {
				f.choose(n, sum)
			}
		}
	}
}

// support sums up where the report's names lie, each by the likelihood of its options.
func (f *finder) support() *support {
	sum := &support{countries: map[string]float64{}, districts: map[ref]float64{}}
	for i := range f.spots {
		if code := f.spots[i].demonym; code != "" && sum.countries[code] < 1 {
			sum.countries[code] += 0.5
		}
	}
	if c := f.g.outlet(f.Report); c != "" {
		sum.countries[c]++
	}
	counted := map[ref]bool{} // countries, which a report names in several ways
	for _, n := range f.names {
		for i := 0; i < len(n.options) && n.spots > 0; i++ {
			o := &n.options[i]
			if o.Kind == Country && o.p > 0.5 {
				if counted[o.ref] {
					continue
				}
				counted[o.ref] = true
			}
			sum.countries[o.Country] += weightOf(o) * o.p
			if o.district != (ref{}) && o.p > 0.001 {
				sum.districts[o.district] += o.p
			}
		}
	}
	return sum
}

// weigh sets the likelihood of each option by its score alone.
func (n *name) weigh() {
	top, total := math.Inf(-1), 0.0
	for i := range n.options {
		top = max(top, n.options[i].score)
	}
	for i := range n.options {
		n.options[i].p = math.Exp(n.options[i].score - top)
		total += n.options[i].p
	}
	for i := range n.options {
		n.options[i].p /= total
	}
}

// choose picks the option with the best score in this company, which is that of the other names.
func (f *finder) choose(n *name, sum *support) {
	best := math.Inf(-1)
	for i := range n.options {
		o := &n.options[i]
		ownCountry, ownDistrict := 0.0, 0.0
		for j := range n.options {
			if q := &n.options[j]; q.Country == o.Country {
				ownCountry += q.p
				if q.district == o.district {
					ownDistrict += q.p
				}
			}
		}
		company := sum.countries[o.Country] - ownCountry
		v := o.score + 1.2*min(company, 3)
		if o.district != (ref{}) {
			v += 1.5 * min(sum.districts[o.district]-ownDistrict, 3)
		}
		if o.Kind == Capital && len(n.options) > 1 {
			v += 0.7 * min(f.capitals(n), 2)
		}
		if o.Kind != Country && len(n.options) > 1 {
			v += 1.5 * min(f.company(n, o), 2)
		}
		if o.Kind == Quarter && len(n.options) == 1 && company < 0.3 {
			continue // "the Old City" of another town
		}
		if f.farFetched(o, company, sum) {
			continue
		}
		if v > best {
			best, n.choice = v, i
		}
	}
}

// farFetched reports whether an option is a town by another spelling of its name, in a country that nothing else in a report on another country names:
// "Boni" in Mali is not Bonn.
func (f *finder) farFetched(o *option, company float64, sum *support) bool {
	if o.own || o.folded || !o.Kind.Town() || o.Kind == Capital || company > 0.3 {
		return false
	}
	for country, much := range sum.countries {
		if country != o.Country && much > 0.5 {
			return true
		}
	}
	return false
}

// capitals counts the other names of the report that came to mean a capital or one of the world's cities.
func (f *finder) capitals(n *name) float64 {
	count := 0.0
	for _, other := range f.names {
		if other != n && other.choice >= 0 && other.spots > 0 && other.options[other.choice].Kind == Capital {
			count++
		}
	}
	return count
}

// company is how near the report's other names lie to an option, each by what it came to mean last.
func (f *finder) company(n *name, o *option) float64 {
	total := 0.0
	for _, other := range f.names {
		if other == n || other.choice < 0 || other.spots == 0 {
			continue
		}
		c := &other.options[other.choice]
		if far := math.Abs(o.Lat-c.Lat) > 5; !far && (c.Kind.Town() || c.Kind == County) {
			total += math.Exp(-o.Point.Kilometres(c.Point) / 100)
		}
	}
	return total
}

// weightOf is what a place that is named says of where the report's other names lie: a country is often named for its government.
func weightOf(o *option) float64 {
	if o.Kind == Country {
		return 0.6
	}
	return 1
}
