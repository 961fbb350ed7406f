package gazetteer

import "concord"

// mentions returns the spots as mentions.
func (f *finder) mentions() []concord.PlaceMention {
	out := make([]concord.PlaceMention, len(f.spots))
	scene := f.scene()
	for i := range f.spots {
		out[i] = f.mention(&f.spots[i], scene)
	}
	return out
}

// mention returns a spot as a mention; scene is the country of what no gazetteer knows.
func (f *finder) mention(s *spot, scene string) concord.PlaceMention {
	span := f.Span(s.first, s.last)
	m := concord.PlaceMention{Where: concord.Where{Name: span.Of(f.Text), Span: &span, Quote: span.Of(f.Text), Precision: concord.Unknown}}
	switch {
	case s.demonym != "":
		r := f.g.countries[s.demonym]
		p := f.g.place(r)
		m.Metonym, m.Demonym = true, true
		f.fill(&m.Where, r, &p)
	case s.choice >= 0:
		o := &s.options[s.choice]
		f.fill(&m.Where, o.ref, &o.Place)
		m.Metonym = s.part || f.metonym(s)
	}
	if s.near && m.Precision != concord.ToCountry {
		m.Precision = concord.Near
	}
	if unknown := s.demonym == "" && s.choice < 0; unknown && s.holder >= 0 {
		f.borrow(&m.Where, &f.spots[s.holder])
	} else if unknown {
		m.Country = scene
	}
	if s.holder >= 0 {
		m.Within = []int{s.holder}
	}
	return m
}

// fill writes what the gazetteer knows of a place.
func (f *finder) fill(w *concord.Where, r ref, p *Place) {
	w.Name, w.Country, w.GeoNames, w.Precision = p.Name, p.Country, p.ID, p.Kind.Precision()
	point := p.Point
	w.Point = &point
	if d, ok := f.g.district(r, p); ok {
		w.Admin1 = f.g.place(d).Name
	}
}

// borrow places a name of which no place is known where the one lies that it is told to lie in or near.
func (f *finder) borrow(w *concord.Where, holder *spot) {
	if holder.demonym != "" || holder.choice < 0 {
		return
	}
	o := &holder.options[holder.choice]
	name := w.Name
	f.fill(w, o.ref, &o.Place)
	w.Name, w.GeoNames = name, 0
	if o.Kind.Town() {
		w.Precision = concord.Near
	}
}
