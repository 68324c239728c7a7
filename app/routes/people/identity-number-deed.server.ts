import { type Locale, messages } from '#app/i18n/messages.ts'
import type { SignedIn } from '#app/people/person.ts'
import { clearIdentityNumber } from '#app/units/identity-numbers/clear-identity-number.server.ts'
import { setIdentityNumber } from '#app/units/identity-numbers/set-identity-number.server.ts'
import { unmaskIdentityNumber } from '#app/units/identity-numbers/unmask-identity-number.server.ts'

type Form = { deed: 'show' | 'set' | 'clear'; number: string; 'show-reason': string; 'clear-reason': string }
type Outcome = { done: 'saved' | 'cleared' } | { number: string } | { problems: Record<string, string> }

/** What each form of the page does. Null: not there, or not this person's to do. */
export async function identityNumberDeed(
  who: SignedIn,
  id: string,
  form: Form,
  locale: Locale,
): Promise<Outcome | null> {
  const t = messages(locale).duplicates.number.problems
  if (form.deed === 'show') {
    const outcome = await unmaskIdentityNumber(who, id, form['show-reason'])
    return outcome && 'problem' in outcome ? { problems: { 'show-reason': t[outcome.problem] } } : outcome
  }
  if (form.deed === 'clear') {
    const outcome = await clearIdentityNumber(who, id, form['clear-reason'])
    if (outcome && 'problem' in outcome) return { problems: { 'clear-reason': t[outcome.problem] } }
    return outcome && { done: 'cleared' }
  }
  const outcome = await setIdentityNumber(who, id, form.number)
  if (!outcome) return null
  if ('set' in outcome) return { done: 'saved' }
  const sentence = outcome.problem === 'zero-missing' ? t['zero-missing'](outcome.meant) : t[outcome.problem]
  return { problems: { number: sentence } }
}
