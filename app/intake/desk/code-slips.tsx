import { formatDay, formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { CodeSheet } from '#app/intake/issue-codes.server.ts'

type Props = {
  sheets: CodeSheet[]
  /** Where the code is typed, as people read it: without https://. */
  address: string
  until: string
}

/** To be printed and cut: a sheet a unit, a slip a person. */
export function CodeSlips({ sheets, address, until }: Props) {
  const t = useWords().intake.desk.codes
  const locale = useLocale()
  return sheets.map(({ unitId, name, people }) => (
    <section key={unitId} className="slips" aria-labelledby={`unit-${unitId}`}>
      <h2 id={`unit-${unitId}`}>{t.sheet(name, formatNumber(people.length, locale))}</h2>
      <ul className="plain">
        {people.map((person) => (
          <Slip key={person.personId} {...person} unit={name} address={address} until={until} />
        ))}
      </ul>
    </section>
  ))
}

type SlipProps = CodeSheet['people'][number] & { unit: string; address: string; until: string }

function Slip({ fullName, birthYear, username, code, unit, address, until }: SlipProps) {
  const words = useWords()
  const t = words.intake.desk.codes
  const locale = useLocale()
  return (
    <li className="slip">
      <p>
        <strong>{fullName}</strong>
        <small>{[birthYear ? words.people.admin.born(birthYear) : '', unit].filter(Boolean).join(' · ')}</small>
      </p>
      <dl>
        <dt>{t.code}</dt>
        <dd className="mono">{code}</dd>
        <dt>{t.name}</dt>
        <dd className="mono">{username}</dd>
      </dl>
      <ol>
        {t.lines(address).map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ol>
      <p>
        <small>{t.slipUntil(formatDay(until, locale))}</small>
      </p>
    </li>
  )
}
