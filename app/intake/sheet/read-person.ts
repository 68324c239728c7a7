import { readBirth } from '#app/intake/cells/birth.ts'
import { readCategory } from '#app/intake/cells/category.ts'
import { clean, isFormulaLike, isPlaceholder } from '#app/intake/cells/clean.ts'
import { readGender } from '#app/intake/cells/gender.ts'
import { readName } from '#app/intake/cells/name.ts'
import { readPersonalId } from '#app/intake/cells/personal-id.ts'
import { readPhone } from '#app/intake/cells/phone.ts'
import type { Doubt, Field } from '#app/intake/reading/field.ts'
import type { PersonRow, SeenCell } from '#app/intake/reading/person-row.ts'
import { birthCellOf } from '#app/intake/sheet/birth-columns.ts'
import { problemsIn } from '#app/intake/sheet/problems-in.ts'
import type { ClearCell, ClearRow } from '#app/intake/sheet/repair-rows.ts'
import { isFontOfCapitals } from '#app/intake/text/lettering-of-font.ts'
import { compactDigits } from '#app/people/compact-digits.ts'
import { normaliseEmail } from '#app/people/contact.ts'
import { factsInIdentityNumber } from '#app/people/identity-number.ts'

/** Where the fields stand. */
export type Places = ReadonlyMap<Field, number>

export type Around = {
  section: string | null
  /** The last year that can be a birth year. */
  latestYear: number
}

/** Reads one row as a person; whether it is one was decided before. */
export function readPerson(row: ClearRow, places: Places, { section, latestYear }: Around): PersonRow {
  const seen: Partial<Record<Field, SeenCell>> = {}
  const look = (field: Field) => lookAt(row, places, field, seen)
  const doubt = (field: Field, doubts: Doubt[]) => seen[field]?.doubts.push(...doubts)

  const name = nameIn(look('fullName'), look('familyName'), look('givenName'))
  doubt(seen.fullName ? 'fullName' : seen.familyName ? 'familyName' : 'givenName', name.doubts)
  const birthCell = birthCellOf(row, places, look)
  const birth = readBirth(birthCell.cell, latestYear)
  doubt(birthCell.field, birth.doubts)
  const idText = look('personalId').text
  const id = readPersonalId(idText)
  const gender = birthCell.gender ?? readGender(look('gender').text)
  if (gender === null && look('gender').text !== '') doubt('gender', ['gender-unknown'])
  doubt('personalId', [...id.doubts, ...mismatches(id.personalId, birth.birth?.year, gender)])
  const phoneText = look('phone').text
  const phone = phoneText === '' ? { phone: null, doubts: [] } : readPhone(phoneText)
  doubt('phone', phone.doubts)
  const unit = labelIn(look('unit'))
  if (unit === null && section !== null) seen.unit = ofSection(places)
  const position = labelIn(look('position'))
  const email = look('email').text
  if (email !== '' && normaliseEmail(email) === null) doubt('email', ['email-invalid'])
  const category = readCategory(look('category').text)
  if (category === null && look('category').text !== '') doubt('category', ['category-unknown'])

  return {
    row: row.number,
    person: {
      fullName: name.name,
      birth: birth.birth,
      personalId: id.personalId,
      phone: phone.phone,
      unit: unit ?? section,
      position,
      problems: problemsIn(seen),
    },
    besides: {
      gender: gender ?? (id.personalId ? factsInIdentityNumber(id.personalId).gender : null),
      category,
      email: normaliseEmail(email),
      staffCode: look('staffCode').text || null,
      address: look('address').text || null,
      note: look('note').text || null,
      section,
      oldId: id.doubts.includes('id-old-9-digits') ? compactDigits(idText) : null,
      isHidden: row.isHidden === true,
    },
    cells: seen,
  }
}

type Looked = { text: string; cell: ClearCell | undefined }

const shownFormula: ReadonlySet<Field> = new Set(['fullName', 'familyName', 'givenName', 'unit', 'position', 'note'])
const shownInvisible: ReadonlySet<Field> = new Set(['fullName', 'familyName', 'givenName', 'unit', 'position'])

/** The cell of a field, cleaned; what is odd about it as text is noted once. */
function lookAt(row: ClearRow, places: Places, field: Field, seen: Partial<Record<Field, SeenCell>>): Looked {
  const column = places.get(field)
  const cell = column === undefined ? undefined : row.cells[column]
  if (column === undefined || !cell) return { text: '', cell: undefined }
  const { text, hadInvisible } = clean(cell.text)
  const isNothing = isPlaceholder(text)
  if (!seen[field]) {
    const doubts: Doubt[] = []
    if (cell.isUnsure || text.includes('\ufffd')) doubts.push('letters-unsure')
    if (cell.isFormula && text === '') doubts.push('no-result')
    if (hadInvisible && shownInvisible.has(field)) doubts.push('zero-width-removed')
    if (isFormulaLike(text) && shownFormula.has(field)) doubts.push('formula-like')
    if (text.length > 300) doubts.push('too-long')
    seen[field] = { column, raw: cell.original ?? cell.text, doubts }
  }
  return { text: isNothing ? '' : text, cell }
}

function nameIn(full: Looked, family: Looked, given: Looked) {
  const parts = [full, family, given].filter(({ text }) => text !== '')
  const text = parts.map((part) => part.text).join(' ')
  if (isFormulaLike(text)) return { name: text, doubts: [] }
  const isCaseLost = parts.some(({ cell }) => cell?.lettering === 'tcvn3' || isFontOfCapitals(cell?.font))
  return readName(text, isCaseLost)
}

/** A unit or a position as it stands; TCVN3 has no capital "Ấp", so the first letter gets it back. */
function labelIn({ text, cell }: Looked): string | null {
  if (text === '') return null
  return cell?.lettering === 'tcvn3' ? text.replace(/^\p{L}/u, (letter) => letter.toUpperCase()) : text
}

/** The unit's cell is empty, or there is no such column (-1): the heading above the rows is taken. */
function ofSection(places: Places): SeenCell {
  return { column: places.get('unit') ?? -1, raw: '', doubts: places.has('unit') ? ['unit-of-section'] : [] }
}

function mismatches(personalId: string | null, birthYear: number | undefined, gender: string | null): Doubt[] {
  if (personalId === null) return []
  const facts = factsInIdentityNumber(personalId)
  const doubts: Doubt[] = []
  if (birthYear !== undefined && facts.birthYear !== birthYear) doubts.push('id-birth-mismatch')
  if (gender !== null && facts.gender !== gender) doubts.push('id-gender-mismatch')
  return doubts
}
