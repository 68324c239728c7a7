type Named = { folded: string; username: string }

/**
 * What somebody is found by: the name from each of its words to its end, and the user name. Who has no name any more is
 * found by nothing.
 */
export function beginningsOf({ folded, username }: Named): string[] {
  if (folded === '') return []
  const starts = [...folded.matchAll(/ /g)].map(({ index }) => index + 1)
  const texts = [0, ...starts].map((start) => folded.slice(start))
  return [...new Set([...texts, username])].filter((text) => text !== '')
}
