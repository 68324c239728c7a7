import { useWords } from '#app/i18n/words.tsx'
import { type Mendable, mendable } from '#app/intake/kept-row.ts'
import { boxesOf } from '#app/intake/mending/boxes-of.ts'
import type { TellingRow } from '#app/intake/rows-of.server.ts'
import { Field } from '#app/ui/field.tsx'

type Props = {
  action: string
  row: TellingRow
  unitName: string
  asked: string
  /** Back to the row as it is. */
  back: string
}

const numeric: ReadonlySet<Mendable> = new Set(['phone', 'personalId'])

/** The cells of one row, to be typed anew; the identity number is never shown. */
export function MendForm({ action, row, unitName, asked, back }: Props) {
  const { report, desk } = useWords().intake
  const t = desk.mend
  const { understood } = row
  const boxes = boxesOf(understood)
  const hints: Partial<Record<Mendable, string>> = {
    unit: t.unitEg(unitName),
    personalId: t.personalIdEg,
    birth: t.birthEg,
  }
  return (
    <form className="flow" method="post" action={action}>
      <input type="hidden" name="row" value={row.row} />
      <input type="hidden" name="asked" value={asked} />
      <p>{t.why}</p>
      {mendable.map((cell) => {
        const doubts = (understood.doubts[cell]?.doubts ?? []).map((doubt) => desk.doubts[doubt]).join(' ')
        return (
          <Field
            key={cell}
            name={cell}
            label={report.cells[cell]}
            defaultValue={boxes[cell]}
            autoComplete="off"
            {...(hints[cell] && { eg: hints[cell] })}
            {...(doubts && { problem: doubts })}
            {...(numeric.has(cell) && { inputMode: 'numeric' as const })}
          />
        )
      })}
      <div className="row">
        <button type="submit" className="btn main" name="deed" value="mend">
          {t.save}
        </button>
        <a className="btn" href={back}>
          {t.back}
        </a>
      </div>
    </form>
  )
}
