/** What no form of ours sends: unknown options, repeated fields, wrong shapes. Routes answer 400. */
export class BadAnswer extends Error {
  override name = 'BadAnswer'
}
