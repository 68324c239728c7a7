import type { ReactNode } from 'react'
import { isCompetence } from '#app/courses/competences.ts'
import type { CourseSheet } from '#app/courses/course-sheet.ts'
import { minutesOf } from '#app/courses/filter-courses.ts'
import { passingInWords, retakesInWords } from '#app/courses/rules-in-words.ts'
import { languagesOf } from '#app/courses/sheet-in.ts'
import { formatDay } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** What one wants to know before beginning: cost, time, rules, paper; folded away: level, competences, who wrote it. */
export function CourseFacts({ sheet }: { sheet: CourseSheet }) {
  return (
    <>
      <FactsForLearners sheet={sheet} />
      <FactsForTrainers sheet={sheet} />
    </>
  )
}

function FactsForLearners({ sheet }: { sheet: CourseSheet }) {
  const words = useWords().courses
  const t = words.course
  const locale = useLocale()
  const limit = sheet.exam.timeLimitMinutes
  return (
    <dl className="facts">
      <Fact name={t.fee}>{t.free}</Fact>
      <Fact name={t.time}>{words.minutes(minutesOf(sheet))}</Fact>
      {sheet.hours > 0 ? <Fact name={t.credit}>{words.hours(sheet.hours)}</Fact> : null}
      <Fact name={t.passing}>
        <Lines lines={passingInWords(sheet, t)} />
      </Fact>
      <Fact name={t.again}>{retakesInWords(sheet.exam, t)}</Fact>
      <Fact name={t.timeLimit}>{limit === null ? t.noTimeLimit : words.minutes(limit)}</Fact>
      <Fact name={t.paper}>{t.papers[sheet.certificate.kind]}</Fact>
      <Fact name={t.languages}>
        {languagesOf(sheet)
          .map((language) => t.languageNames[language])
          .join(', ')}
      </Fact>
      <Fact name={t.reviewed}>{formatDay(sheet.reviewed, locale)}</Fact>
    </dl>
  )
}

/** What those ask who choose courses for others. */
function FactsForTrainers({ sheet }: { sheet: CourseSheet }) {
  const words = useWords().courses
  const t = words.course
  const [lowest, highest] = sheet.level
  return (
    <details>
      <summary>
        <Icon name="open" />
        {t.more}
      </summary>
      <dl className="facts">
        <Fact name={t.level}>{t.levels(lowest, highest)}</Fact>
        <Fact name={t.competences}>
          <Lines
            lines={sheet.competences.map((code) => (isCompetence(code) ? `${code} ${words.competences[code]}` : code))}
          />
        </Fact>
        <Fact name={t.makers}>
          <span lang={sheet.language}>{sheet.makers.join(', ')}</span>
        </Fact>
        <Fact name={t.reviewBy}>{formatDay(sheet.reviewBy, useLocale())}</Fact>
      </dl>
    </details>
  )
}

function Fact({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  )
}

function Lines({ lines }: { lines: string[] }) {
  if (lines.length === 1) return <>{lines[0]}</>
  return (
    <ul className="plain">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
}
