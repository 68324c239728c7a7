/** A verb's null is nobody's business: not there and not yours are the same 404. */
export function found<T>(value: T | null | undefined): T {
  if (value === null || value === undefined) throw new Response(null, { status: 404 })
  return value
}
