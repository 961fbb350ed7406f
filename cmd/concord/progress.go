package main

import (
	"io"
	"os"
	"sync"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how work that takes more than a second goes, where standard error is a terminal; elsewhere it shows nothing.
type progress struct {
	what  string
	begun time.Time
	err   io.Writer // nil: nothing is shown

	mu    sync.Mutex
	shown *mpb.Progress
	bar   *mpb.Bar
	count int64
}

func newProgress(err io.Writer, what string) *progress {
	p := &progress{what: what, begun: time.Now()}
	if isTerminal(err) {
		p.err = err
	}
	return p
}

func isTerminal(w io.Writer) bool {
	file, ok := w.(*os.File)
	return ok && isatty.IsTerminal(file.Fd())
}

// above returns a writer to the same place as w whose lines, where that is a terminal, stand above the bar.
func (p *progress) above(w io.Writer) io.Writer {
	if p.err == nil || !isTerminal(w) {
		return w
	}
	return aboveBar{p, w}
}

// aboveBar writes lines without tearing the bar.
type aboveBar struct {
	*progress
	plain io.Writer
}

func (a aboveBar) Write(text []byte) (int, error) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.shown != nil {
		return a.shown.Write(text)
	}
	return a.plain.Write(text)
}

// add counts n more; the bar appears once a second has gone.
func (p *progress) add(n int64) {
	if p.err == nil {
		return
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.count += n
	if p.bar == nil && time.Since(p.begun) > time.Second {
		p.shown = mpb.New(mpb.WithOutput(p.err), mpb.WithWidth(3))
		p.bar = p.shown.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(), mpb.AppendDecorators(
			decor.CurrentNoUnit("%d "+p.what), decor.NewAverageSpeed(0, ", %.0f/s", p.begun), decor.NewElapsed(decor.ET_STYLE_MMSS, p.begun, decor.WC{W: 8})))
	}
	if p.bar != nil {
		p.bar.SetCurrent(p.count)
	}
}

// end takes the bar away.
func (p *progress) end() {
	p.mu.Lock()
	shown, bar := p.shown, p.bar
	p.shown, p.bar = nil, nil
	p.mu.Unlock()
	if bar != nil {
		bar.SetTotal(-1, true)
		shown.Wait()
	}
}
