import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openTable } from '#app/intake/reading/open-table.server.ts'
import type { ListedPerson } from '#app/intake/reading/person-row.ts'
import { understand } from '#app/intake/reading/understand.ts'

/** Lists as agencies send them, with the right result beside each; they stand beside the checkout. */
const folder = join(process.cwd(), '../shared/fixtures/people')
const names = existsSync(folder) ? readdirSync(folder) : []
const lists = names.filter(
  (name) => names.includes(name.replace(/\.\w+$/, '.expected.json')) && !name.endsWith('.json'),
)

test('the lists to read are there', () => {
  expect(lists.length, `no lists in ${folder}`).toBeGreaterThanOrEqual(11)
})

test.each(lists)('%s is understood exactly', async (name) => {
  const expected: unknown = JSON.parse(readFileSync(join(folder, name.replace(/\.\w+$/, '.expected.json')), 'utf8'))
  const isCaseLost = name.startsWith('tcvn3')

  expect((await peopleIn(join(folder, name))).map((person) => comparable(person, isCaseLost))).toEqual(
    Array.isArray(expected) ? expected.map((person) => comparable(person, isCaseLost)) : [],
  )
})

async function peopleIn(path: string): Promise<ListedPerson[]> {
  const table = await openTable(path)
  const people: ListedPerson[] = []
  for await (const part of understand(table.rows, table.isLegacy, { latestYear: 2026 }))
    if (part.kind === 'person') people.push(part.found.person)
  table.close()
  return people
}

/** TCVN3 has no capitals with tone marks: units and positions are compared without regard to case there. */
function comparable(person: ListedPerson, isCaseLost: boolean): ListedPerson {
  if (!isCaseLost) return person
  return { ...person, unit: person.unit?.toLowerCase() ?? null, position: person.position?.toLowerCase() ?? null }
}
