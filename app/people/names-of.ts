import { fold } from '#app/i18n/fold.ts'
import { sortKeyOf } from '#app/people/sort-key.ts'

/** The columns that follow from a name. Whose name was taken away has none of them. */
export function namesOf(fullName: string) {
  return { fullName, sortKey: fullName === '' ? '' : sortKeyOf(fullName), folded: fold(fullName) }
}
