import { fold } from '#app/i18n/fold.ts'
import { readBirth } from '#app/intake/cells/birth.ts'
import { clean } from '#app/intake/cells/clean.ts'
import { readGender } from '#app/intake/cells/gender.ts'
import { readPersonalId } from '#app/intake/cells/personal-id.ts'
import { readPhone } from '#app/intake/cells/phone.ts'
import type { Field } from '#app/intake/reading/field.ts'
import type { RawCell, RawRow } from '#app/intake/reading/row.ts'
import { compactDigits } from '#app/people/compact-digits.ts'

type Looks = (text: string, cell: RawCell, before: string) => boolean

/** Of the filled cells of a column, how many look like the field: 0 to 1; 0.5 where nobody can tell, or none is filled. */
export function shareLike(field: Field, column: number, sample: readonly RawRow[]): number {
  const looksLike = looks[field]
  if (!looksLike) return 0.5
  let [count, fitting, before] = [0, 0, '']
  for (const { cells } of sample) {
    const cell = cells[column]
    const text = clean(cell?.text ?? '').text
    if (!cell || text === '') continue
    count++
    if (looksLike(text, cell, before)) fitting++
    before = text
  }
  return count === 0 ? 0.5 : fitting / count
}

const latest = 2100

const looks: Partial<Record<Field, Looks>> = {
  order: (text, _, before) => /^\d{1,6}$/.test(text) && (before === '' || Number(text) === Number(before) + 1),
  fullName: looksLikeName,
  givenName: (text) => /^\p{L}[\p{L}\p{M}'’]*$/u.test(text) && text.length < 12,
  birth: (text, cell) =>
    readBirth({ text, number: cell.number, isDate: cell.isDate }, latest).birth !== null && !isLong(text),
  gender: (text) => readGender(text) !== null,
  personalId: (text) => isLong(text) && readPersonalId(text).doubts[0] !== 'id-wrong-length',
  phone: (text) => !/^\d{12,}$/.test(compactDigits(text)) && readPhone(text).doubts[0] !== 'phone-invalid',
  email: (text) => text.includes('@') && !text.startsWith('@'),
}

function isLong(text: string): boolean {
  return compactDigits(text).length >= 9
}

function looksLikeName(text: string): boolean {
  const words = text.split(' ')
  return (
    words.length >= 2 && words.length <= 6 && /^[\p{L}\p{M}'’ ]+$/u.test(text) && families.has(fold(words[0] ?? ''))
  )
}

/** The commonest family names, among them those of Khmer, Hoa and Chăm people; without tone marks. */
const families = new Set(
  `an au bach ban banh be bui cao chau che chu chung cu cung cu da dam dang dao dau diep dinh do doan dong du duong gia
  giang giap h ha hoa hoang ho hong hua hung huynh k kha khau khong khuong khuu kien kieu kim la lac lai lam lang le lien
  lieu lo loi lu lua luc luong luu li ma mac mai man mieu my mong nghe nghiem ngo ngu nguy nguyen nhan nhu ninh ngac on ong
  pham phan phi pho phu phung phuong quach quan quang son tang ta tan thach thai than thi thieu thoi thuong thuy tieu to
  ton tong tra tran trang trieu trinh tri truong tu tuong ung uong vi vien vo vu vuong y xa danh neang`.split(/\s+/),
)
