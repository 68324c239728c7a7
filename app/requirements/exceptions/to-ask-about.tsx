import { formatDay } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'

type Props = { requirements: Array<{ id: string; title: string; dueDay: string | null; isWaiting: boolean }> }

/** What a learner may ask about: one press each. */
export function ToAskAbout({ requirements }: Props) {
  const t = useWords().exceptions.ask
  const [path, locale] = [usePath(), useLocale()]
  if (requirements.length === 0) return <p>{t.nothing}</p>
  return (
    <section className="flow-s">
      <h2>{t.which}</h2>
      <ul className="plain flow-s">
        {requirements.map(({ id, title, dueDay, isWaiting }) => (
          <li key={id}>
            {isWaiting ? (
              `${title}: ${t.waiting}`
            ) : (
              <a className="ic" href={path(`/me/requests?requirement=${id}`)}>
                {dueDay ? `${t.choose(title)}, ${t.until(formatDay(dueDay, locale))}` : t.choose(title)}
              </a>
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
