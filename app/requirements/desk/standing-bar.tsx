import { standingMarks } from '#app/requirements/desk/standing-marks.ts'
import { askedIn, type Figure } from '#app/requirements/keeping/figures.ts'

/** A stacked bar of how people stand; the numbers stand beside it, so nobody has to read it. */
export function StandingBar({ figure }: { figure: Figure }) {
  const all = askedIn(figure)
  if (all === 0) return null
  let before = 0
  const parts = standingMarks.map(({ standing, colour }) => {
    const x = before
    before += figure[standing]
    return { colour, x: percent(x, all), width: percent(figure[standing], all) }
  })
  return (
    <svg className="bars" aria-hidden="true" focusable="false">
      {parts.map(({ colour, x, width }) =>
        width === '0%' ? null : <rect key={colour} className={colour} x={x} width={width} height="100%" />,
      )}
    </svg>
  )
}

function percent(part: number, all: number): string {
  return `${Number(((part / all) * 100).toFixed(2))}%`
}
