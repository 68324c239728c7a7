import { useWords } from '#app/i18n/words.tsx'
import { standingMarks } from '#app/requirements/desk/standing-marks.ts'

/** What the colours of the bars mean, in their order. */
export function StandingLegend() {
  const t = useWords().standings
  return (
    <ul className="legend">
      {standingMarks.map(({ standing, colour }) => (
        <li key={standing}>
          <svg viewBox="0 0 10 10" aria-hidden="true" focusable="false">
            <rect className={colour} width="10" height="10" rx="2" />
          </svg>
          {t.kinds[standing]}
        </li>
      ))}
    </ul>
  )
}
