import type { Size } from '#app/units/nasty-set/nasty-set.server.ts'

/** How many there are of what, beside the sixty people and three enterprises of the nasty set. */
export type ProvinceSize = {
  nasty: Size
  /** All districts of old Tiền Giang, or only the units of the nasty set. */
  isWhole: boolean
  enterprises: number
  staff: number
  workers: number
  citizens: number
  /** Of everybody, how many have finished a course, and how many have begun one. */
  finished: number
  begun: number
}

const nastyWorkers = { small: 12, middle: 480, large: 6200 }

/** domain.md 2.4: 60,000 staff, 110,000 workers in 900 enterprises, 30,000 citizens. */
export const wholeProvince: ProvinceSize = {
  nasty: nastyWorkers,
  isWhole: true,
  enterprises: 897,
  staff: 60_000,
  workers: 110_000 - 12 - 480 - 6200,
  citizens: 30_000,
  finished: 8_000,
  begun: 12_000,
}

/** Some hundred people, six communes, three enterprises: made by the same code. */
export const smallProvince: ProvinceSize = {
  nasty: { small: 12, middle: 20, large: 30 },
  isWhole: false,
  enterprises: 0,
  staff: 120,
  workers: 40,
  citizens: 40,
  finished: 12,
  begun: 12,
}
