import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { CourseMeta } from '#app/courses/course-meta.tsx'
import type { Hit } from '#app/courses/search-index.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'

export type FoundCourse = CatalogueCourse & { hit: Hit | null }

/** A course that was found, the lesson that answers best, and the words of it that were asked for. */
export function SearchResult({ slug, sheet, hit }: FoundCourse) {
  const { catalogue: t, forAudience } = useWords().courses
  const path = usePath()
  return (
    <li className="card flow-s">
      <p className="tag">{forAudience[sheet.audience]}</p>
      <h2 lang={sheet.language}>
        <a href={path(`/courses/${slug}`)}>{sheet.title}</a>
      </h2>
      <CourseMeta sheet={sheet} />
      {hit?.lesson ? (
        <p>
          {t.inLesson}{' '}
          <a href={path(`/courses/${slug}/${hit.lesson.lesson}`)} lang={sheet.language}>
            {hit.lesson.title}
          </a>
        </p>
      ) : null}
      {hit?.excerpt ? (
        <p className="small" lang={sheet.language}>
          {hit.excerpt.map((piece, place) => (piece.isMatch ? <mark key={place}>{piece.text}</mark> : piece.text))}
        </p>
      ) : null}
    </li>
  )
}
