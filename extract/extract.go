// Package extract turns a tagged and parsed report with its mentions into claims and accounts. Each kind of claim begins in one file
// (statement.go, event.go, figure.go, responsibility.go); what it asks of the words stands beside it, one noun a file. account.go gathers
// claims of one happening.
//
// Statements come first: whatever stands in a statement's content takes its source from it. Then events (trigger.go
// finds their words, role.go who took part, modality.go whether they happened), then figures and responsibility, which
// are about events; then typing.go says what kind of event each is, now that it is known who did it to whom, and kind.go weighs all words of
// what the report tells first.
package extract

import (
	"cmp"
	"fmt"
	"slices"

	"concord"
	"concord/gazetteer"
	"concord/text"
)

// reader is one report while claims are being drawn from it.
type reader struct {
	*text.Doc
	mentions *concord.Mentions
	places   *gazetteer.Told // the places among them
	models   Models

	phrases  []phrase
	phraseAt []int32 // for each token the index into phrases + 1
	actorAt  []int32 // and into mentions.Actors + 1
	placeAt  []int32 // and into mentions.Places + 1
	timeAt   []bool  // whether it belongs to a time
	formAt   []*form // for each sentence the form that it is a line of
	itemAt   []int32 // for each paragraph the number of the item of a list that it belongs to

	quantityAt []int32 // and into mentions.Quantities + 1

	quotations  []quotation
	quoteAt     []int32 // for each token the index into quotations + 1
	low, high   []int32 // for each token the range of what stands below it
	statements  []*statement
	statementAt []*statement // for each token the innermost statement that its speaker answers for
	profiles    map[int]profile
	events      []*event
	eventOf     []*event // for each token the event that it belongs to
	figures     []*figure
	struck      []*figure // and those that count nobody anew: "the soldiers were killed"
	blames      []*blame
	accounts    []*account
	manner      manner
}

// event is an event claim in the making.
type event struct {
	claim   concord.Claim // Event set
	found   found         // its words
	head    int           // the token that names the event
	first   int           // its first token
	cause   *event        // what brought it about: the blast that killed
	topic   bool          // only spoken of: what a protest is about
	purpose bool          // only what something else is for: "to let aid in"
	args    []argument
	signals acts      // what other words of its clause tell of its kind
	truce   truceStep // where it is about a ceasefire
	account *account
}

// figure is a figure claim in the making.
type figure struct {
	claim   concord.Claim // Figure set
	hit     hit           // the words that tell what befell those counted
	measure concord.Measure
	frame   blowFrame
	tally   tally
	head    int     // the token that is counted, or the number
	part    *figure // the figure of which this counts a part
	earlier bool    // the report itself calls it superseded
	void    bool    // taken back: what it says is not so
	event   *event  // the event whose toll it is, nil where none is named
	account *account
}

// blame is a responsibility claim in the making.
type blame struct {
	claim   concord.Claim // Responsibility set
	head    int
	event   *event
	account *account
}

// Read returns the claims of a report, in order of the text, and the accounts that they form. Offsets are bytes.
func Read(d *text.Doc, m *concord.Mentions) ([]concord.Claim, []concord.Account) {
	return learned().Read(d, m)
}

// Read reads a report with these models instead of the shipped ones.
func (models Models) Read(d *text.Doc, m *concord.Mentions) ([]concord.Claim, []concord.Account) {
	r := models.newReader(d, m)
	r.read()
	r.complete()
	r.tellStory()
	return r.claims(), r.finish()
}

// norm returns a token's word as tables write it.
func (r *reader) norm(i int) string { return r.Tokens[i].Norm }

// read finds claims and accounts, one stage after the other.
func (r *reader) read() {
	r.readStatements()
	r.readEvents()
	r.readFigures()
	r.befall()
	r.readAccounts()
	r.settleFigures()
	r.readBlames()
}

func (models Models) newReader(d *text.Doc, m *concord.Mentions) *reader {
	r := &reader{Doc: d, mentions: m, places: gazetteer.In(d, m.Places), models: models, eventOf: make([]*event, len(d.Tokens)),
		actorAt: make([]int32, len(d.Tokens)), placeAt: make([]int32, len(d.Tokens)), timeAt: make([]bool, len(d.Tokens))}
	for i := range m.Times {
		for first, last := d.TokensIn(m.Times[i].Span); first < last; first++ {
			r.timeAt[first] = true
		}
	}
	for i := range m.Actors {
		r.mark(r.actorAt, m.Actors[i].Span, i)
	}
	for i := range m.Places {
		if s := m.Places[i].Where.Span; s != nil {
			r.mark(r.placeAt, *s, i)
		}
	}
	r.readForms()
	r.readItems()
	r.readPhrases()
	return r
}

// mark writes index + 1 at the tokens that the span touches.
func (r *reader) mark(at []int32, s concord.Span, index int) {
	first, last := r.TokensIn(s)
	for i := first; i < last; i++ {
		at[i] = int32(index) + 1
	}
}

// claims returns all claims in the order of the text and gives them their ids.
func (r *reader) claims() []concord.Claim {
	var list []*concord.Claim
	for _, s := range r.statements {
		list = append(list, &s.claim)
	}
	for _, e := range r.events {
		list = append(list, &e.claim)
	}
	for _, f := range r.figures {
		list = append(list, &f.claim)
	}
	for _, b := range r.blames {
		list = append(list, &b.claim)
	}
	slices.SortStableFunc(list, func(a, b *concord.Claim) int {
		return cmp.Or(cmp.Compare(a.Start, b.Start), cmp.Compare(a.End, b.End), cmp.Compare(a.Kind, b.Kind))
	})
	for i, c := range list {
		c.ID = fmt.Sprintf("c%d", i+1)
	}
	r.link()
	claims := make([]concord.Claim, len(list))
	for i, c := range list {
		claims[i] = *c
	}
	agreeVoices(claims)
	return claims
}

// link writes the accounts' ids into their claims and the claims' ids into their accounts.
func (r *reader) link() {
	for i, a := range r.accounts {
		a.ID = fmt.Sprintf("i%d", i+1)
		a.Claims = []string{}
	}
	tie := func(c *concord.Claim, a *account) {
		if a != nil {
			c.Incident = &a.ID
			a.Claims = append(a.Claims, c.ID)
		}
	}
	for _, e := range r.events {
		tie(&e.claim, e.account)
	}
	for _, f := range r.figures {
		tie(&f.claim, f.account)
	}
	for _, b := range r.blames {
		tie(&b.claim, b.account)
	}
}

// finish returns the accounts as they are published.
func (r *reader) finish() []concord.Account {
	list := make([]concord.Account, len(r.accounts))
	for i, a := range r.accounts {
		list[i] = a.Account
	}
	return list
}
