import type { RawCell, RawRow } from '#app/intake/reading/row.ts'

/** Cells that were made one; rows from 1, columns from 0. */
export type Merge = { top: number; bottom: number; left: number; right: number }

/**
 * Rows with merged cells understood: a value over several rows stands in each of them (a unit beside its people), and
 * a value over several columns is told as a span.
 * @param merges by their first row
 */
export async function* withMerges(
  rows: AsyncIterable<RawRow>,
  merges: ReadonlyMap<number, readonly Merge[]>,
): AsyncGenerator<RawRow> {
  let open: Array<Merge & { cell: RawCell | undefined }> = []
  for await (const row of rows) {
    open = open.filter(({ bottom }) => bottom >= row.number)
    for (const { left, right, cell } of open) {
      if (cell && row.cells[left] === undefined) row.cells[left] = { ...cell, isFilled: true }
      if (right > left) span(row, left, right)
    }
    for (const merge of merges.get(row.number) ?? []) {
      if (merge.right > merge.left) span(row, merge.left, merge.right)
      if (merge.bottom > merge.top) open.push({ ...merge, cell: row.cells[merge.left] })
    }
    yield row
  }
}

/** Under a merged cell nothing is shown, whatever the file still keeps there. */
function span(row: RawRow, left: number, right: number) {
  row.spans = [...(row.spans ?? []), [left, right]]
  for (let column = left + 1; column <= Math.min(right, row.cells.length - 1); column++) delete row.cells[column]
}
