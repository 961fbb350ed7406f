package web

import (
	"context"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp"
)

// shots is where screenshots are kept to be looked at.
const shots = "../build/screenshots"

// browser starts a headless Chromium that ends with the test.
func browser(t *testing.T) context.Context {
	t.Helper()
	path, err := exec.LookPath("chromium")
	if err != nil {
		t.Fatal("the pages are tested in a browser: install Debian's package chromium (apt-get install chromium)")
	}
	options := append(chromedp.DefaultExecAllocatorOptions[:], chromedp.ExecPath(path), chromedp.NoSandbox, chromedp.DisableGPU,
		chromedp.UserDataDir(t.TempDir()), chromedp.Flag("disable-quic", true), chromedp.Flag("disable-component-update", true))
	ctx, stop := chromedp.NewExecAllocator(context.Background(), options...)
	t.Cleanup(stop)
	ctx, stop = context.WithTimeout(ctx, 4*time.Minute)
	t.Cleanup(stop)
	ctx, stop = chromedp.NewContext(ctx)
	t.Cleanup(stop)
	if err := chromedp.Do(ctx); err != nil {
		t.Fatalf("chromium does not start: %v", err)
	}
	return ctx
}

// look is a way to look at a page.
type look struct {
	name          string
	width, height int64
	scheme        string
	language      language
	who           string
}

var looks = []look{{"light", 1280, 900, "light", english, "Ana Ortiz"}, {"dark", 1280, 900, "dark", english, "Ana Ortiz"},
	{"narrow", 390, 844, "light", english, ""}, {"arabic", 1280, 900, "light", arabic, "Ana Ortiz"}}

// as sets the size and the colours of the page.
func (l look) as() chromedp.Action[chromedp.Void] {
	return chromedp.Func(func(ctx context.Context, _ *chromedp.Target) error {
		_, err := chromedp.Call(ctx, emulation.SetEmulatedMedia, emulation.SetEmulatedMediaParams{
			Features: []*emulation.MediaFeature{{Name: "prefers-color-scheme", Value: l.scheme}, {Name: "prefers-reduced-motion", Value: "reduce"}}})
		if err != nil {
			return err
		}
		return chromedp.Do(ctx, chromedp.EmulateViewport(l.width, l.height))
	})
}

