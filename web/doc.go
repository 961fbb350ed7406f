// Package web is the workspace: pages on loopback where people read reports, compare what their sources say, and
// decide. It only reads a [concord.Store] and appends decisions; it never imports a stage.
//
// Every page is made on the server and works without JavaScript; the scripts under static add keys and
// selecting. A handler returns a [view] or an error, and one place turns either into a response: it chooses the
// language, escapes, and maps the error's code to an HTTP status. Pages are drawn from pure functions over root
// types: [drawTally] the picture of a disagreement, [cutText] a report's text with its claims.
//
// Words of the interface stand in words.tsv, one column a language.
package web
