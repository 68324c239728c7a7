import type { Question } from '#app/questions/question.ts'

/** Sentences that stand in a question's key alone: explanations, found by what they are called. */
export function keyOf({ whyHtml, spec }: Question): string[] {
  const found = [whyHtml]
  const look = (value: unknown, name: string) => {
    if (typeof value === 'string' && /why/i.test(name)) found.push(value)
    if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) look(inner, Array.isArray(value) ? name : key)
  }
  look(spec, '')
  return found.map(plain).filter((words) => words.length > 30)
}

/** What a reader sees of a page, as one line. */
export function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&#x27;|&#39;/g, "'")
    .replace(/&quot;/g, '"')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')
    .trim()
}
