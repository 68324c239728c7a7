import { usePath, useWords } from '#app/i18n/words.tsx'
import { optionalPurposes, type Purpose } from '#app/people/consent.ts'
import { Tick } from '#app/people/tick.tsx'

/** What may be given and withdrawn at any time, as it stands. */
export function ConsentForm({ standing }: { standing: Partial<Record<Purpose, boolean>> }) {
  const words = useWords().people
  const path = usePath()
  return (
    <form className="flow-s" method="post" action={path('/account/consents')}>
      <h2>{words.account.consents}</h2>
      <p className="soft">{words.consents.optional}</p>
      {optionalPurposes.map((purpose) => (
        <Tick key={purpose} name={purpose} label={words.consents[purpose]} isTicked={standing[purpose] === true} />
      ))}
      <button type="submit">{words.account.saveConsents}</button>
    </form>
  )
}
