package text

// wordCache is the number of forms that taggings remember.
const wordCache = 1 << 13

// tagging is a tagger at work on a sentence, in steps as a parsing is. It is not safe for use by several goroutines.
type tagging struct {
	*tagger
	lemmas      *lemmatizer
	cache       []word // by the lowest bits of the key, the same for all that work in turns
	doc         *Doc
	first, last int // the sentence's tokens
	words       []*word
	room        []*word // for words that have no place in the cache
	others      int     // how many of these the sentence has
	at          int     // the word that is tagged next
	tag1, tag2  uint64  // the tags before it
	features    []uint64
	rows        *table                                    // where the features' rows are to be located before all else
	then        func(*tagging)                            // what comes next, nil at the end
	tagged      func(i int, tag1, tag2 uint64, class int) // if not nil, is told of each choice
}

func newTagging(t *tagger, l *lemmatizer) *tagging { return newTaggings(t, l, 1)[0] }

// newTaggings returns taggings that share what they know of words.
func newTaggings(t *tagger, l *lemmatizer, n int) []*tagging {
	all, cache := make([]*tagging, n), make([]word, wordCache)
	for i := range all {
		all[i] = &tagging{tagger: t, lemmas: l, cache: cache}
	}
	return all
}

// begin takes up tokens [first, last) of d, a sentence.
func (t *tagging) begin(d *Doc, first, last int) {
	t.doc, t.first, t.last, t.rows = d, first, last, nil
	t.at, t.tag1, t.tag2 = 0, 0, 0
	t.lookUp()
	t.choose()
}

// step goes on until memory has to be waited for, and reports whether that is so.
func (t *tagging) step() (more bool) {
	switch {
	case t.rows != nil:
		t.features = t.rows.locate(t.features)
		t.rows = nil
	case t.then != nil:
		t.then(t)
	}
	return t.then != nil
}

// sentence tags tokens [first, last) of d.
func (t *tagging) sentence(d *Doc, first, last int) {
	for t.begin(d, first, last); t.step(); {
	}
}

// choose tags words up to the next choice of a tag, and asks the quick model.
func (t *tagging) choose() {
	for t.at < len(t.words) {
		class := t.words[t.at].only
		if class < 0 {
			t.features = t.quick.ask(quickFeatures(t.features[:0], t.words, t.at, t.tag1, t.tag2))
			t.rows, t.then = &t.quick, (*tagging).tagQuickly
			return
		}
		t.set(class)
	}
	t.lemmatize()
	for _, w := range t.words {
		w.users--
	}
	t.then = nil
}

// tagQuickly sets the tag that the quick model chooses, or asks the full one.
func (t *tagging) tagQuickly() {
	var sum scores
	t.quick.sum(&sum, t.features)
	w := t.words[t.at]
	if class, lead := t.best(&sum, w.allowed); lead >= t.margin {
		t.name(class)
		return
	}
	if w.sum != nil {
		t.askFully()
		return
	}
	t.features = t.tagger.rows.ask(w.own(t.features[:0]))
	t.rows, t.then = &t.tagger.rows, (*tagging).keepOwn
}

// keepOwn keeps the sums of the word's own features, and goes on to those of its context.
func (t *tagging) keepOwn() {
	sum := new(scores)
	t.tagger.rows.sum(sum, t.features)
	t.words[t.at].sum = sum
	t.askFully()
}

func (t *tagging) askFully() {
	t.features = t.tagger.rows.ask(contextFeatures(t.features[:0], t.words, t.at, t.tag1, t.tag2))
	t.rows, t.then = &t.tagger.rows, (*tagging).tagFully
}

// tagFully sets the tag that the full model chooses.
func (t *tagging) tagFully() {
	w := t.words[t.at]
	sum := *w.sum
	t.tagger.rows.sum(&sum, t.features)
	class, _ := t.best(&sum, w.allowed)
	t.name(class)
}

// name sets the class that was chosen for a word.
func (t *tagging) name(class int) {
	if t.tagged != nil {
		t.tagged(t.at, t.tag1, t.tag2, class)
	}
	t.set(class)
	t.choose()
}

// set gives the next word its class.
func (t *tagging) set(class int) {
	c, token := t.classes[class], &t.doc.Tokens[t.first+t.at]
	token.POS, token.Tag = c.pos, c.tag
	t.tag1, t.tag2 = c.hash(), t.tag1
	t.at++
}

// lemmatize sets the lemmas of the sentence, which has just been tagged. A word keeps the last lemma it had.
func (t *tagging) lemmatize() {
	if t.lemmas == nil {
		return
	}
	t.headlineVerb()
	t.tiedParticiple()
	t.suspectedParticiple()
	t.namedVerb()
	for i, w := range t.words {
		token := &t.doc.Tokens[t.first+i]
		if w.lemma == "" || w.lemmaTag != token.Tag {
			w.lemma, w.lemmaTag = t.lemmas.lemma(token.Norm, token.Tag), token.Tag
		}
		token.Lemma = w.lemma
	}
}

// lookUp finds what is known of each word of the sentence.
func (t *tagging) lookUp() {
	c := t.doc.casingOf(t.first, t.last)
	t.words, t.others = t.words[:0], 0
	for i := t.first; i < t.last; i++ {
		form := t.doc.Form(i)
		key := step(hashString(form), uint64(c)+1)
		w := &t.cache[key&(wordCache-1)]
		if w.key != key {
			w = t.fill(w, key, form, t.doc.Tokens[i].Norm, c)
		}
		w.users++
		t.words = append(t.words, w)
	}
}

// fill computes a word into its place in the cache, or beside the cache where a sentence at hand needs the place's old word.
func (t *tagging) fill(w *word, key uint64, form, norm string, c casing) *word {
	if w.users > 0 {
		w = t.beside()
	}
	*w = word{key: key}
	t.look(w, form, norm, c)
	return w
}

// beside returns room for a word that is not kept longer than the sentence is at hand.
func (t *tagging) beside() *word {
	if t.others == len(t.room) {
		t.room = append(t.room, new(word))
	}
	t.others++
	return t.room[t.others-1]
}
