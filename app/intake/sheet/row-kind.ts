import { fold } from '#app/i18n/fold.ts'

/** What a row that is no person is. */
export type OtherRow = 'section' | 'total' | 'header-again' | 'note' | 'numbering' | 'nameless'

/** Sharp edge: Tống and Công are family names too. */
const total =
  /^(tong( cong| so| hop)?( [a-z]{1,6})*\s*[:\d(].*|tong( cong| so)|cong( chung| muc.*| phong.*)?\s*(:.*|\d.*)?|tc|(danh sach|ds) (nay )?(co|gom)\b.*|an dinh.*)$/
const signature =
  /^(nguoi lap|lap bieu|nguoi tong hop|thu truong|chu tich|pho chu tich|giam doc|pho giam doc|hieu truong|tm\b|kt\b|tl\b|tuq\b|noi nhan|ki ten|xac nhan|ke toan truong|truong phong|.* ngay .*thang .*nam)/

export function isTotal(text: string): boolean {
  return total.test(plain(text))
}

export function isSignature(text: string): boolean {
  return signature.test(plain(text)) || /\(\s*kí?ý?,|ghi rõ họ tên/iu.test(text)
}

/** "I. Văn phòng HĐND và UBND", "A - KHỐI XÃ", "1) Ấp 3": without its number. */
export function sectionNameOf(text: string): string {
  return (
    text.replace(/^\s*(?:[IVXLC]{1,6}|[A-HK]|\d{1,2}(?:\.\d{1,2})*)\s*(?:[.)/:]|\s[-–])\s*/u, '').trim() || text.trim()
  )
}

/** (1) (2) (3) under the header, as forms have it; and "A", "B", 1, 2. */
export function isNumbering(texts: readonly string[]): boolean {
  if (texts.length < 3) return false
  const numbers = texts.map((text) => /^\(?(\d{1,2})\)?$/.exec(text)?.[1] ?? '')
  const counted = numbers.filter((number) => number !== '').map(Number)
  if (counted.length < 3 || texts.some((text, at) => numbers[at] === '' && !/^\(?[A-Ea-e]\)?$/.test(text))) return false
  return counted.every((number, at) => at === 0 || number === (counted[at - 1] ?? 0) + 1)
}

function plain(text: string): string {
  return fold(text).replace(/^[^a-z0-9]+/, '')
}
