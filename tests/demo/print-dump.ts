import { dump } from '#tests/demo/dump.ts'
import { aSmallProvince } from '#tests/province.ts'

// In a process of its own, with a database of its own: tells what the small province is there.
await aSmallProvince()
process.stdout.write((await dump()).join('\n'), () => process.exit(0))
