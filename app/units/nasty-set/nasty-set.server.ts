import { theMerger } from '#app/units/nasty-set/merger.server.ts'
import { oldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { thePeople } from '#app/units/nasty-set/people.server.ts'

/** How many workers the three enterprises have; tests take fewer. */
export type Size = { small: number; middle: number; large: number }
const wholeSize: Size = { small: 12, middle: 480, large: 6200 }

/**
 * The small but nasty set (domain.md 2.4), driven through the verbs as the command line: for tests and for the
 * demonstration province, into a database of its own. All people in it are made up.
 */
export async function nastySet(size: Size = wholeSize) {
  const old = await oldProvinces()
  const people = await thePeople(old, size)
  const merged = await theMerger(old, people.toPhuCuong)
  return { old, people, ...merged }
}
