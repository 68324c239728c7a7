import { makeProvince, type Province } from '#tests/demo/province.ts'
import { smallProvince } from '#tests/demo/size.ts'

/**
 * The demonstration province, small: some hundred people, six communes, three enterprises, the merger, and learning.
 * Takes some seconds, most of them for loading the courses: once a test file, and in an empty database.
 */
export function aSmallProvince(): Promise<Province> {
  return makeProvince({ seed: 'tiền giang', size: smallProvince })
}
