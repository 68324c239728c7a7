import qrcode from 'qrcode'

const quietModules = 4

/** The dark squares of a QR code as one path, filling a square of `size` units with its quiet zone inside. */
export function qrPath(words: string, left: number, top: number, size: number): string {
  const { modules } = qrcode.create(words, { errorCorrectionLevel: 'M' })
  const side = size / (modules.size + 2 * quietModules)
  const at = (module: number) => round((module + quietModules) * side)
  const runs: string[] = []
  for (let row = 0; row < modules.size; row++)
    for (let column = 0; column < modules.size; column++) {
      if (!modules.get(row, column)) continue
      const from = column
      while (column + 1 < modules.size && modules.get(row, column + 1)) column++
      const [x, y, right, bottom] = [left + at(from), top + at(row), left + at(column + 1), top + at(row + 1)]
      runs.push(`M${round(x)} ${round(y)}H${round(right)}V${round(bottom)}H${round(x)}z`)
    }
  return runs.join('')
}

function round(value: number) {
  return Math.round(value * 1000) / 1000
}
