package concord

// Edition counts the ways in which reports have been read and linked. It is raised where either changes, for all changes of a release at
// once; a report in the record bears the edition that read it, and is read anew by [Store.Rebuild].
const Edition = 5
