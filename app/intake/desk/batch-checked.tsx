import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { Verdict } from '#app/intake/batch.ts'
import type { ToldBatch } from '#app/intake/batch-told.server.ts'
import type { ConflictKind, KindTold } from '#app/intake/conflict-kinds.ts'
import type { Decided } from '#app/intake/decided-in.server.ts'
import { CancelForm } from '#app/intake/desk/cancel-form.tsx'
import { CheckedRows } from '#app/intake/desk/checked-rows.tsx'
import { ColumnsForm } from '#app/intake/desk/columns-form.tsx'
import { CommitForm } from '#app/intake/desk/commit-form.tsx'
import { DecideMany } from '#app/intake/desk/decide-many.tsx'
import { VerdictFigures } from '#app/intake/desk/verdict-figures.tsx'
import type { TellingRow } from '#app/intake/rows-of.server.ts'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Asked = {
  verdict: Verdict | null
  kind: ConflictKind | null
  isUndecided: boolean
  isDoubtful: boolean
  after: number
  mend: number | null
  /** How many rows were decided at once just now. */
  many: number | null
}

export type CheckedPage = {
  rows: TellingRow[]
  decided: Decided
  asked: Asked
  /** Rows in conflict by their reason, where these are looked at. */
  kinds: KindTold[] | null
  /** A row that was mended just now. */
  mended: TellingRow | null
  /** The last row of this page, when another page follows. */
  next: number | null
}

type Props = CheckedPage & { address: string; batch: ToldBatch }

/** The dry run: numbers, rows to be looked at and decided, and what taking it in will do. */
export function BatchChecked({ address, batch, rows, decided, asked, kinds, mended, next }: Props) {
  const { report, desk } = useWords().intake
  const t = desk.check
  const { counts, problem, plan, source, unitName } = batch
  const { verdict, kind, isDoubtful, after } = asked
  const filter = filterOf(asked)
  const name = isDoubtful
    ? desk.mend.doubtful
    : kind
      ? report.reasons[kind]
      : verdict
        ? report.verdicts[verdict]
        : t.all
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
        <h2 id="rows">{t.rows(name)}</h2>
        <OtherRows address={address} isAll={filter === ''} isDoubtful={isDoubtful} />
        <JustDone address={address} many={asked.many} mended={mended} />
        {kinds && kinds.length > 0 ? <DecideMany address={address} kinds={kinds} /> : null}
        {rows.length === 0 ? (
          <p>{t.noRows}</p>
        ) : (
          <CheckedRows
            address={address}
            rows={rows}
            unitName={unitName}
            asked={[filter, after > 0 ? `after=${after}` : ''].filter(Boolean).join('&')}
            title={t.rows(name)}
            mending={asked.mend}
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
          <p>{desk.mend.columnsLose}</p>
          <ColumnsForm action={address} plan={plan} source={source} />
        </details>
      ) : null}
      <CancelForm action={address} />
    </>
  )
}

function filterOf({ verdict, kind, isUndecided, isDoubtful }: Asked): string {
  return [
    verdict ? `verdict=${verdict}` : '',
    kind ? `kind=${kind}` : '',
    isUndecided ? 'undecided' : '',
    isDoubtful ? 'doubtful' : '',
  ]
    .filter(Boolean)
    .join('&')
}

function OtherRows({ address, isAll, isDoubtful }: { address: string; isAll: boolean; isDoubtful: boolean }) {
  const { desk } = useWords().intake
  return (
    <p className="row">
      {isAll ? null : (
        <a className="ic" href={`${address}#rows`}>
          {desk.check.rows(desk.check.all)}
        </a>
      )}
      {isDoubtful ? null : (
        <a className="ic" href={`${address}?doubtful#rows`}>
          {desk.check.rows(desk.mend.doubtful)}
        </a>
      )}
    </p>
  )
}

type JustDoneProps = { address: string; many: number | null; mended: TellingRow | null }

/** What was written by the button before, and what became of the row. */
function JustDone({ address, many, mended }: JustDoneProps) {
  const { report, desk } = useWords().intake
  const locale = useLocale()
  if (many !== null) return <Note kind="right" role="status" title={desk.many.done(formatNumber(many, locale))} />
  if (!mended?.verdict) return null
  const { row, verdict, reasons, understood } = mended
  const title = desk.mend.done(row, understood.person.fullName, report.verdicts[verdict])
  return (
    <Note kind={verdict === 'refused' ? 'warn' : 'right'} role="status" title={title}>
      {(reasons ?? []).map((reason) => (
        <p key={reason}>{report.reasons[reason]}</p>
      ))}
      <p>
        <a className="ic" href={`${address}?mend=${row}&after=${row - 1}#row-${row}`}>
          {desk.mend.again}
        </a>
      </p>
    </Note>
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
