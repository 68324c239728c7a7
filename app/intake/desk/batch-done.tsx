import { formatDay, formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { UndoForm } from '#app/intake/desk/undo-form.tsx'
import type { ListPlace } from '#app/intake/places-of.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = {
  address: string
  batch: ToldBatch
  places: ListPlace[]
  /** The last day on which the rows of the list are kept. */
  keptUntil: string
  isReasonMissing: boolean
}

/** How many came, where they are, the codes for those who are new, and the way back. */
export function BatchDone({ address, batch, places, keptUntil, isReasonMissing }: Props) {
  const t = useWords().intake.desk
  const [locale, path] = [useLocale(), usePath()]
  const { counts, committedAt, fileRemovedAt } = batch
  const number = (count: number) => formatNumber(count, locale)
  return (
    <>
      <Note kind="right" role="status" title={t.done.title}>
        <p>
          {t.done.made(number(counts.made))} {t.done.joined(number(counts.joined))}{' '}
          {committedAt ? t.done.at(formatMoment(committedAt, locale)) : ''}
        </p>
      </Note>
      {counts.made > 0 ? (
        <div className="flow-s">
          <p>{t.done.codesWhy}</p>
          <p>
            <a className="btn main" href={`${address}/codes`}>
              <Icon name="key" />
              {t.done.codes}
            </a>
          </p>
        </div>
      ) : null}
      {places.length > 0 ? (
        <table className="stack">
          <caption>{t.done.people}</caption>
          <tbody>
            {places.map(({ unitId, name, people }) => (
              <tr key={unitId}>
                <th scope="row">
                  <a href={path(`/units/${unitId}`)}>{name}</a>
                </th>
                <td>{t.understood.people(number(people))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : null}
      <UndoForm action={address} people={counts.joined} isReasonMissing={isReasonMissing} />
      {fileRemovedAt ? null : <p className="soft">{t.done.kept(formatDay(keptUntil, locale))}</p>}
    </>
  )
}
