// Package intake turns bytes (text, HTML, lines of JSON) into reports. It knows nothing of meaning.
package intake
