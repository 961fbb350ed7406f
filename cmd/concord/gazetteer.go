package main

import (
	"encoding/json"
	"fmt"
	"strings"

	"concord"
	"concord/gazetteer"
)

type gazetteerCommand struct {
	Import gazetteerImport `cmd:"" help:"Add places from GeoNames files, so that villages are found."`
	Find   gazetteerFind   `cmd:"" help:"Show which places a name may mean, and why the first is chosen where nothing else is known."`
}

type gazetteerImport struct {
	record
	tables
	Files []string `arg:"" name:"file" help:"Dumps of GeoNames, .txt or .zip: allCountries, a country (SY.zip), alternateNames."`
}

// Help is what concord gazetteer import --help prints below the usage.
func (gazetteerImport) Help() string {
	return "The dumps are at download.geonames.org/export/dump (CC BY). Their places go into a table each in the folder concord.gazetteer beside " +
		"the record, in place of an older one of the same name; delete a table to forget its places. Import alternateNames after the " +
		"countries whose places it names. A record in PostgreSQL has its tables in the folder concord.gazetteer where the command runs. All of allCountries takes " +
		"a minute or two, some 0.2 GB of memory and, while it runs, 2 GB of disk. Reports already in the record are not read again."
}

// Run imports the files one after another, so that a later one may name places of an earlier one.
func (c *gazetteerImport) Run(s streams) error {
	folder := c.folder(c.DB)
	for _, path := range c.Files {
		g, err := gazetteer.Open(folder)
		if err != nil {
			return err
		}
		done, err := g.Import(folder, path)
		if err != nil {
			return err
		}
		fmt.Fprintf(s.out, "%s: %d places, %d further names → %s\n", path, done.Places, done.Names, done.File)
	}
	return nil
}

type gazetteerFind struct {
	record
	tables
	JSON bool   `help:"Print one JSON object a place."`
	Name string `arg:"" help:"The name, as a report writes it."`
}

// found is a line of the command's JSON.
type found struct {
	Name       string                 `json:"name"`
	Kind       string                 `json:"kind"`
	Country    string                 `json:"country"`
	Admin1     string                 `json:"admin1"`
	Lat        float64                `json:"lat"`
	Lon        float64                `json:"lon"`
	GeoNames   int                    `json:"geonames"`
	Population int                    `json:"population"`
	Score      float64                `json:"score"`
	Reasons    []concord.Contribution `json:"reasons"`
}

// shown is how many candidates are printed for a person to read.
const shown = 20

// Run prints the candidates, the likeliest first.
func (c *gazetteerFind) Run(s streams) error {
	g, err := gazetteer.Open(c.folder(c.DB))
	if err != nil {
		return err
	}
	candidates := g.Lookup(c.Name)
	if len(candidates) == 0 {
		return concord.Errorf(concord.NotFound, "gazetteer find "+c.Name, "no such place, nor one spelt alike. concord gazetteer import adds places")
	}
	encoder := json.NewEncoder(s.out)
	for i := range candidates {
		if i == shown && !c.JSON {
			fmt.Fprintf(s.out, "       and %d more; --json prints all\n", len(candidates)-shown)
			break
		}
		p := &candidates[i]
		if c.JSON {
			if err := encoder.Encode(found{p.Name, p.Kind.String(), p.Country, p.District, p.Lat, p.Lon, p.ID, p.Population, p.Score, p.Reasons}); err != nil {
				return err
			}
			continue
		}
		why := make([]string, len(p.Reasons))
		for j, r := range p.Reasons {
			why[j] = fmt.Sprintf("%s %+.1f", r.Name, r.Weight)
		}
		fmt.Fprintf(s.out, "%5.1f  %s, %s (%.3f, %.3f)  %s\n", p.Score, p.Name, strings.Trim(p.District+", "+p.Country, ", "), p.Lat, p.Lon, strings.Join(why, ", "))
	}
	return nil
}
