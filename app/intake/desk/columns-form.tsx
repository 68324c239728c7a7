import { useWords } from '#app/i18n/words.tsx'
import { fields } from '#app/intake/reading/field.ts'
import type { Source } from '#app/intake/reading/table.ts'
import type { Plan } from '#app/intake/reading/understand.ts'
import { type Column, sureEnough } from '#app/intake/sheet/columns.ts'
import { SelectField } from '#app/units/desk/select-field.tsx'

type Props = { action: string; plan: Plan; source: Source | null }

/** What each column holds, as it was understood, with some of its cells: somebody may say otherwise. */
export function ColumnsForm({ action, plan, source }: Props) {
  const { columns: t, understood } = useWords().intake.desk
  const sheets = source?.sheets ?? []
  const examplesOf = ({ index }: Column) => plan.examples?.[index] ?? []
  return (
    <form className="flow" method="post" action={action}>
      <p>{t.why}</p>
      {sheets.length > 1 ? (
        <SelectField
          name="sheet"
          label={understood.otherSheet}
          defaultValue={source?.sheet}
          options={sheets.map((sheet) => ({ value: sheet, label: sheet }))}
        />
      ) : null}
      <table className="stack">
        <thead>
          <tr>
            <th scope="col">{t.heading}</th>
            <th scope="col">{t.holds}</th>
            <th scope="col">{t.examples}</th>
          </tr>
        </thead>
        <tbody>
          {plan.columns
            .filter((column) => column.heading !== '' || column.field !== null || examplesOf(column).length > 0)
            .map((column) => (
              <ColumnRow key={column.index} column={column} examples={examplesOf(column)} />
            ))}
        </tbody>
      </table>
      <button type="submit" className="btn" name="deed" value="columns">
        {t.save}
      </button>
    </form>
  )
}

function ColumnRow({ column, examples }: { column: Column; examples: string[] }) {
  const { columns: t, understood, fields: words } = useWords().intake.desk
  const { index, heading, field } = column
  return (
    <tr>
      <th scope="row">
        {heading || t.noHeading}
        <small>{t.column(letterOf(index))}</small>
        {isDoubtful(column) ? <span className="tag due">{understood.doubt}</span> : null}
      </th>
      <td>
        <select
          name={`column-${index}`}
          aria-label={`${t.holds}: ${heading || t.column(letterOf(index))}`}
          defaultValue={field ?? ''}
        >
          <option value="">{t.nothing}</option>
          {fields.map((one) => (
            <option key={one} value={one}>
              {words[one]}
            </option>
          ))}
        </select>
      </td>
      <td data-label={t.examples}>{examples.join(' · ') || '–'}</td>
    </tr>
  )
}

/** A guess, not one that somebody made. */
export function isDoubtful({ field, by, confidence }: Column): boolean {
  return field !== null && by !== 'chosen' && confidence < sureEnough
}

/** As spreadsheets name columns: the 28th is AB. */
function letterOf(index: number): string {
  return (index >= 26 ? letterOf(Math.floor(index / 26) - 1) : '') + String.fromCharCode(65 + (index % 26))
}
