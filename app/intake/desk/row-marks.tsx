import { useWords } from '#app/i18n/words.tsx'
import { type KeptRow, mendable } from '#app/intake/kept-row.ts'

/** What is doubtful about a row, and what somebody has mended in it. */
export function RowMarks({ row: { doubts, mended = {} } }: { row: KeptRow }) {
  const { report, desk } = useWords().intake
  const seen = [...new Set(Object.values(doubts).flatMap((cell) => cell.doubts))]
  const changed = mendable.flatMap((cell) => {
    const before = mended[cell]
    return before === undefined ? [] : report.mended(report.cells[cell], before)
  })
  return (
    <>
      {seen.length > 0 ? (
        <small>
          {desk.understood.doubt}: {seen.map((doubt) => desk.doubts[doubt]).join(' ')}
        </small>
      ) : null}
      {changed.length > 0 ? <small>{desk.mend.changed(changed.join('; '))}</small> : null}
    </>
  )
}
