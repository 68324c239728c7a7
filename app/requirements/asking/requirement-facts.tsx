import type { ReactNode } from 'react'
import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { RequirementPage, UnitNow } from '#app/requirements/asking/requirement-page.server.ts'
import { windowInFull } from '#app/requirements/asking/window-words.ts'
import { never } from '#app/units/unit.ts'

/** What it says: who asks, by which document, what, of whom, until when; and what became of units that ended. */
export function RequirementFacts({ requirement }: { requirement: RequirementPage }) {
  const { asking, units } = useWords()
  const t = asking.page
  const [locale, path] = [useLocale(), usePath()]
  const day = (value: string) => formatDay(value, locale)
  const { askedBy, clauses, courses, renewal, names, decisionNumber, decisionDay, ...rest } = requirement
  const { publishedAt, unitName, fromDay, toDay, endReason } = rest
  const course = ({ slug, title, after = [] }: { slug: string; title: string; after?: string[] }) => (
    <li key={slug}>
      <a className="ic" href={path(`/courses/${slug}`)}>
        {title}
      </a>
      {after.length > 0 ? <small>{t.after(after)}</small> : null}
    </li>
  )
  const ended = [askedBy, ...clauses.map(({ unit }) => unit)].filter((unit) => unit.ended !== null)
  return (
    <section className="flow" aria-labelledby="facts">
      <h2 id="facts">{t.facts}</h2>
      <dl className="facts">
        <Fact name={t.askedBy}>{publishedAt ? unitName : askedBy.name}</Fact>
        <Fact name={t.paper}>{decisionNumber ? t.paperOf(decisionNumber, day(decisionDay)) : t.noPaper}</Fact>
        <Fact name={t.courses}>
          <ol className="plain">{courses.map(course)}</ol>
        </Fact>
        <Fact name={t.whom}>
          <ul className="plain">
            {clauses.map(({ unit, withBelow, categories, positions }) => (
              <li key={unit.unitId}>
                {[
                  (withBelow ? t.allOf : t.onlyOf)(unit.name),
                  categories.map((category) => units.categories[category]).join(', '),
                  positions.join(', '),
                ]
                  .filter(Boolean)
                  .join(' · ')}
              </li>
            ))}
            {names > 0 ? <li>{t.named(formatNumber(names, locale))}</li> : null}
            {clauses.length + names === 0 ? <li>{t.nobody}</li> : null}
          </ul>
        </Fact>
        <Fact name={t.until}>{windowInFull(rest, asking, locale)}</Fact>
        {renewal.length > 0 ? (
          <Fact name={t.renewal}>
            <ol className="plain">{renewal.map(course)}</ol>
          </Fact>
        ) : null}
        {publishedAt ? (
          <Fact name={t.since}>
            {toDay === never ? t.sinceDay(day(fromDay)) : t.untilDay(day(fromDay), day(toDay))}
          </Fact>
        ) : null}
        {endReason ? <Fact name={t.endReason}>{endReason}</Fact> : null}
      </dl>
      {[...new Map(ended.map((unit) => [unit.unitId, unit])).values()].map((unit) => (
        <Ended key={unit.unitId} unit={unit} />
      ))}
    </section>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Ended({ unit: { name, ended } }: { unit: UnitNow }) {
  const t = useWords().asking.page
  const [locale, path] = [useLocale(), usePath()]
  if (!ended) return null
  return (
    <p>
      {t.ended(name, formatDay(ended.day, locale))}{' '}
      {ended.in.length > 0 ? (
        <>
          {t.goesOn}{' '}
          {ended.in.map((heir, place) => (
            <span key={heir.unitId}>
              {place > 0 ? ', ' : ''}
              <a href={path(`/units/${heir.unitId}`)}>{heir.name}</a>
            </span>
          ))}
          .
        </>
      ) : null}
    </p>
  )
}
