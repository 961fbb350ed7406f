package concord

import (
	"errors"
	"fmt"
)

// Code is what kind of error it is: the few cases that callers treat differently.
type Code string

// The codes. Exit statuses and HTTP statuses follow from them in one place each.
const (
	Invalid     Code = "invalid"     // the input is at fault; the message says where and how to mend it
	NotFound    Code = "not_found"   // no such report, claim, incident
	Conflict    Code = "conflict"    // a decision contradicts a later one
	Newer       Code = "newer"       // the record was written by a newer version
	Unavailable Code = "unavailable" // the store cannot be reached or written
	Internal    Code = "internal"    // our own fault
)

// Error is an error with a code and a message that a user can act on.
type Error struct {
	Code    Code
	Op      string // what was being done: "read syria.jsonl, line 7"
	Message string // what is wrong and the mend
	Err     error  // the cause, if any
}

func (e *Error) Error() string {
	text := e.Message
	if e.Op != "" {
		text = e.Op + ": " + text
	}
	if e.Err != nil {
		text += ": " + e.Err.Error()
	}
	return text
}

func (e *Error) Unwrap() error { return e.Err }

// Errorf makes an Error with a formatted message.
func Errorf(code Code, op, format string, args ...any) *Error {
	return &Error{Code: code, Op: op, Message: fmt.Sprintf(format, args...)}
}

// CodeOf returns the code of err, Internal where it has none, and "" for nil.
func CodeOf(err error) Code {
	var e *Error
	switch {
	case err == nil:
		return ""
	case errors.As(err, &e):
		return e.Code
	}
	return Internal
}
