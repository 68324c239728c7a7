import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { type Counts, type Verdict, verdicts } from '#app/intake/batch.ts'

const colours = { new: 'c1', matched: 'c4', conflict: 'c2', refused: 'c3' } as const
const edges = { new: 'fig', matched: 'fig rest', conflict: 'fig due', refused: 'fig late' } as const

type Props = { address: string; counts: Counts['verdicts']; chosen: Verdict | null }

/** What became of the rows, drawn and told; each number leads to its rows. */
export function VerdictFigures({ address, counts, chosen }: Props) {
  const { report, desk } = useWords().intake
  const t = desk.check
  const locale = useLocale()
  const all = Math.max(1, ...[verdicts.reduce((sum, verdict) => sum + counts[verdict], 0)])
  const before = (place: number) => verdicts.slice(0, place).reduce((sum, verdict) => sum + counts[verdict], 0)
  return (
    <>
      <svg className="bars" aria-hidden="true" focusable="false">
        {verdicts.map((verdict, place) => (
          <rect
            key={verdict}
            className={colours[verdict]}
            x={`${(100 * before(place)) / all}%`}
            width={`${(100 * counts[verdict]) / all}%`}
            height="100%"
          />
        ))}
      </svg>
      <div className="figures">
        {verdicts.map((verdict) => (
          <a
            key={verdict}
            className={edges[verdict]}
            href={`${address}?verdict=${verdict}#rows`}
            aria-current={verdict === chosen ? 'true' : undefined}
          >
            <b>{formatNumber(counts[verdict], locale)}</b>
            <span>{report.verdicts[verdict]}</span>
            <small>{t.explain[verdict]}</small>
          </a>
        ))}
      </div>
    </>
  )
}
