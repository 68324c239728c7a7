import { closeDatabase } from '#app/db/db.server.ts'
import { makeProvince } from '#tests/demo/province.ts'
import { smallProvince, wholeProvince } from '#tests/demo/size.ts'

// In a process of its own, with DATABASE_URL and DATA_DIR set by bin/demo.mjs.
const [seed = 'tiền giang', size] = process.argv.slice(2)
const began = performance.now()
const tell = (step: string) => process.stdout.write(`  ${seconds()} s  ${step}\n`)
const { counts } = await makeProvince({ seed, size: size === 'small' ? smallProvince : wholeProvince, tell })
await closeDatabase()
const memory = Math.round(process.resourceUsage().maxRSS / 1024)
const told = Object.entries(counts).map(([name, count]) => `${count} ${name}`)
process.stdout.write(`  ${seconds()} s  done: ${told.join(', ')}; ${memory} MB of memory at most\n`)
process.exit(0)

function seconds() {
  return ((performance.now() - began) / 1000).toFixed(1).padStart(6)
}
