import { usePath, useWords } from '#app/i18n/words.tsx'
import type { Channel } from '#app/messages/message.ts'
import { Tick } from '#app/people/tick.tsx'

type Props = { email: string | null; phone: string | null; refused: Channel[]; fromLetter: string | null }

/** By which ways somebody wants to be told. */
export function WaysForm({ email, phone, refused, fromLetter }: Props) {
  const t = useWords().telling.ways
  const path = usePath()
  return (
    <form className="flow-s" method="post" action={path('/me/messages/ways')}>
      <h2>{t.title}</h2>
      <p>{t.why}</p>
      {fromLetter ? <p>{t.fromLetter(fromLetter)}</p> : null}
      <Tick name="email" label={email ? t.email(email) : t.noEmail} isTicked={!refused.includes('email')} />
      <Tick name="gateway" label={phone ? t.gateway(phone) : t.noPhone} isTicked={!refused.includes('gateway')} />
      <p className="soft">{t.keeps}</p>
      <button type="submit">{t.save}</button>
      <p>
        <a className="ic" href={path('/account/contact')}>
          {t.contact}
        </a>
      </p>
    </form>
  )
}
