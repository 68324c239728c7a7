import { formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { CodesWaiting } from '#app/intake/codes-waiting.server.ts'
import { IssueForms } from '#app/intake/desk/issue-forms.tsx'

type Props = { action: string; waiting: CodesWaiting }

/** More people than one print holds: by the units below, or by name. */
export function CodePartsList({ action, waiting }: Props) {
  const t = useWords().intake.desk.codes
  const locale = useLocale()
  const { parts, below } = waiting
  return (
    <>
      <p>{t.inParts}</p>
      {below.length > 0 ? <BelowList action={action} waiting={waiting} /> : null}
      {parts.length > 1 ? (
        <section className="flow" aria-labelledby="by-name">
          <h2 id="by-name">{t.byName}</h2>
          <p>{t.byNameWhy}</p>
          {parts.map(({ from, to, first, last, people, withCode }, at) => {
            const name = t.part(at + 1, parts.length)
            return (
              <div className="card flow-s" key={from ?? ''}>
                <h3>
                  {name}: {t.fromTo(first, last)}
                </h3>
                <p>{t.waiting(formatNumber(people, locale))}</p>
                <IssueForms {...{ action, people, withCode, name }} part={{ from, to }} isQuiet />
              </div>
            )
          })}
        </section>
      ) : null}
    </>
  )
}

function BelowList({ action, waiting: { below, direct } }: Props) {
  const t = useWords().intake.desk.codes
  const [locale, path] = [useLocale(), usePath()]
  return (
    <section className="flow" aria-labelledby="by-unit">
      <h2 id="by-unit">{t.byUnit}</h2>
      <ul className="plain">
        {below.map(({ unitId, name, people }) => (
          <li key={unitId}>
            <a className="ic" href={path(`/units/${unitId}/codes`)}>
              {people === null ? name : t.unitWaiting(name, formatNumber(people, locale))}
            </a>
          </li>
        ))}
      </ul>
      {direct ? (
        <form className="flow-s" method="post" action={action}>
          <input type="hidden" name="direct" value="yes" />
          <input type="hidden" name="fresh" value="yes" />
          <p>{t.direct(formatNumber(direct, locale))}</p>
          <button type="submit" className="btn">
            {t.issueDirect}
          </button>
        </form>
      ) : null}
    </section>
  )
}
