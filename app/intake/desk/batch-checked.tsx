import { useWords } from '#app/i18n/words.tsx'
import type { Verdict } from '#app/intake/batch.ts'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import type { Decided } from '#app/intake/decided-in.server.ts'
import { CancelForm } from '#app/intake/desk/cancel-form.tsx'
import { CheckedRows } from '#app/intake/desk/checked-rows.tsx'
import { ColumnsForm } from '#app/intake/desk/columns-form.tsx'
import { CommitForm } from '#app/intake/desk/commit-form.tsx'
import { VerdictFigures } from '#app/intake/desk/verdict-figures.tsx'
import type { TellingRow } from '#app/intake/rows-of.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

export type CheckedPage = {
  rows: TellingRow[]
  decided: Decided
  asked: { verdict: Verdict | null; isUndecided: boolean; after: number }
  /** The last row of this page, when another page follows. */
  next: number | null
}

type Props = CheckedPage & { address: string; batch: ToldBatch }

/** The dry run: numbers, rows to be looked at and decided, and what taking it in will do. */
export function BatchChecked({ address, batch, rows, decided, asked, next }: Props) {
  const { report, desk } = useWords().intake
  const t = desk.check
  const { counts, problem, plan, source, unitName } = batch
  const { verdict, isUndecided, after } = asked
  const filter = verdict ? `verdict=${verdict}${isUndecided ? '&undecided' : ''}` : ''
  return (
    <>
      {problem && 'problem' in problem ? (
        <Note kind="warn" role="status" title={problem.problem === 'changed-since' ? t.changed : t.notYours} />
      ) : null}
      <section className="flow" aria-labelledby="checked">
        <h2 id="checked">{t.title}</h2>
        <VerdictFigures address={address} counts={counts.verdicts} chosen={verdict} />
        <Downloads address={address} />
      </section>
      <CommitForm action={address} counts={counts.verdicts} decided={decided} />
      <section className="flow" aria-labelledby="rows">
        <h2 id="rows">{t.rows(verdict ? report.verdicts[verdict] : t.all)}</h2>
        {verdict ? (
          <p>
            <a className="ic" href={`${address}#rows`}>
              {t.rows(t.all)}
            </a>
          </p>
        ) : null}
        {rows.length === 0 ? (
          <p>{t.noRows}</p>
        ) : (
          <CheckedRows
            address={address}
            rows={rows}
            unitName={unitName}
            asked={[filter, after > 0 ? `after=${after}` : ''].filter(Boolean).join('&')}
            title={t.rows(verdict ? report.verdicts[verdict] : t.all)}
          />
        )}
        <p className="row">
          {after > 0 ? (
            <a className="ic" href={`${address}?${filter}#rows`}>
              {t.first}
            </a>
          ) : null}
          {next === null ? null : (
            <a className="ic" href={`${address}?${[filter, `after=${next}`].filter(Boolean).join('&')}#rows`}>
              {t.next}
            </a>
          )}
        </p>
      </section>
      {plan ? (
        <details>
          <summary>
            <Icon name="open" />
            {t.columns}
          </summary>
          <ColumnsForm action={address} plan={plan} source={source} />
        </details>
      ) : null}
      <CancelForm action={address} />
    </>
  )
}

function Downloads({ address }: { address: string }) {
  const t = useWords().intake.desk.check
  return (
    <p className="row">
      <a className="btn" href={`${address}/report.xlsx`}>
        <Icon name="down" />
        {t.xlsx}
      </a>
      <a className="btn" href={`${address}/report.csv`}>
        <Icon name="down" />
        {t.csv}
      </a>
    </p>
  )
}
