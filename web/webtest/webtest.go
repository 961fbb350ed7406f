// Package webtest lets tests look at pages as people see them: in a headless Chromium, in light and dark, wide and narrow, with
// screenshots to be looked at afterwards and axe-core's verdict on accessibility.
package webtest

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// Look is a way to look at a page.
type Look struct {
	Name          string
	Width, Height int64
	Scheme        string // light, dark
	Language      string // of the interface
	Who           string // the reader's name, empty where not told
	Rules         string // of axe-core that can be broken only here, empty: all
}

// Looks are the ways in which every page is looked at.
var Looks = [...]Look{
	{"light", 1280, 900, "light", "en", "Ana Ortiz", ""},
	{"dark", 1280, 900, "dark", "en", "Ana Ortiz", "color-contrast"},
	{"narrow", 390, 844, "light", "en", "", ""},
	{"arabic", 1280, 900, "light", "ar", "Ana Ortiz", ""},
}

// browser is the headless Chromium that the tests of a package share, each in a tab of its own.
var browser struct {
	once sync.Once
	ctx  context.Context
	stop context.CancelFunc
	err  error
}

// Tests are the tests of a package, whose browser ends with them: what the package's TestMain runs.
type Tests struct{ *testing.M }

// Run runs the tests and returns the exit status.
func (t Tests) Run() int {
	defer func() {
		if browser.stop != nil {
			browser.stop()
		}
	}()
	return t.M.Run()
}

func start() {
	path, err := exec.LookPath("chromium")
	if err != nil {
		browser.err = errors.New("the pages are tested in a browser: install Debian's package chromium (apt-get install chromium)")
		return
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	ctx, _ = chromedp.NewContext(ctx)
	browser.ctx, browser.stop, browser.err = ctx, stop, chromedp.Do(ctx)
}

// Browser opens a tab of a headless Chromium that closes with the test.
func Browser(t testing.TB) context.Context {
	t.Helper()
	browser.once.Do(start)
	if browser.err != nil {
		t.Fatalf("chromium does not start: %v", browser.err)
	}
	ctx, stop := chromedp.NewContext(browser.ctx)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(stop)
	return ctx
}

// Open opens a page of a site in this look, as a reader with its language and name.
func (l Look) Open(t testing.TB, ctx context.Context, site, path string) {
	t.Helper()
	media := emulation.SetEmulatedMediaParams{Features: []*emulation.MediaFeature{
		{Name: "prefers-color-scheme", Value: l.Scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}}
	_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, media)
	if err == nil {
		err = chromedp.Do(ctx, chromedp.EmulateViewport(l.Width, l.Height), chromedp.Navigate(site+"/static/icon.svg"),
			chromedp.Evaluate[chromedp.Void](fmt.Sprintf("document.cookie = 'lang=%s; path=/'; document.cookie = 'who=%s; path=/'; 0", l.Language, url.QueryEscape(l.Who))),
			chromedp.Navigate(site+path), chromedp.WaitReady(chromedp.CSS("footer")))
	}
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
}

// root is the folder of the repository.
func root() string {
	_, file, _, _ := runtime.Caller(0)
	return filepath.Join(filepath.Dir(file), "..", "..")
}

// Keep writes a picture of the whole page to build/screenshots.
func Keep(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	KeepFile(t, name+".png", picture)
}

// KeepFile writes what a test saw to build/screenshots.
func KeepFile(t *testing.T, name string, data []byte) {
	t.Helper()
	folder := filepath.Join(root(), "build", "screenshots")
	if err := os.MkdirAll(folder, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(folder, name), data, 0o644); err != nil {
		t.Fatal(err)
	}
}

// Axe is the source of axe-core.
type Axe string

// LoadAxe returns axe-core, fetched by npm where it is not there yet.
func LoadAxe(t *testing.T) Axe {
	t.Helper()
	web := filepath.Join(root(), "web")
	path := filepath.Join(web, "node_modules", "axe-core", "axe.min.js")
	if _, err := os.Stat(path); err != nil {
		if out, err := exec.Command("npm", "install", "--silent", "--prefix", web).CombinedOutput(); err != nil {
			t.Fatalf("axe-core checks the pages; npm install --prefix web fetches it: %v\n%s", err, out)
		}
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return Axe(source)
}

// violation is what axe-core finds wrong.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Where []string `json:"where"`
}

// Check opens all that is folded on the page, and fails the test for every violation of WCAG 2.2, level A or AA, for headings that skip a level, and where the page is
// wider than the window.
func (a Axe) Check(t *testing.T, ctx context.Context, l Look, page string) {
	t.Helper()
	page += ", " + l.Name
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void]("document.querySelectorAll('details').forEach((d) => { d.open = true }); 0")); err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	found, err := a.violations(ctx, l.Rules)
	if err != nil {
		t.Fatalf("%s: %v", page, err)
	}
	for _, v := range found {
		t.Errorf("%s: %s: %s\n%s", page, v.ID, v.Help, strings.Join(v.Where, "\n"))
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[int]("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
	if err != nil || wide > 0 {
		t.Errorf("%s: the page is %d pixels too wide (%v)", page, wide, err)
	}
}

func (a Axe) violations(ctx context.Context, rules string) ([]violation, error) {
	only := `["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]`
	if rules != "" {
		only = strconv.Quote(rules)
	}
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](string(a)+";0")); err != nil {
		return nil, err
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[string](`axe.run(document, {runOnly: `+only+`, rules: {"heading-order": {enabled: `+strconv.FormatBool(rules == "")+`}}})
		.then((r) => JSON.stringify(r.violations.map((v) => ({id: v.id, help: v.help,
			where: v.nodes.map((n) => n.html + " — " + [...n.any, ...n.all, ...n.none].map((c) => c.message).join("; "))}))))`, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var list []violation
	return list, json.Unmarshal([]byte(found), &list)
}
