/**
 * What an option is called in forms and stored answers: 8 hex digits that say nothing of what is right
 * or where the author wrote it, and stay the same when options are moved or another is added.
 * FNV-1a (Fowler, Noll, Vo) over the text's characters: a name, not a secret.
 */
export function optionId(questionId: string, text: string): string {
  const normal = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  let hash = 0x811c9dc5
  for (const character of `${questionId}\n${normal}`) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash ^= hash >>> 13
  return (hash >>> 0).toString(16).padStart(8, '0')
}
