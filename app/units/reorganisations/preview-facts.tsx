import { useWords } from '#app/i18n/words.tsx'
import type { Preview } from '#app/units/reorganisations/reorganisation.ts'
import type { Facts } from '#app/units/unit.ts'

/** What a decision would change, in words. */
export function PreviewFacts({ preview }: { preview: Preview }) {
  const { reorganise: t, types, code } = useWords().units
  const { begins, ends, changes, follow, people, doubled, rolesEnding } = preview
  const told = (facts: Pick<Facts, 'name' | 'type' | 'code'>) =>
    [facts.name, types[facts.type], facts.code ? code(facts.code) : ''].filter(Boolean).join(' · ')
  const went = people.map(({ from, to, count, isWaiting }) => (isWaiting ? t.waits : t.went)(count, from, to))
  return (
    <>
      <Lines title={t.begins} lines={begins.map(told)} />
      <Lines title={t.ends} lines={ends.map(({ name }) => name)} />
      <Lines title={t.changes} lines={changes.map(({ before, after }) => t.change(told(before), told(after)))} />
      <Lines title={t.follow} lines={follow.map(({ name }) => name)} />
      <Lines title={t.moved} lines={went.length > 0 ? went : [t.nothing]} />
      {doubled > 0 ? <p>{t.doubled(doubled)}</p> : null}
      {rolesEnding > 0 ? <p>{t.roles(rolesEnding)}</p> : null}
    </>
  )
}

function Lines({ title, lines }: { title: string; lines: string[] }) {
  if (lines.length === 0) return null
  return (
    <div>
      <h3>{title}</h3>
      <ul className="plain">
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </div>
  )
}
