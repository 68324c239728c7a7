import type { ReactNode } from 'react'
import { formatMoment, formatNumber } from '#app/i18n/day.ts'
import { useLocale, useWords } from '#app/i18n/words.tsx'
import { CountTable } from '#app/requirements/asking/count-table.tsx'
import type { Preview, WorkedOut } from '#app/requirements/asking/preview.ts'
import { Note } from '#app/ui/note.tsx'

type Props = { preview: Preview | WorkedOut; children: ReactNode }

/** Whom it would ask: how many and some by name, then what is done about it, then where and of which group. */
export function PreviewFigures({ preview, children }: Props) {
  const { asking, units: words } = useWords()
  const t = asking.preview
  const locale = useLocale()
  const { people, done, unreachable, units, own, elsewhere, categories, names } = preview
  const number = (value: number) => formatNumber(value, locale)
  const places = [
    ...(own > 0 ? [{ name: t.own, people: own }] : []),
    ...units,
    ...(elsewhere > 0 ? [{ name: t.elsewhere, people: elsewhere }] : []),
  ]
  return (
    <section className="flow" aria-labelledby="preview">
      <h2 id="preview">{t.title}</h2>
      {'at' in preview ? (
        <p>
          {t.asOf(formatMoment(preview.at, locale))} {preview.isChanged ? t.changed : ''}
        </p>
      ) : null}
      {people === 0 ? (
        <>
          <Note kind="warn" title={t.nobody} />
          {children}
        </>
      ) : (
        <>
          <div className="figures">
            <Figure value={number(people)} words={t.people} />
            <Figure value={number(done)} words={t.done} edge="rest" />
            <Figure value={number(unreachable)} words={t.unreachable} edge={unreachable > 0 ? 'due' : 'rest'} />
          </div>
          <p>
            {people > names.length ? t.names : t.namesAll}: {names.join(', ')}
            {people > names.length ? ` ${t.andMore(number(people - names.length))}` : ''}.
          </p>
          {children}
          <CountTable title={t.units} head={t.unit} rows={places} />
          <CountTable
            title={t.categories}
            head={t.category}
            rows={categories.map((row) => ({ name: words.categories[row.category], people: row.people }))}
          />
        </>
      )}
    </section>
  )
}

const edges = { main: 'fig', rest: 'fig rest', due: 'fig due' } as const

function Figure({ value, words, edge = 'main' }: { value: string; words: string; edge?: keyof typeof edges }) {
  return (
    <div className={edges[edge]}>
      <b>{value}</b>
      <span>{words}</span>
    </div>
  )
}
