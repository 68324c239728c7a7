import { keepStandings } from '#app/requirements/keeping/keep-standings.server.ts'

// A keeper in a process of its own, to be killed in the middle.
await keepStandings({ now: new Date(process.argv[2] ?? '') })
process.exit()
