package text

// abreast is how many sentences are worked on at once.
const abreast = 8

// inTurns has work done by all workers in turns, each step of which ends where memory has been sent for: so a worker's memory comes while the
// others work. Whoever is done is started on new work, as long as there is some.
func inTurns[W interface{ step() (more bool) }](all []W, start func(W) (more bool)) {
	busy := 0
	for busy < len(all) && start(all[busy]) {
		busy++
	}
	for busy > 0 {
		for i := 0; i < busy; {
			if all[i].step() || start(all[i]) {
				i++
				continue
			}
			busy--
			all[i], all[busy] = all[busy], all[i]
		}
	}
}
