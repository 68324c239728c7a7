import type { ReactNode } from 'react'
import { isCompetence } from '#app/courses/competences.ts'
import { audiences } from '#app/courses/course-sheet.ts'
import { type CatalogueFilter, isFiltering, lengths } from '#app/courses/filter-courses.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { Icon } from '#app/ui/icon.tsx'

type Props = {
  filter: CatalogueFilter
  /** What there is to choose from: levels and competences of the courses that exist. */
  levels: number[]
  competences: string[]
  /** Between what is typed and what is chosen from lists. */
  children?: ReactNode
}

/** One form that asks for courses: its whole state stands in the address. */
export function CatalogueSearch({ filter, levels, competences, children }: Props) {
  const { catalogue: t, ...words } = useWords().courses
  const path = usePath()
  const name = (code: string) => (isCompetence(code) ? words.competences[code] : code)
  return (
    // biome-ignore lint/a11y/useSemanticElements: the oldest browsers we serve do not know <search>
    <form className="flow" role="search" action={path('/courses')}>
      <div className="find read">
        <Field label={t.question} name="q" type="search" eg={t.example} defaultValue={filter.q} maxLength={120} />
        <button type="submit">
          <Icon name="search" />
          {t.search}
        </button>
      </div>
      {children}
      <details className="flow" open={isFiltering(filter)}>
        <summary>
          <span className="ic">
            <Icon name="open" />
            {t.filters}
          </span>
        </summary>
        <div className="grid choices">
          <Choice
            label={t.audience}
            name="audience"
            chosen={filter.audience}
            options={audiences.map((audience) => [audience, words.audiences[audience]])}
          />
          <Choice
            label={t.level}
            name="level"
            chosen={filter.level}
            options={levels.map((level) => [level, t.levelOption(level)])}
          />
          <Choice
            label={t.competence}
            name="competence"
            chosen={filter.competence}
            options={competences.map((code) => [code, `${code} ${name(code)}`])}
          />
          <Choice
            label={t.length}
            name="minutes"
            chosen={filter.minutes}
            options={lengths.map((length) => [length, t.lengths[length]])}
          />
        </div>
        <p className="row">
          <button type="submit">{t.apply}</button>
          {isFiltering(filter) ? (
            <a className="ic" href={path(filter.q ? `/courses?q=${encodeURIComponent(filter.q)}` : '/courses')}>
              {t.clear}
            </a>
          ) : null}
        </p>
      </details>
    </form>
  )
}

type ChoiceProps = {
  label: string
  name: string
  chosen: string | number | null
  options: Array<readonly [string | number, string]>
}

function Choice({ label, name, chosen, options }: ChoiceProps) {
  const t = useWords().courses.catalogue
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      <select id={name} name={name} defaultValue={chosen ?? ''}>
        <option value="">{t.any}</option>
        {options.map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </select>
    </div>
  )
}
