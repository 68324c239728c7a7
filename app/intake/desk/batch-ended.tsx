import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import { ColumnsForm } from '#app/intake/desk/columns-form.tsx'
import { RefusedNote } from '#app/intake/desk/refused-note.tsx'
import { inWords } from '#app/intake/reading/refusal-in-words.ts'
import { Note } from '#app/ui/note.tsx'

type Props = { address: string; lists: string; batch: ToldBatch }

/** A list that cannot be read, was called off, or was taken back: what now. */
export function BatchEnded({ address, lists, batch }: Props) {
  const t = useWords().intake.desk
  if (batch.state !== 'failed' && batch.state !== 'cancelled' && batch.state !== 'undone') return null
  return (
    <>
      {batch.state === 'failed' ? <Failed address={address} batch={batch} /> : null}
      {batch.state === 'cancelled' ? <Note title={t.cancelled} role="status" /> : null}
      {batch.state === 'undone' ? <Undone batch={batch} /> : null}
      <p>
        <a className={batch.state === 'failed' ? 'btn main' : 'btn'} href={lists}>
          {t.undo.sendAgain}
        </a>
      </p>
    </>
  )
}

function Failed({ address, batch }: { address: string; batch: ToldBatch }) {
  const { intake } = useWords()
  const { problem, plan, source, fileRemovedAt } = batch
  const refusal = problem && 'refusal' in problem ? problem.refusal : { code: 'broken' as const }
  const mayChoose = refusal.code === 'no-people' && plan !== null && fileRemovedAt === null
  return (
    <>
      <RefusedNote title={intake.desk.failedTitle} {...inWords(refusal, intake)} />
      {mayChoose ? (
        <>
          <p>{intake.desk.failedColumns}</p>
          <ColumnsForm action={address} plan={plan} source={source} />
        </>
      ) : null}
    </>
  )
}

function Undone({ batch }: { batch: ToldBatch }) {
  const t = useWords().intake.desk.undo
  const locale = useLocale()
  const { removed, kept } = batch.counts
  return (
    <Note kind="right" role="status" title={t.done}>
      <p>{t.removed(formatNumber(removed, locale))}</p>
      {kept > 0 ? <p>{t.kept(formatNumber(kept, locale))}</p> : null}
    </Note>
  )
}
