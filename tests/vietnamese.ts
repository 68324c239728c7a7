import fc from 'fast-check'
import { tcvn3Letters } from '#app/intake/text/tcvn3.ts'
import { vniLetters } from '#app/intake/text/vni.ts'

const families =
  'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Đinh Quách Kiều Thạch Lữ Tạ Mạc Ỷ'.split(' ')
const middles = 'Văn Thị Hoàng Ngọc Đức Hữu Thanh Công Quốc Chí Bé Kim Cẩm Diễm Hồng Mỹ Phước'.split(' ')
const givens =
  'Đẹp Út Ánh Ẩn Ưng Vững Tẻo Khỏe Phượng Nhẫn Thủy Quý Xuyến Lượng Nghĩa Bưởi Giàu Đởm Sẽ Nở Chẩm Tỏ Huyền'.split(' ')

export const aVietnameseName = fc
  .tuple(fc.constantFrom(...families), fc.constantFrom(...middles), fc.constantFrom(...givens))
  .map((words) => words.join(' ').normalize('NFC'))

const places = [
  'Tổ công nghệ số cộng đồng ấp Bờ Kè, xã Lương Hoà Lạc',
  'Văn phòng HĐND và UBND xã Gia Thuận',
  'Trung tâm Phục vụ hành chính công phường Mỹ Tho',
  'Chẻ đá mỹ nghệ',
  'Kỹ sư ngũ cốc',
  'Phục vụ quỵ lụy',
  'Đũa tre, rổ rá',
]

export const aVietnameseText = fc
  .oneof(aVietnameseName, fc.constantFrom(...places))
  .map((text) => text.normalize('NFC'))

const toneMarks = /[\u0300\u0301\u0303\u0309\u0323]/

/** TCVN3 as characters of Latin-1: a capital with a tone mark takes the code of the small letter. */
export function toTcvn3(text: string): string {
  const codes = new Map([...tcvn3Letters].map(([code, letter]) => [letter, code]))
  return [...text.normalize('NFC')]
    .map((letter) => {
      const known = toneMarks.test(letter.normalize('NFD')) ? letter.toLowerCase() : letter
      return codes.get(known) ?? letter
    })
    .join('')
}

export function toVni(text: string): string {
  return [...text.normalize('NFC')]
    .map((letter) => {
      const written = vniLetters.get(letter.toLowerCase())
      if (written === undefined) return letter
      return letter === letter.toLowerCase() ? written : written.toUpperCase()
    })
    .join('')
}

/** The bytes of UTF-8, each taken for a character of Windows-1252. */
export function toDoubleEncoded(text: string): string {
  const special = [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ']
  return Array.from(new TextEncoder().encode(text), (byte) => special[byte - 0x80] ?? String.fromCharCode(byte)).join(
    '',
  )
}

/** Base letters keep circumflex, breve and horn; the tone follows as a letter of its own. */
export function toWindows1258(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1258')
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]))
  const written = [
    ...text.normalize('NFD').replace(/([\u0300\u0301\u0303\u0309\u0323])([\u0302\u0306\u031b])/g, '$2$1'),
  ]
    .join('')
    .replace(/[AEOaeo]\u0302|[Aa]\u0306|[OUou]\u031b/g, (pair) => pair.normalize('NFC'))
  return Uint8Array.from(written, (letter) => {
    const byte = bytes.get(letter)
    if (byte === undefined) throw new Error(`Windows-1258 has no ${letter}`)
    return byte
  })
}

export function toUtf16(text: string, order: 'utf-16le' | 'utf-16be', { mark }: { mark: boolean }): Uint8Array {
  const units = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let at = 0; at < units.length; at++) view.setUint16(at * 2, units.charCodeAt(at), order === 'utf-16le')
  return bytes
}
