import type { AskedAttempt } from '#app/attempts/asked-attempt.ts'
import { questionPath } from '#app/attempts/flags.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = { attempt: AskedAttempt; current: number; flags: number[] }

/** All questions at a glance: which were received, which are on this device, which are marked. */
export function ExamSheet({ attempt, current, flags }: Props) {
  const t = useWords().attempts
  const path = usePath()
  const received = attempt.places.filter(({ answer }) => answer !== null).length
  return (
    <nav
      className="flow"
      aria-labelledby="sheet"
      data-sheet
      data-got={t.state.received}
      data-saved={t.state.here}
      data-none={t.state.none}
      data-current={t.state.current}
      data-marked={t.state.marked}
      data-marked-places={t.counts.marked('{places}')}
    >
      <h2 id="sheet">{t.sheet(attempt.places.length)}</h2>
      <ol className="sheet">
        {attempt.places.map(({ place, answer }) => (
          <li key={place}>
            <a
              href={path(questionPath(attempt.id, place, flags))}
              className={
                [answer === null ? '' : 'got', flags.includes(place) ? 'flag' : ''].join(' ').trim() || undefined
              }
              aria-current={place === current ? 'true' : undefined}
              data-place={place}
            >
              {place}
              <span className="hide">
                , {saidOf(t.state, answer !== null, place === current, flags.includes(place))}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <ul className="key">
        <li>
          <i className="got" aria-hidden="true" />
          <span data-count="received">{t.counts.received(received)}</span>
        </li>
        <li hidden data-count-here>
          <i className="saved" aria-hidden="true" />
          <span data-count="here">{t.counts.here(0)}</span>
        </li>
        <li>
          <i aria-hidden="true" />
          <span data-count="none">{t.counts.none(attempt.places.length - received)}</span>
        </li>
        <li hidden={flags.length === 0} data-marked-line>
          <Icon name="flag" />
          <span>{t.counts.marked(flags.join(', '))}</span>
        </li>
      </ul>
    </nav>
  )
}

type States = ReturnType<typeof useWords>['attempts']['state']

function saidOf(t: States, isReceived: boolean, isCurrent: boolean, isFlagged: boolean) {
  const state = isReceived ? t.received : isCurrent ? t.current : t.none
  return isFlagged ? `${state}, ${t.marked}` : state
}
