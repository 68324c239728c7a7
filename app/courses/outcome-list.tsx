import { Icon } from '#app/ui/icon.tsx'

/** What one will be able to do, each with a tick before it. */
export function OutcomeList({ outcomes, lang }: { outcomes: readonly string[]; lang?: string }) {
  return (
    <ul className="plain flow-s" lang={lang}>
      {outcomes.map((outcome) => (
        <li key={outcome}>
          <span className="ic up">
            <Icon name="check" />
            <span>{outcome}</span>
          </span>
        </li>
      ))}
    </ul>
  )
}
