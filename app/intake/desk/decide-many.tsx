import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { type ConflictKind, type KindTold, manyDecisions } from '#app/intake/conflict-kinds.ts'

type Props = { address: string; kinds: KindTold[] }

/** Rows in conflict by their reason: each button says what is written of how many, and can be taken back. */
export function DecideMany({ address, kinds }: Props) {
  const t = useWords().intake.desk.many
  return (
    <section className="flow" id="many" aria-labelledby="many-title">
      <h3 id="many-title">{t.title}</h3>
      <p>{t.why}</p>
      {kinds.map((told) => (
        <Kind key={told.kind} address={address} told={told} />
      ))}
    </section>
  )
}

function Kind({ address, told }: { address: string; told: KindTold }) {
  const { report, desk } = useWords().intake
  const t = desk.many
  const locale = useLocale()
  const { kind, undecided, fitOne } = told
  const number = (count: number) => formatNumber(count, locale)
  const form = { address, kind }
  return (
    <div className="card flow-s">
      <h4>{report.reasons[kind]}</h4>
      <p>
        {t.waiting(number(undecided))} {fitOne > 0 ? t.fitOne(number(fitOne)) : ''}
      </p>
      <p>
        <a className="ic" href={`${address}?verdict=conflict&kind=${kind}#rows`}>
          {t.see}
          <span className="hide">: {report.reasons[kind]}</span>
        </a>
      </p>
      <div className="row">
        {fitOne > 0 ? <Say {...form} say="same" rows={fitOne} words={t.same(number(fitOne))} /> : null}
        {undecided > 0 ? <Say {...form} say="leave" rows={undecided} words={t.leave(number(undecided))} /> : null}
        {manyDecisions.map((from) =>
          told[from] > 0 ? (
            <Say key={from} {...form} say={`back-${from}`} rows={told[from]} words={t.back[from](number(told[from]))} />
          ) : null,
        )}
      </div>
    </div>
  )
}

type SayProps = { address: string; kind: ConflictKind; say: string; rows: number; words: string }

function Say({ address, kind, say, rows, words }: SayProps) {
  const t = useWords().intake.report
  return (
    <form method="post" action={address}>
      <input type="hidden" name="kind" value={kind} />
      <input type="hidden" name="decision" value={say} />
      <input type="hidden" name="rows" value={rows} />
      <button type="submit" className="btn" name="deed" value="decide-many">
        {words}
        <span className="hide">: {t.reasons[kind]}</span>
      </button>
    </form>
  )
}
