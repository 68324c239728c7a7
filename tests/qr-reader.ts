/**
 * Reads a QR code (ISO/IEC 18004) of versions 1–6, level M, from its drawn squares: enough to prove that
 * what we draw is what a phone reads. It corrects no errors: a single wrong module makes wrong words.
 */
export function decodeQr(modules: boolean[][]): string {
  const size = modules.length
  const version = (size - 17) / 4
  const blocks = { 1: [16], 2: [28], 3: [44], 4: [32, 32], 5: [43, 43], 6: [27, 27, 27, 27] }[version]
  if (!blocks) throw new Error(`version ${version} is not read here`)
  const codewords = codewordsOf(modules, version)
  const data = blocks.flatMap((length, block) =>
    Array.from({ length }, (_, at) => codewords[at * blocks.length + block] ?? 0),
  )
  const bits = data.map((byte) => byte.toString(2).padStart(8, '0')).join('')
  return segmentsIn(bits)
}

const alphanumeric = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:'

/** A QR code changes its alphabet on the way, to stay small: digits, capitals, bytes. */
function segmentsIn(bits: string): string {
  let at = 0
  const take = (count: number) => {
    at += count
    return Number.parseInt(bits.slice(at - count, at), 2)
  }
  const bytes: number[] = []
  const put = (words: string) => bytes.push(...Buffer.from(words))
  for (let mode = take(4); mode !== 0 && at < bits.length; mode = take(4)) {
    let left = take({ 1: 10, 2: 9, 4: 8 }[mode] ?? 0)
    if (mode === 1)
      for (; left > 0; left -= 3)
        put(String(take([0, 4, 7, 10][Math.min(left, 3)] ?? 0)).padStart(Math.min(left, 3), '0'))
    else if (mode === 2)
      for (; left > 0; left -= 2) {
        const value = take(left > 1 ? 11 : 6)
        put((left > 1 ? (alphanumeric[Math.floor(value / 45)] ?? '') : '') + alphanumeric[value % 45])
      }
    else for (; left > 0; left--) bytes.push(take(8))
  }
  return Buffer.from(bytes).toString('utf8')
}

/** The grid of modules that a path of rectangles covers. The top left corner of a QR code is always dark. */
export function modulesIn(path: string): boolean[][] {
  const runs = [...path.matchAll(/M([\d.]+) ([\d.]+)H([\d.]+)V([\d.]+)H[\d.]+z/g)].map(([, ...numbers]) =>
    numbers.map(Number),
  )
  const left = Math.min(...runs.map(([x = 0]) => x))
  const top = Math.min(...runs.map(([, y = 0]) => y))
  const right = Math.max(...runs.map(([, , end = 0]) => end))
  const module = Math.min(...runs.map(([, y = 0, , bottom = 0]) => bottom - y))
  const size = Math.round((right - left) / module)
  const side = (right - left) / size
  const modules = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
  for (const [x = 0, y = 0, end = 0] of runs) {
    const row = modules[Math.round((y - top) / side)]
    for (let column = Math.round((x - left) / side); row && column < Math.round((end - left) / side); column++)
      row[column] = true
  }
  return modules
}

const masks: Array<(row: number, column: number) => boolean> = [
  (row, column) => (row + column) % 2 === 0,
  (row) => row % 2 === 0,
  (_, column) => column % 3 === 0,
  (row, column) => (row + column) % 3 === 0,
  (row, column) => (Math.floor(row / 2) + Math.floor(column / 3)) % 2 === 0,
  (row, column) => ((row * column) % 2) + ((row * column) % 3) === 0,
  (row, column) => (((row * column) % 2) + ((row * column) % 3)) % 2 === 0,
  (row, column) => (((row + column) % 2) + ((row * column) % 3)) % 2 === 0,
]

function codewordsOf(modules: boolean[][], version: number): number[] {
  const size = modules.length
  const isDark = (row: number, column: number) => modules[row]?.[column] === true
  const format = [0, 1, 2, 3, 4].map((column) => (isDark(8, column) ? '1' : '0')).join('')
  const [level, mask] = [(Number.parseInt(format, 2) ^ 0b10101) >> 3, (Number.parseInt(format, 2) ^ 0b10101) & 7]
  if (level !== 0) throw new Error('not level M')
  const flips = masks[mask]
  let bits = ''
  let isUpwards = true
  for (let right = size - 1; right > 0; right -= 2) {
    if (right === 6) right--
    for (let step = 0; step < size; step++) {
      const row = isUpwards ? size - 1 - step : step
      for (const column of [right, right - 1])
        if (!isFunction(row, column, size, version)) bits += isDark(row, column) !== flips?.(row, column) ? '1' : '0'
    }
    isUpwards = !isUpwards
  }
  return (bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2))
}

/** Finders with their format strips, timing lines, and the one alignment pattern of versions 2–6. */
function isFunction(row: number, column: number, size: number, version: number): boolean {
  if (row === 6 || column === 6) return true
  if (row < 9 && (column < 9 || column >= size - 8)) return true
  if (row >= size - 8 && column < 9) return true
  const centre = size - 7
  return version > 1 && Math.abs(row - centre) <= 2 && Math.abs(column - centre) <= 2
}
