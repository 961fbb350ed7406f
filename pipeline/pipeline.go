// Package pipeline is the one place where the flow is written: from a report's bytes to its claims, and from
// readings to the incidents of the record.
package pipeline
