import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import type { AskedOfMe } from '#app/requirements/learner/asked-of-me.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Told = Pick<AskedOfMe, 'standing' | 'dueDay' | 'daysLeft' | 'doneDay' | 'excuse'>

/** How one stands, in words first; colour and icon say the same. */
export function StandingTag({ asked }: { asked: Told }) {
  const t = useWords().mustLearn
  const locale = useLocale()
  const { standing, dueDay, daysLeft, doneDay, excuse } = asked
  const [icon, colour] = looks[standing]
  const day = (when: string) => formatDay(when, locale)
  const words = () => {
    if (standing === 'overdue') return [t.overdue(-daysLeft), t.due(day(dueDay))]
    if (standing === 'excused') return [t.states.excused[excuse?.kind ?? 'waiver']]
    if (doneDay && (standing === 'done' || standing === 'done-late'))
      return [t.states[standing], t.doneOn(day(doneDay))]
    if (daysLeft < 0) return [t.inGrace]
    return [t.states[standing], t.left(daysLeft), t.due(day(dueDay))]
  }
  return (
    <p className={colour ? `tag ${colour}` : 'tag'}>
      <Icon name={icon} />
      {words().join(' · ')}
    </p>
  )
}

const looks: Record<Told['standing'], [IconName, string]> = {
  'not-due': ['cal', ''],
  due: ['cal', ''],
  soon: ['clock', 'due'],
  overdue: ['warn', 'late'],
  done: ['check', 'done'],
  'done-late': ['check', 'done'],
  excused: ['flag', ''],
}
