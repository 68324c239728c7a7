/** Where to go on after signing in: only a path of this site, else the given one. */
export function ownPath(next: string | null, otherwise: string): string {
  // `//host` and `/\host` are other sites to a browser; so is whatever it strips first, as tabs and line ends.
  if (!next || next.length > 500 || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(next)) return otherwise
  return next.replace(/[^!-~]/gu, encodeURIComponent) // a header holds nothing else
}
