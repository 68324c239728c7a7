import { formatDay, formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { BatchSteps } from '#app/intake/desk/batch-steps.tsx'
import { RefusedNote } from '#app/intake/desk/refused-note.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = {
  batch: ToldBatch
  lists: string
  isAgain: boolean
  /** A list of the same file that was taken in before. */
  before: string | null
  problem: keyof ReturnType<typeof useWords>['intake']['desk']['problems'] | undefined
}

/** Which list this is, of whom and for whom, and how far it is. */
export function BatchHead({ batch, lists, isAgain, before, problem }: Props) {
  const { intake, units } = useWords()
  const t = intake.desk
  const [locale, path] = [useLocale(), usePath()]
  return (
    <>
      <nav className="crumb">
        <a className="ic" href={lists}>
          <Icon name="prev" />
          {t.toLists(batch.unitName)}
        </a>
      </nav>
      <h1>{batch.fileName}</h1>
      <p>
        {t.sentAt(formatMoment(batch.createdAt, locale), batch.by ?? t.byServer)}{' '}
        {t.since(formatDay(batch.fromDay, locale), units.categories[batch.category])}
      </p>
      <BatchSteps state={batch.state} />
      {isAgain ? <Note kind="warn" role="status" title={t.again} /> : null}
      {before ? (
        <Note kind="warn" role="status" title={t.sameBefore}>
          <p>
            <a className="ic" href={path(`/imports/${before}`)}>
              {t.seeBefore}
            </a>
          </p>
        </Note>
      ) : null}
      {problem ? <RefusedNote title={t.refusedDeed} {...t.problems[problem]} /> : null}
    </>
  )
}
