/**
 * TCVN3, also called ABC (fonts .VnTime, .VnArial …): one byte a letter, drawn over the places of Western letters. Read
 * as Latin-1 "Nguyễn Thị Đẹp" looks like "NguyÔn ThÞ §Ñp". The font has no capitals with tone marks: ".VnTimeH" draws
 * the small ones as capitals, so their case is lost in the bytes.
 */
const table = lettersFrom(`
  A1 Ă  A2 Â  A3 Ê  A4 Ô  A5 Ơ  A6 Ư  A7 Đ  A8 ă  A9 â  AA ê  AB ô  AC ơ  AD ư  AE đ
  B5 à  B6 ả  B7 ã  B8 á  B9 ạ  BB ằ  BC ẳ  BD ẵ  BE ắ  C6 ặ  C7 ầ  C8 ẩ  C9 ẫ  CA ấ  CB ậ
  CC è  CE ẻ  CF ẽ  D0 é  D1 ẹ  D2 ề  D3 ể  D4 ễ  D5 ế  D6 ệ  D7 ì  D8 ỉ  DC ĩ  DD í  DE ị
  DF ò  E1 ỏ  E2 õ  E3 ó  E4 ọ  E5 ồ  E6 ổ  E7 ỗ  E8 ố  E9 ộ  EA ờ  EB ở  EC ỡ  ED ớ  EE ợ
  EF ù  F1 ủ  F2 ũ  F3 ú  F4 ụ  F5 ừ  F6 ử  F7 ữ  F8 ứ  F9 ự  FA ỳ  FB ỷ  FC ỹ  FD ý  FE ỵ`)

/** Sharp edge: ư is U+00AD, the soft hyphen: whoever cleans invisible characters first loses it. */
export function decodeTcvn3(text: string): string {
  return text.replace(/[\u00a1-\u00fe]/g, (letter) => table.get(letter) ?? letter)
}

function lettersFrom(pairs: string): Map<string, string> {
  return new Map(
    [...pairs.matchAll(/([0-9A-F]{2}) (\S)/g)].map(([, code = '', letter = '']) => [
      String.fromCharCode(Number.parseInt(code, 16)),
      letter.normalize('NFC'),
    ]),
  )
}

export const tcvn3Letters: ReadonlyMap<string, string> = table
