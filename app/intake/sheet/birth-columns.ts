import type { Gender } from '#app/intake/cells/gender.ts'
import type { Field } from '#app/intake/reading/field.ts'
import type { RawCell } from '#app/intake/reading/row.ts'
import type { Places } from '#app/intake/sheet/read-person.ts'
import type { ClearCell, ClearRow } from '#app/intake/sheet/repair-rows.ts'

export type BirthCell = { cell: Pick<RawCell, 'text' | 'number' | 'isDate'>; field: Field; gender: Gender | null }

type Look = (field: Field) => { text: string; cell: ClearCell | undefined }

/**
 * The birth of a row wherever the list keeps it: in one column, in three (ngày, tháng, năm), or in the column of men or
 * that of women, which tells the gender too.
 */
export function birthCellOf(_: ClearRow, places: Places, look: Look): BirthCell {
  if (places.has('birth')) return { cell: withNumber(look('birth')), field: 'birth', gender: null }
  if (places.has('birthYear')) {
    const parts = [look('birthDay').text, look('birthMonth').text, look('birthYear').text].filter((part) => part !== '')
    return { cell: { text: parts.join('/') }, field: 'birthYear', gender: null }
  }
  const [male, female] = [look('birthIfMale'), look('birthIfFemale')]
  const gender = male.text === female.text || (male.text && female.text) ? null : male.text ? 'male' : 'female'
  const field = male.text ? 'birthIfMale' : 'birthIfFemale'
  const told = male.text ? male : female
  // A cross in the column is the gender alone.
  return { cell: /\d/.test(told.text) ? withNumber(told) : { text: '' }, field, gender }
}

function withNumber({ text, cell }: { text: string; cell: ClearCell | undefined }): BirthCell['cell'] {
  return { text, number: cell?.number, isDate: cell?.isDate }
}
