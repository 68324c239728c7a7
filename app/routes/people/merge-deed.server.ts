import { z } from 'zod'
import { type Locale, messages } from '#app/i18n/messages.ts'
import { keepApart } from '#app/intake/duplicates/keep-apart.server.ts'
import { mergePeople } from '#app/intake/duplicates/merge-people.server.ts'
import { unmergePeople } from '#app/intake/duplicates/unmerge-people.server.ts'
import type { SignedIn } from '#app/people/person.ts'
import { typed } from '#app/routes/people/form.server.ts'

export const mergeSchema = z
  .object({
    deed: z.enum(['merge', 'apart', 'unmerge']).catch('merge'),
    keep: typed,
    merge: typed,
    'merge-reason': typed,
    'apart-reason': typed,
  })
  .catchall(z.string().catch(''))
type Form = z.infer<typeof mergeSchema>
type Outcome = { done: 'merged' | 'keptApart' | 'unmerged'; person: string } | { problems: Record<string, string> }

/** What each form of the page does. Null: not there, or not this person's to do. */
export async function mergeDeed(
  who: SignedIn,
  [person, other]: [string, string],
  form: Form,
  locale: Locale,
): Promise<Outcome | null> {
  const t = messages(locale).duplicates.problems
  if (form.deed === 'unmerge') {
    const box = `undo-${form.merge}`
    const outcome = await unmergePeople(who, form.merge, form[box] ?? '')
    if (!outcome) return null
    return 'problem' in outcome ? { problems: { [box]: t[outcome.problem] } } : { done: 'unmerged', person }
  }
  if (form.deed === 'apart') {
    const outcome = await keepApart(who, person, other, form['apart-reason'])
    if (!outcome) return null
    return 'problem' in outcome ? { problems: { 'apart-reason': t[outcome.problem] } } : { done: 'keptApart', person }
  }
  const [keep, fold] = form.keep === other ? [other, person] : [person, other]
  const outcome = await mergePeople(who, keep, fold, form['merge-reason'])
  if (!outcome) return null
  return 'problem' in outcome ? { problems: { 'merge-reason': t[outcome.problem] } } : { done: 'merged', person: keep }
}
