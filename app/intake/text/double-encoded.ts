/**
 * UTF-8 that was read as Windows-1252 and saved as UTF-8 again: "Nguyá»…n Thá»‹". Gives the text as it was, or null
 * where the characters do not lead back to bytes that are UTF-8. Sharp edge: C1 controls and no-break spaces are
 * halves of letters here: nothing may be cleaned away before.
 */
export function undoDoubleEncoding(text: string): string | null {
  if (!/[\u00c3-\u00f4][\u0080-\u00bf\u0152-\u2122]/.test(text)) return null
  const bytes = new Uint8Array(text.length)
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at)
    const byte = code < 0x100 ? code : bytesOf1252.get(code)
    if (byte === undefined) return null
    bytes[at] = byte
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * What Windows-1252 has where Latin-1 has controls; five of its places are empty and stay controls. Sharp edge: the
 * decoder of that name in Node 20 gives the controls.
 */
const bytesOf1252 = new Map(
  [...'€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ'].map((letter, at) => [
    letter.charCodeAt(0),
    0x80 + at,
  ]),
)
