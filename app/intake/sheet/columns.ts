import type { Field } from '#app/intake/reading/field.ts'
import type { RawRow } from '#app/intake/reading/row.ts'
import { shareLike } from '#app/intake/sheet/contents.ts'
import type { Header, Label } from '#app/intake/sheet/find-header.ts'
import { fieldOf, plainHeading } from '#app/intake/sheet/header-words.ts'

export type Column = {
  /** The first is 0. */
  index: number
  /** As the file has it; empty where there is no heading. */
  heading: string
  field: Field | null
  /** 0 to 1: how well heading and contents speak for the field. */
  confidence: number
  by: 'heading' | 'contents' | 'chosen' | 'nothing'
}

/** What a person chose for a column on the page of columns; null: leave it out. */
export type Choices = Readonly<Record<number, Field | null>>

/** Below this the preview marks the whole column. */
export const sureEnough = 0.7

/**
 * Which field each column holds: as chosen, else by its heading, else by what stands in it.
 * @param sample rows below the header
 */
export function columnsOf(header: Header | null, sample: readonly RawRow[], choices: Choices = {}): Column[] {
  const length = Math.max(header?.labels.length ?? 0, ...sample.map(({ cells }) => cells.length), 0)
  const labels = Array.from(
    { length },
    (_, index) => header?.labels[index] ?? { upper: '', lower: '', isShared: false },
  )
  const named = labels.map((label, index) => columnNamed(labels, label, index, sample))
  const guessed = guessMissing(onceEach(named), sample)
  return guessed.map((column) => {
    const chosen = choices[column.index]
    if (chosen === undefined) return taken(choices, column) ? { ...column, field: null, by: 'nothing' } : column
    return { ...column, field: chosen, confidence: 1, by: 'chosen' }
  })
}

/** Who was chosen for a field takes it from the column that had it. */
function taken(choices: Choices, { field }: Column): boolean {
  return field !== null && Object.values(choices).includes(field)
}

function columnNamed(labels: Label[], label: Label, index: number, sample: readonly RawRow[]): Column {
  const heading = `${label.upper} ${label.lower}`.trim()
  const field = label.isShared ? sharedField(label) : divided(label, labels)
  const known = field === 'other' ? null : field
  // What we know and do not need is not guessed at: "Ngày cấp" looks like a birth.
  if (field === 'other') return { index, heading, field: null, confidence: 1, by: 'heading' }
  if (known === null) return { index, heading, field: null, confidence: 0, by: 'nothing' }
  return { index, heading, field: known, confidence: 0.5 + shareLike(known, index, sample) / 2, by: 'heading' }
}

/** One heading over two columns: "Họ và tên" holds họ and chữ đệm in the first and tên in the second. */
function sharedField({ upper }: Label): Field | 'other' | null {
  return fieldOf(upper) === 'fullName' ? 'givenName' : null
}

function divided({ upper, lower }: Label, labels: Label[]): Field | 'other' | null {
  const above = fieldOf(upper)
  const part = lower.normalize('NFC').toLowerCase().trim()
  if (above === 'fullName') {
    const isDivided = labels.some((other) => other.upper === upper && (other.isShared || other.lower !== lower))
    if (part === '' && isDivided) return 'familyName'
    if (/^h/.test(plainHeading(lower))) return 'familyName'
    if (plainHeading(lower) === 'ten') return 'givenName'
  }
  // Sharp edge: without their marks "Nam" (man) and "Năm" (year) are one word.
  if (above === 'birth' || above === 'gender') {
    if (part === 'nam') return 'birthIfMale'
    if (part === 'nữ') return 'birthIfFemale'
    if (part === 'ngày') return 'birthDay'
    if (part === 'tháng') return 'birthMonth'
    if (part === 'năm') return 'birthYear'
  }
  return fieldOf(lower) ?? above ?? fieldOf(`${upper} ${lower}`)
}

/** Two columns for one field: the one whose contents speak for it more, else the first. */
function onceEach(columns: Column[]): Column[] {
  const best = new Map<Field, Column>()
  for (const column of columns) {
    const rival = column.field && best.get(column.field)
    if (column.field && (!rival || column.confidence > rival.confidence + 0.2)) best.set(column.field, column)
  }
  return columns.map((column) =>
    column.field === null || best.get(column.field) === column ? column : { ...column, field: null, by: 'nothing' },
  )
}

const guessable = ['fullName', 'personalId', 'phone', 'birth', 'email', 'gender', 'order'] as const

/** Columns without a heading that we know, for fields that no heading names. */
function guessMissing(columns: Column[], sample: readonly RawRow[]): Column[] {
  const found = new Set(columns.map(({ field }) => field))
  if (found.has('familyName')) found.add('fullName')
  if (found.has('birthYear') || found.has('birthIfMale')) found.add('birth')
  const guessed = new Map<number, Column>()
  for (const field of guessable) {
    if (found.has(field)) continue
    const free = columns.filter(({ index, by }) => by === 'nothing' && !guessed.has(index))
    const [best] = free
      .map((column) => ({ column, share: shareLike(field, column.index, sample) }))
      .sort((a, b) => b.share - a.share)
    if (best && best.share > 0.6)
      guessed.set(best.column.index, { ...best.column, field, confidence: best.share * 0.6, by: 'contents' })
  }
  return splitName(
    columns.map((column) => guessed.get(column.index) ?? column),
    sample,
  )
}

/** "Họ và tên" with họ and chữ đệm, and beside it, without a heading, one word each: the tên. */
function splitName(columns: Column[], sample: readonly RawRow[]): Column[] {
  const at = columns.findIndex(({ field }) => field === 'fullName')
  const next = columns[at + 1]
  if (at === -1 || !next || next.heading !== '' || next.field !== null) return columns
  if (shareLike('givenName', next.index, sample) < 0.8) return columns
  return columns.map((column, index) => {
    if (index === at) return { ...column, field: 'familyName' as const }
    return index === at + 1
      ? { ...column, field: 'givenName' as const, confidence: 0.6, by: 'contents' as const }
      : column
  })
}
