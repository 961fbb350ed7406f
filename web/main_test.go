package web

import (
	"os"
	"testing"

	"concord/web/webtest"
)

func TestMain(m *testing.M) { os.Exit(webtest.Tests{M: m}.Run()) }
