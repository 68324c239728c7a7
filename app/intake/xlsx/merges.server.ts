import { limits } from '#app/intake/reading/limits.ts'
import type { Archive } from '#app/intake/xlsx/archive.server.ts'
import type { Merge } from '#app/intake/xlsx/merged-rows.ts'

export type SheetOutline = {
  /** By their first row. */
  merges: Map<number, Merge[]>
  /** Rows the sheet holds, filled or not; null: it was too large to count. */
  rows: number | null
}

/** Merged cells stand behind the rows they concern: the sheet is looked through once, without reading it as XML. */
export async function outlineOf(archive: Archive, path: string): Promise<SheetOutline> {
  const merges = new Map<number, Merge[]>()
  if (archive.sizeOf(path) > limits.mergeScanBytes) return { merges, rows: null }
  const decoder = new TextDecoder('latin1')
  let rows = 0
  let count = 0
  let rest = ''
  for await (const chunk of archive.open(path, limits.mergeScanBytes * 2)) {
    const text = rest + decoder.decode(chunk, { stream: true })
    // A tag may be cut by the end of the piece.
    const end = Math.max(text.lastIndexOf('<'), text.length - 300)
    rest = text.slice(end)
    const whole = text.slice(0, end)
    rows += whole.match(/<(?:\w+:)?row[ />]/g)?.length ?? 0
    count += collect(whole, merges)
    if (count > limits.merges) return { merges: new Map(), rows }
  }
  collect(rest, merges)
  return { merges, rows }
}

function collect(text: string, merges: Map<number, Merge[]>): number {
  let count = 0
  for (const [, ref = ''] of text.matchAll(/<(?:\w+:)?mergeCell\s[^>]*?ref="([A-Z]{1,3}\d{1,7}:[A-Z]{1,3}\d{1,7})"/g)) {
    const [from = '', to = ''] = ref.split(':')
    const merge = { top: rowIn(from), bottom: rowIn(to), left: columnIn(from), right: columnIn(to) }
    merges.set(merge.top, [...(merges.get(merge.top) ?? []), merge])
    count++
  }
  return count
}

/** The row of "B7", from 1; NaN where there is none. */
function rowIn(reference: string): number {
  return Number(reference.replace(/^[A-Z]+/, ''))
}

/** The column of "B7", from 0; -1 where there is none. */
export function columnIn(reference: string): number {
  let column = 0
  for (const letter of reference) {
    const value = letter.charCodeAt(0) - 64
    if (value < 1 || value > 26) break
    column = column * 26 + value
  }
  return column - 1
}
