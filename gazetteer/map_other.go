//go:build !unix

package gazetteer

import "os"

// mapFile reads a file.
func mapFile(path string) (string, error) {
	data, err := os.ReadFile(path)
	return string(data), err
}