// keepShot writes a picture of the whole page.
func keepShot(t *testing.T, ctx context.Context, name string) {
	t.Helper()
	picture, err := chromedp.Run(ctx, chromedp.FullScreenshot(100))
	if err != nil {
		t.Fatalf("%s: %v", name, err)
	}
	if err := os.MkdirAll(shots, 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(filepath.Join(shots, name+".png"), picture, 0o644); err != nil {
		t.Fatal(err)
	}
}

// axe returns the source of axe-core, fetched by npm into node_modules where it is not there yet.
func axe(t *testing.T) string {
	t.Helper()
	const path = "node_modules/axe-core/axe.min.js"
	if _, err := os.Stat(path); err != nil {
		if out, err := exec.Command("npm", "install", "--silent").CombinedOutput(); err != nil {
			t.Fatalf("axe-core checks the pages; npm install in web/ fetches it: %v\n%s", err, out)
		}
	}
	source, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(source)
}

// violation is what axe-core finds wrong.
type violation struct {
	ID    string   `json:"id"`
	Help  string   `json:"help"`
	Where []string `json:"where"`
}

// violations runs axe-core's rules of WCAG levels A and AA on the page.
func violations(ctx context.Context, axe string) ([]violation, error) {
	if err := chromedp.Do(ctx, chromedp.Evaluate[chromedp.Void](axe+";0")); err != nil {
		return nil, err
	}
	found, err := chromedp.Run(ctx, chromedp.Evaluate[string](`axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]})
		.then((r) => JSON.stringify(r.violations.map((v) => ({id: v.id, help: v.help,
			where: v.nodes.map((n) => n.html + " — " + [...n.any, ...n.all, ...n.none].map((c) => c.message).join("; "))}))))`, chromedp.EvalAwaitPromise))
	if err != nil {
		return nil, err
	}
	var list []violation
	return list, json.Unmarshal([]byte(found), &list)
}

func TestMapIsDrawn(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	if !built(dist) {
		if _, body := get(t, h, "/map"); !strings.Contains(body, "Kafr Nur") || strings.Contains(body, "map.js") {
			t.Error("without its scripts the map page must show its list")
		}
		return
	}
	site := httptest.NewServer(h)
	defer site.Close()
	ctx := browser(t)
	for _, l := range looks[:3] {
		err := chromedp.Do(ctx, l.as(), chromedp.Navigate(site.URL+"/map"))
		if err != nil {
			t.Fatal(err)
		}
		drawn, err := chromedp.Run(ctx, chromedp.Poll[bool](`document.getElementById("map").dataset.drawn === "yes"`, chromedp.WithPollingTimeout(20*time.Second)))
		keepShot(t, ctx, "map-drawn."+l.name)
		if err != nil || !drawn {
			t.Fatalf("%s: the map is not drawn: %v", l.name, err)
		}
		link, err := chromedp.Run(ctx, chromedp.Evaluate[string](`document.getElementById("within").href`))
		if err != nil || !strings.Contains(link, "bounds=") {
			t.Errorf("the part of the map that is seen does not narrow the list: %q, %v", link, err)
		}
	}
}

// shotName makes a file's name of a page's address.
func shotName(path, look string) string {
	name := strings.Trim(strings.Map(func(r rune) rune {
		if r >= 'a' && r <= 'z' || r >= '0' && r <= '9' {
			return r
		}
		return '-'
	}, strings.ToLower(path)), "-")
	return name[:min(len(name), 40)] + "." + look
}

func TestPagesInABrowser(t *testing.T) {
	s := openShelf(t)
	h := New(s, Options{})
	post(t, h, "Ben Adler", url.Values{"kind": {"grade"}, "incident": {"market"}, "value": {"contested"}, "note": {"the ministry's depot is three streets away"}})
	post(t, h, "Ben Adler", url.Values{"kind": {"accept"}, "report": {s.readings[0].Report.ID}, "claim": {"c3"}})
	site := httptest.NewServer(h)
	defer site.Close()
	ctx, source := browser(t), axe(t)
	for _, l := range looks {
		for _, path := range paths(s) {
			if err := chromedp.Do(ctx, l.as(), as(site.URL, l), chromedp.Navigate(site.URL+path), chromedp.WaitReady(chromedp.CSS("footer"))); err != nil {
				t.Fatalf("%s: %v", path, err)
			}
			checkPage(t, ctx, source, path, l)
		}
	}
}

// as keeps the reader's language and name as the settings form does.
func as(site string, l look) chromedp.Action[chromedp.Void] {
	return chromedp.Steps(chromedp.Navigate(site+"/static/icon.svg"), chromedp.Evaluate[chromedp.Void](
		fmt.Sprintf("document.cookie = 'lang=%s; path=/'; document.cookie = 'who=%s; path=/'; 0", l.language, url.QueryEscape(l.who))))
}

// checkPage keeps a picture of the page and checks what only a browser can tell.
func checkPage(t *testing.T, ctx context.Context, axe, path string, l look) {
	t.Helper()
	keepShot(t, ctx, shotName(path, l.name))
	found, err := violations(ctx, axe)
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	for _, v := range found {
		t.Errorf("%s, %s: %s: %s\n%s", path, l.name, v.ID, v.Help, strings.Join(v.Where, "\n"))
	}
	wide, err := chromedp.Run(ctx, chromedp.Evaluate[int]("document.documentElement.scrollWidth - document.documentElement.clientWidth"))
	if err != nil || wide > 0 {
		t.Errorf("%s, %s: the page is %d pixels too wide (%v)", path, l.name, wide, err)
	}
	title, err := chromedp.Run(ctx, chromedp.Title())
	if err != nil || title == "taken" {
		t.Errorf("%s: a report's words ran as a script (%v)", path, err)
	}
}
