import { fold } from '#app/i18n/fold.ts'
import type { PersonRow } from '#app/intake/reading/person-row.ts'

/**
 * Marks the second row of a person: the same number, or, where one has none, the same name, birth and phone. The same
 * name with another number is another person; the same number under another name is a doubt, not a copy.
 */
export function duplicateFinder(): (row: PersonRow) => void {
  const byId = new Map<string, { row: number; name: string }>()
  const byName = new Map<string, { row: number; id: string | null }>()
  return (found) => {
    const { person, row } = found
    const name = fold(person.fullName)
    const same = person.personalId === null ? undefined : byId.get(person.personalId)
    if (same && same.name === name) return mark(found, same.row)
    if (same) found.cells.personalId?.doubts.push('id-shared')
    if (person.personalId !== null && !same) byId.set(person.personalId, { row, name })
    if (person.birth === null || person.phone === null) return
    const { day, month, year } = person.birth
    const key = `${name}|${day}/${month}/${year}|${person.phone}`
    const alike = byName.get(key)
    if (alike && (alike.id === null || person.personalId === null)) return mark(found, alike.row)
    if (!alike) byName.set(key, { row, id: person.personalId })
  }
}

function mark(found: PersonRow, first: number) {
  found.duplicateOf = first
  found.person.problems = [...found.person.problems, 'duplicate-person' as const].sort()
}
