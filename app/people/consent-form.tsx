import { usePath, useWords } from '#app/i18n/words.tsx'
import { type FormerPurpose, formerPurposes } from '#app/people/consent.ts'
import { Tick } from '#app/people/tick.tsx'

type Props = { standing: Partial<Record<string, boolean>> }

/** What was agreed to once and nobody uses: said so, and withdrawn here. Nothing for everybody else. */
export function ConsentForm({ standing }: Props) {
  const words = useWords().people
  const path = usePath()
  const given: FormerPurpose[] = formerPurposes.filter((purpose) => standing[purpose] === true)
  if (given.length === 0) return null
  return (
    <form className="flow-s" method="post" action={path('/account/consents')}>
      <h2>{words.account.consents}</h2>
      <p className="soft">{words.consents.former}</p>
      {given.map((purpose) => (
        <Tick key={purpose} name={purpose} label={words.consents[purpose]} isTicked />
      ))}
      <button type="submit">{words.account.saveConsents}</button>
    </form>
  )
}
