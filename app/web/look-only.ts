/** What a 403 carries when it is about a thing that one may see, and not about where a request came from. */
export const lookOnlyWord = 'look-only'

/** One may see it, but not do this: a refusal that says so. What one may not know about is a 404 (found.server.ts). */
export function lookOnly(): Response {
  return new Response(lookOnlyWord, { status: 403 })
}
