import type { CatalogueCourse } from '#app/courses/catalogue-course.ts'
import { CatalogueSearch } from '#app/courses/catalogue-search.tsx'
import { CourseCard } from '#app/courses/course-card.tsx'
import { type Audience, audiences } from '#app/courses/course-sheet.ts'
import { EmptyCatalogue } from '#app/courses/empty-catalogue.tsx'
import { type CatalogueFilter, isFiltering } from '#app/courses/filter-courses.ts'
import { type FoundCourse, SearchResult } from '#app/courses/search-result.tsx'
import { useWords } from '#app/i18n/words.tsx'
import { Icon, type IconName } from '#app/ui/icon.tsx'

type Props = {
  filter: CatalogueFilter
  levels: number[]
  competences: string[]
  /** By slug when nothing was typed, else best first. */
  courses: FoundCourse[]
  isEmpty: boolean
}

/** All courses by audience; or, when something was typed, what answers it. */
export function CataloguePage({ filter, levels, competences, courses, isEmpty }: Props) {
  const t = useWords().courses.catalogue
  const isWhole = filter.q === '' && !isFiltering(filter)
  const inWords = filter.q
    ? t.found(courses.length, filter.q)
    : isWhole
      ? t.count(courses.length)
      : t.fitting(courses.length)
  return (
    <div className="wrap flow">
      <h1>{t.title}</h1>
      {isEmpty ? null : (
        <CatalogueSearch filter={filter} levels={levels} competences={competences}>
          {isWhole ? <Jumps courses={courses} /> : null}
        </CatalogueSearch>
      )}
      <div className="flow">
        <p className="soft" role="status">
          {inWords}
        </p>
        {courses.length === 0 ? <EmptyCatalogue isFiltered={!isEmpty} /> : null}
        {filter.q ? <Results courses={courses} /> : <ByAudience courses={courses} />}
      </div>
    </div>
  )
}

const icons: Record<Audience, IconName> = {
  citizens: 'home',
  workers: 'people',
  officials: 'cert',
  enterprises: 'chart',
}

function Jumps({ courses }: { courses: CatalogueCourse[] }) {
  const t = useWords().courses
  return (
    <nav className="jump" aria-label={t.catalogue.jumps}>
      <ul>
        {audiencesOf(courses).map((audience) => (
          <li key={audience}>
            <a className="btn" href={`#${audience}`}>
              <Icon name={icons[audience]} />
              {t.jumps[audience]}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}

function ByAudience({ courses }: { courses: CatalogueCourse[] }) {
  const t = useWords().courses
  return (
    <>
      {audiencesOf(courses).map((audience) => (
        <section className="flow" key={audience} id={audience} aria-labelledby={`${audience}-h`}>
          <h2 id={`${audience}-h`}>{t.audiences[audience]}</h2>
          <ul className="plain grid list">
            {courses
              .filter(({ sheet }) => sheet.audience === audience)
              .map((course) => (
                <CourseCard key={course.slug} {...course} />
              ))}
          </ul>
        </section>
      ))}
    </>
  )
}

function Results({ courses }: { courses: FoundCourse[] }) {
  return (
    <ol className="plain flow read">
      {courses.map((course) => (
        <SearchResult key={course.slug} {...course} />
      ))}
    </ol>
  )
}

function audiencesOf(courses: CatalogueCourse[]): Audience[] {
  return audiences.filter((audience) => courses.some(({ sheet }) => sheet.audience === audience))
}
