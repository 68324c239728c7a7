import { useWords } from '#app/i18n/words.tsx'
import { standingMarks } from '#app/requirements/desk/standing-marks.ts'
import type { Asked } from '#app/requirements/keeping/listed-standing.ts'
import { Icon, type IconName } from '#app/ui/icon.tsx'

const icons: Record<Asked, IconName> = {
  done: 'check',
  'done-late': 'check',
  due: 'clock',
  soon: 'clock',
  overdue: 'cal',
  excused: 'flag',
}

/** How somebody stands, in words. */
export function StandingTag({ standing }: { standing: Asked }) {
  const t = useWords().standings
  const tag = standingMarks.find((mark) => mark.standing === standing)?.tag
  return (
    <span className={tag ? `tag ${tag}` : 'tag'}>
      <Icon name={icons[standing]} />
      {t.kinds[standing]}
    </span>
  )
}
