package main

import (
	"io"
	"os"
	"time"

	"github.com/mattn/go-isatty"
	"github.com/vbauerster/mpb/v8"
	"github.com/vbauerster/mpb/v8/decor"
)

// progress shows how work that takes more than a second goes, where standard error is a terminal; elsewhere it shows nothing.
type progress struct {
	what  string
	begun time.Time
	err   io.Writer
	shown *mpb.Progress
	bar   *mpb.Bar
	count int64
}

func newProgress(err io.Writer, what string) *progress {
	file, ok := err.(*os.File)
	if !ok || !isatty.IsTerminal(file.Fd()) {
		return &progress{}
	}
	return &progress{what: what, begun: time.Now(), err: err}
}

// above returns a writer for messages: they stand above the bar.
func (p *progress) above(err io.Writer) io.Writer {
	if p.err == nil {
		return err
	}
	return (*aboveBar)(p)
}

// aboveBar writes lines to standard error without tearing the bar.
type aboveBar progress

func (a *aboveBar) Write(text []byte) (int, error) {
	if a.shown != nil {
		return a.shown.Write(text)
	}
	return a.err.Write(text)
}

// add counts n more; the bar appears once a second has gone.
func (p *progress) add(n int64) {
	if p.err == nil {
		return
	}
	p.count += n
	if p.bar == nil && time.Since(p.begun) > time.Second {
		p.shown = mpb.New(mpb.WithOutput(p.err), mpb.WithWidth(24))
		p.bar = p.shown.New(0, mpb.SpinnerStyle(), mpb.BarRemoveOnComplete(), mpb.AppendDecorators(
			decor.CurrentNoUnit("%d "+p.what), decor.AverageSpeed(0, ", %.0f/s"), decor.Elapsed(decor.ET_STYLE_MMSS, decor.WC{W: 8})))
		p.bar.SetCurrent(p.count - n)
	}
	if p.bar != nil {
		p.bar.IncrInt64(n)
	}
}

// end takes the bar away.
func (p *progress) end() {
	if p.bar != nil {
		p.bar.SetTotal(-1, true)
		p.shown.Wait()
		p.shown, p.bar = nil, nil
	}
}
