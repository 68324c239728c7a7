import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Papers to teach a class by, or to lead by; nothing where a course has none. */
export function HandoutList({ slug, sheet }: { slug: string; sheet: CourseSheet }) {
  const t = useWords().courses.course
  const path = usePath()
  const handouts = sheet.handouts ?? []
  if (handouts.length === 0) return null
  return (
    <section className="flow" aria-labelledby="handouts">
      <h2 id="handouts">{t.handouts}</h2>
      <ul className="plain flow-s">
        {handouts.map(({ handout, title }) => (
          <li key={handout}>
            <a className="ic" href={path(`/courses/${slug}/handouts/${handout}`)} lang={sheet.language}>
              <Icon name="print" />
              {title}
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
