import type { ReactNode } from 'react'
import { useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What the learner does on the own phone or desk. `data-minutes` is read by minutesOf. */
export function Practice({ title, minutes, children }: { title: string; minutes: string; children?: ReactNode }) {
  const { lessons } = useWords()
  return (
    <section className="card stone practice flow-s" data-minutes={minutes}>
      <h3 className="ic">
        <Icon name="phone" />
        <span>{title}</span>
      </h3>
      <p className="soft small">{lessons.aboutMinutes(minutes)}</p>
      {children}
    </section>
  )
}
