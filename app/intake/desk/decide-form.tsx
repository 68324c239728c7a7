import { useWords } from '#app/i18n/words.tsx'
import type { Known, TellingRow } from '#app/intake/rows-of.server.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = { action: string; row: TellingRow; asked: string }

/** Somebody known, somebody new, or left out. What was decided can be decided otherwise until the list is taken in. */
export function DecideForm({ action, row, asked }: Props) {
  const t = useWords().intake.desk.check
  if (row.decision === null) return <Choices action={action} row={row} asked={asked} />
  return (
    <details>
      <summary>
        <Icon name="check" />
        {t.decided[row.decision]}
        <span className="hide">. {t.change}</span>
      </summary>
      <Choices action={action} row={row} asked={asked} />
    </details>
  )
}

function Choices({ action, row, asked }: Props) {
  const t = useWords().intake.desk.check
  const isElsewhere = row.reasons?.includes('elsewhere') === true
  const box = (value: string, label: string, isChosen: boolean) => (
    <label className="tick" key={value}>
      <input type="radio" name="decision" value={value} defaultChecked={isChosen} required />
      {label}
    </label>
  )
  return (
    <form method="post" action={action}>
      <input type="hidden" name="row" value={row.row} />
      <input type="hidden" name="asked" value={asked} />
      <fieldset>
        <legend className="hide">{t.decideRow(row.row, row.understood.person.fullName)}</legend>
        {isElsewhere
          ? null
          : row.candidates.map((known) =>
              box(`same:${known.id}`, t.same(known.fullName, moreOf(known, t)), row.personId === known.id),
            )}
        {box('new', t.new, row.decision === 'new')}
        {box('leave', t.leave, row.decision === 'leave')}
      </fieldset>
      <button type="submit" className="btn" name="deed" value="decide">
        {t.save}
        <span className="hide">: {t.decideRow(row.row, row.understood.person.fullName)}</span>
      </button>
    </form>
  )
}

function moreOf({ birthYear, username }: Known, t: { born: (year: number) => string }): string {
  return [birthYear === null ? '' : t.born(birthYear), username].filter(Boolean).join(', ')
}
