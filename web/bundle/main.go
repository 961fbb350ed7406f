// Command bundle builds what the map page loads, from npm packages into web/dist, where the next build of concord embeds
// it: MapLibre GL with its worker and style, and the countries of Natural Earth. Run it in the repository's root:
//
//	npm install --prefix web && go run ./web/bundle
//
// Without it the program builds and runs all the same; the map page then shows its list of places.
package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/evanw/esbuild/pkg/api"
)

func main() {
	if err := build("web"); err != nil {
		fmt.Fprintln(os.Stderr, "bundle:", err)
		os.Exit(1)
	}
}

// build writes the bundles of the web folder into its dist folder.
func build(web string) error {
	packages := filepath.Join(web, "node_modules")
	if _, err := os.Stat(packages); err != nil {
		return fmt.Errorf("%s is missing; npm install --prefix web fetches the packages", packages)
	}
	result := api.Build(api.BuildOptions{
		EntryPointsAdvanced: []api.EntryPoint{
			{InputPath: filepath.Join(web, "map", "map.js"), OutputPath: "map"},
			{InputPath: filepath.Join(packages, "maplibre-gl", "dist", "maplibre-gl-worker.mjs"), OutputPath: "worker"},
			{InputPath: filepath.Join(packages, "maplibre-gl", "dist", "maplibre-gl.css"), OutputPath: "map"},
		},
		Outdir: filepath.Join(web, "dist"), Bundle: true, MinifyWhitespace: true, MinifySyntax: true, MinifyIdentifiers: true,
		Format: api.FormatESModule, Target: api.ES2022, LegalComments: api.LegalCommentsEndOfFile, LogLevel: api.LogLevelWarning, Write: true,
		Loader: map[string]api.Loader{".svg": api.LoaderDataURL},
	})
	if len(result.Errors) > 0 {
		return fmt.Errorf("%s", result.Errors[0].Text)
	}
	world, err := os.ReadFile(filepath.Join(packages, "world-atlas", "countries-50m.json"))
	if err != nil {
		return err
	}
	return os.WriteFile(filepath.Join(web, "dist", "world.json"), world, 0o644)
}
