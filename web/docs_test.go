package web

import (
	"os"
	"strings"
	"testing"
)

func TestEveryPageAndKeyIsDocumented(t *testing.T) {
	text, err := os.ReadFile("../docs/workspace.md")
	if err != nil {
		t.Fatal(err)
	}
	doc := string(text)
	for _, key := range []string{"nav.incidents", "nav.map", "nav.ceasefires", "nav.sources", "nav.review", "nav.search", "api.title"} {
		if name := english.say(key); !strings.Contains(doc, name) {
			t.Errorf("docs/workspace.md does not tell of the page %q", name)
		}
	}
	script, err := static.ReadFile("static/keys.js")
	if err != nil {
		t.Fatal(err)
	}
	for _, key := range []string{"j", "k", "a", "r", "c", "g", "m", "s", "n", "u", "/", "?"} {
		if !strings.Contains(doc, "`"+key+"`") {
			t.Errorf("docs/workspace.md does not tell what the key %q does", key)
		}
	}
	if !strings.Contains(string(script), `"arc".includes`) || !strings.Contains(string(script), `"gmsnu?".includes`) {
		t.Error("the keys of decisions changed; docs/workspace.md tells of others")
	}
}
