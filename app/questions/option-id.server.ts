import { createHash } from 'node:crypto'

/**
 * What an option is called in forms and stored answers: 8 hex digits that say nothing of what is right
 * or where the author wrote it, and stay the same when options are moved or another is added.
 */
export function optionId(questionId: string, text: string): string {
  const normal = text.normalize('NFC').trim().replace(/\s+/g, ' ')
  return createHash('sha256').update(`${questionId}\n${normal}`).digest('hex').slice(0, 8)
}
