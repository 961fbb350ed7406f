package main

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"os"
	"os/signal"
	"syscall"
	"time"

	"concord"
	"concord/pipeline"
	"concord/reconcile"
	"concord/web"
)

type serveCommand struct {
	record
	Listen string `default:"127.0.0.1:8642" placeholder:"ADDRESS" help:"Where to listen; only this machine can reach the default (${default}). Port 0: any that is free."`
}

// Help is what concord serve --help prints below the usage.
func (serveCommand) Help() string {
	return "The workspace has no accounts yet: whoever reaches the address may read the record and decide. Leave it on loopback. Ctrl-C ends it."
}

// Run serves the workspace until it is interrupted.
func (c *serveCommand) Run(s streams) error {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	store, err := c.open(ctx)
	if err != nil {
		return err
	}
	defer store.Close()
	if err := c.outdated(ctx, store, s); err != nil {
		return err
	}
	listener, err := net.Listen("tcp", c.Listen)
	if err != nil {
		return &concord.Error{Code: concord.Invalid, Op: "listen on " + c.Listen, Message: "choose another address with --listen", Err: err}
	}
	server := &http.Server{Handler: workspace(store, hostOf(c.Listen)), ReadHeaderTimeout: 10 * time.Second}
	fmt.Fprintf(s.out, "The workspace is at http://%s (Ctrl-C ends it)\n", listener.Addr())
	context.AfterFunc(ctx, func() {
		waiting, cancel := context.WithTimeout(context.Background(), 5*time.Second)
		defer cancel()
		server.Shutdown(waiting)
	})
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// hostOf is the name in an address.
func hostOf(address string) string {
	host, _, err := net.SplitHostPort(address)
	if err != nil {
		return address
	}
	return host
}

// derive derives an incident anew by the rule of a name, from what had been published by a day where one is given.
func derive(in concord.Incident, day concord.Date, name string) (concord.Incident, bool) {
	rule, err := reconcile.RuleNamed(name)
	if err != nil {
		return in, false
	}
	return knownOn(in, day, rule)
}

// workspace is the pages over a record, in which decisions take effect at once. Beside loopback it is reached under the
// host's name only.
func workspace(store concord.Store, host string) http.Handler {
	decide := func(ctx context.Context, d concord.Decision) (concord.Decision, error) {
		return pipeline.Decide(ctx, store, d)
	}
	return web.New(store, web.Options{Decide: decide, Hosts: []string{host}, Rules: reconcile.RuleNames(), Derive: derive, Totals: reconcile.Totals, Threads: web.Threads{
		Ceasefires: pipeline.NewThreads(store).Ceasefires,
		Speaker: func(ctx context.Context, name string) (concord.SpeakerRecord, error) {
			return pipeline.Speaker(ctx, store, name)
		},
	}})
}
