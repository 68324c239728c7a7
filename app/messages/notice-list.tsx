import { formatMoment } from '#app/i18n/day.ts'
import { useLocale, usePath, useWords } from '#app/i18n/words.tsx'
import type { NoticeShown } from '#app/messages/notices.server.ts'
import { Icon } from '#app/ui/icon.tsx'

type Props = { notices: NoticeShown[]; unread: number; next: string | null }

/** What one was told; what is not read yet says so in words. */
export function NoticeList({ notices, unread, next }: Props) {
  const t = useWords().telling
  const [path, locale] = [usePath(), useLocale()]
  const [newest] = notices
  if (!newest) return <p role="status">{t.none}</p>
  return (
    <>
      {unread > 0 ? (
        <form className="row apart" method="post" action={path('/me/messages/reading')}>
          <strong>{t.unread(unread)}</strong>
          <input type="hidden" name="upTo" value={newest.id} />
          <button type="submit" className="btn">
            <Icon name="check" />
            {t.readAll}
          </button>
        </form>
      ) : null}
      <ul className="plain flow-s">
        {notices.map((notice) => (
          <li key={notice.id} className="card flow-s">
            <div>
              <strong>{notice.subject}</strong> {notice.readAt ? null : <span className="tag due">{t.isNew}</span>}
            </div>
            {notice.body
              .split('\n')
              .filter((line) => line.trim() !== '')
              .map((line, place) => (
                <p key={place}>{line}</p>
              ))}
            <p className="soft small">{formatMoment(notice.createdAt, locale)}</p>
            {notice.path ? (
              <p>
                <a className="ic" href={path(notice.path)}>
                  <Icon name="next" />
                  {t.look}
                  <span className="hide">: {notice.subject}</span>
                </a>
              </p>
            ) : null}
          </li>
        ))}
      </ul>
      {next ? (
        <p>
          <a className="ic" href={`${path('/me/messages')}?before=${next}`}>
            {t.earlier}
          </a>
        </p>
      ) : null}
    </>
  )
}
