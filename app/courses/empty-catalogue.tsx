import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/** Nothing to show, and the one thing to do about it. */
export function EmptyCatalogue({ isFiltered }: { isFiltered: boolean }) {
  const t = useWords().courses.catalogue
  const path = usePath()
  return (
    <section className="cols half" aria-labelledby="empty">
      <div className="flow">
        <h2 id="empty">{isFiltered ? t.empty : t.nothingYet}</h2>
        <p>{isFiltered ? t.emptyAdvice : t.nothingYetAdvice}</p>
        <p>
          <a className="btn main" href={path(isFiltered ? '/courses' : '/')}>
            <Icon name={isFiltered ? 'book' : 'home'} />
            {isFiltered ? t.seeAll : t.toHome}
          </a>
        </p>
      </div>
      <img className="scene" src="/art/moored.svg" width="640" height="360" alt="" />
    </section>
  )
}
