import { useWords } from '#app/i18n/words.tsx'
import { AskedItem } from '#app/requirements/learner/asked-item.tsx'
import type { AskedOfMe } from '#app/requirements/learner/asked-of-me.ts'
import { Icon } from '#app/ui/icon.tsx'

/** What somebody must learn: what is open, with the one main button on the first; what is done folded. */
export function MustLearn({ asked }: { asked: AskedOfMe[] }) {
  const t = useWords().mustLearn
  if (asked.length === 0) return null
  const done = asked.filter(({ standing }) => standing === 'done' || standing === 'done-late')
  const open = asked.filter((one) => !done.includes(one))
  return (
    <section className="flow" aria-labelledby="must-h">
      <h2 id="must-h">{t.title}</h2>
      {open.length === 0 ? <p>{t.allDone}</p> : null}
      <ul className="plain flow">
        {open.map((one, place) => (
          <AskedItem key={one.id} asked={one} isFirst={place === 0} />
        ))}
      </ul>
      {done.length > 0 ? (
        <details>
          <summary>
            <Icon name="open" />
            {t.doneFold(done.length)}
          </summary>
          <ul className="plain flow">
            {done.map((one) => (
              <AskedItem key={one.id} asked={one} isFirst={false} />
            ))}
          </ul>
        </details>
      ) : null}
    </section>
  )
}
