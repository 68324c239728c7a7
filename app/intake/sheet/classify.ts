import { clean } from '#app/intake/cells/clean.ts'
import type { Field } from '#app/intake/reading/field.ts'
import type { Column } from '#app/intake/sheet/columns.ts'
import { plainHeading } from '#app/intake/sheet/header-words.ts'
import type { Places } from '#app/intake/sheet/read-person.ts'
import type { ClearCell, ClearRow } from '#app/intake/sheet/repair-rows.ts'
import { isNumbering, isSignature, isTotal, type OtherRow, sectionNameOf } from '#app/intake/sheet/row-kind.ts'

export type Kind = 'person' | 'empty' | OtherRow

const telling = [
  'birth',
  'birthYear',
  'birthIfMale',
  'birthIfFemale',
  'personalId',
  'phone',
  'email',
  'staffCode',
] as const
const naming = ['fullName', 'familyName', 'givenName'] as const

/** Tells people from what else stands in a list: sections, totals, headers said again, signatures. Remembers the end. */
export function classifier(columns: readonly Column[], places: Places): (row: ClearRow) => Kind {
  let isOver = false
  return (row) => {
    const filled = row.cells.flatMap((cell, column) =>
      cell && hasText(cell) && !cell.isFilled ? [{ cell, column }] : [],
    )
    const texts = filled.map(({ cell }) => clean(cell.text).text)
    const [first = ''] = texts
    if (texts.length === 0) return 'empty'
    const text = (field: Field) => textOf(row, places, field)
    const hasName = naming.some((field) => text(field) !== '')
    const isNumbered = /^\d{1,6}\.?$/.test(text('order'))
    // Most rows are people with a number and a birth: they are told at once.
    if (!(isNumbered && hasName) && isHeaderAgain(row, columns)) return 'header-again'
    if (isNumbering(texts)) return 'numbering'
    if (isTotal(first) && !isNumbered && !(hasName && texts.length > 3)) {
      isOver = true
      return 'total'
    }
    if (hasName && (isNumbered || telling.some((field) => text(field) !== ''))) return 'person'
    if (texts.length === 1) return ofOneText(first, filled[0]?.column ?? 0)
    if (isSignature(first)) isOver = true
    if (!hasName) return telling.some((field) => text(field) !== '') ? 'nameless' : 'note'
    const isPlain = !isOver && !places.has('order') && (text('unit') !== '' || text('position') !== '')
    return isPlain ? 'person' : 'note'
  }

  /** One text alone in its row: the heading of a section, or the name in a list of names. */
  function ofOneText(text: string, column: number): Kind {
    if (isSignature(text)) isOver = true
    const isNumberedHeading = sectionNameOf(text) !== text
    const isName = naming.some((field) => places.get(field) === column)
    const isOnlyNames = !places.has('order') && !telling.some((field) => places.has(field))
    if (isName && isOnlyNames && !isOver && !isNumberedHeading) return 'person'
    if (isNumberedHeading) return 'section'
    return isOver || text.length > 120 ? 'note' : 'section'
  }
}

function hasText(cell: ClearCell): boolean {
  return clean(cell.text).text !== ''
}

function textOf(row: ClearRow, places: Places, field: Field): string {
  const column = places.get(field)
  const cell = column === undefined ? undefined : row.cells[column]
  return cell && !(cell.isFilled && field !== 'unit') ? clean(cell.text).text : ''
}

/** On each printed page the header is said again: two headings or more stand under themselves. */
function isHeaderAgain(row: ClearRow, columns: readonly Column[]): boolean {
  const same = columns.filter(({ index, heading }) => {
    const said = plainHeading(row.cells[index]?.text ?? '')
    return said.length > 1 && !/\d/.test(said) && plainHeading(heading).startsWith(said)
  })
  return same.length >= 2
}
