import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'

/**
 * Where a public page tells a reader what is due next and how many messages are new. It is the same for everybody and
 * hidden; the page script fills it in for who is signed in (`people/browser/news.ts`). Without scripts `/me` says both.
 */
export function News() {
  const t = useWords().shell.news
  const path = usePath()
  return (
    <aside className="news" aria-label={t.label} data-news hidden>
      <div className="wrap">
        <p
          data-due
          data-many-late-words={t.manyLate}
          data-late-words={t.late}
          data-grace-words={t.grace}
          data-today-words={t.today}
          data-due-words={t.due}
          hidden
        >
          <a className="ic" href={path('/me')}>
            <Icon name="cal" />
            <span data-here />
          </a>{' '}
          <span lang="vi" data-title />
        </p>
        <p data-unread data-unread-words={t.unread} hidden>
          <a className="ic" href={path('/me/messages')}>
            <Icon name="bell" />
            <span data-here />
          </a>
        </p>
      </div>
    </aside>
  )
}
