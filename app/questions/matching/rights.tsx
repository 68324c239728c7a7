import { letter } from '#app/questions/matching/letter.ts'
import type { MatchingAsk } from '#app/questions/matching/spec.ts'

/** The right sides in full, with their letters. */
export function Rights({ ask }: { ask: MatchingAsk }) {
  return (
    <div className="rights">
      {ask.rightHead ? <p className="h">{ask.rightHead}</p> : null}
      <ul className="plain">
        {ask.rights.map((right, place) => (
          <li key={right.id}>
            <b>{letter(place)}.</b> {right.text}
          </li>
        ))}
      </ul>
      {ask.leftHead ? <p className="h">{ask.leftHead}</p> : null}
    </div>
  )
}
