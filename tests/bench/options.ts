import { parseArgs } from 'node:util'

export type Options = { only: string[]; rounds: number; seconds: number; isQuick: boolean; profile: string | null }

/**
 * `--only name,name --rounds n --seconds n --quick --without-province --profile folder`. What is long is measured only
 * where it is named. A wrong one stops the bench with one line.
 */
export function readOptions({ usual, long }: { usual: string[]; long: string[] }): Options {
  const { values } = parseArgs({
    options: {
      only: { type: 'string', default: usual.join(',') },
      rounds: { type: 'string', default: '3' },
      seconds: { type: 'string', default: '5' },
      quick: { type: 'boolean', default: false },
      'without-province': { type: 'boolean', default: false },
      profile: { type: 'string' },
    },
  })
  const asked = values.only.split(',')
  const only = asked.filter(
    (name) => !/^(province|standings|standings-postgres|year)$/.test(name) || !values['without-province'],
  )
  const known = [...usual, ...long]
  const stranger = only.find((name) => !known.includes(name))
  if (stranger !== undefined) throw new Error(`--only knows ${known.join(', ')}; not ${stranger}`)
  const [rounds, seconds] = [Number(values.rounds), Number(values.seconds)]
  if (!(rounds >= 1 && seconds >= 1)) throw new Error('--rounds and --seconds are numbers from 1')
  return { only, rounds, seconds, isQuick: values.quick, profile: values.profile ?? null }
}
