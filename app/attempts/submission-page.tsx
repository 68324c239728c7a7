import { questionPath } from '#app/attempts/flags.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'

type Props = {
  id: string
  editionId: string
  person: string
  course: { title: string }
  count: number
  missing: number[]
  flags: number[]
}

/** Before handing in: what is still unanswered or marked. The main button hands in once nothing is; until then it leads back. */
export function SubmissionPage({ id, editionId, person, course, count, missing, flags }: Props) {
  const { attempts } = useWords()
  const t = attempts.submission
  const path = usePath()
  const isWhole = missing.length === 0
  const submit = (
    <button type="submit" className={isWhole ? 'btn main' : 'btn'}>
      <Icon name="check" />
      {isWhole ? t.submit : t.submitWith(missing.length)}
    </button>
  )
  return (
    <div
      className="wrap flow read"
      data-exam={id}
      data-submission
      data-edition={editionId}
      data-person={person}
      data-unsent={t.unsent}
    >
      <p className="soft">
        {attempts.exam} · {course.title}
      </p>
      <h1>{t.title}</h1>
      {missing.length > 0 ? (
        <Note kind="warn" title={t.missing(missing.length)}>
          <p>{t.missingNow}</p>
          <ul className="sheet">
            {missing.map((place) => (
              <li key={place}>
                <a href={path(questionPath(id, place, flags))}>
                  <span className="hide">{attempts.place(place)}</span>
                  <span aria-hidden="true">{place}</span>
                </a>
              </li>
            ))}
          </ul>
        </Note>
      ) : (
        <Note kind="right" title={t.all(count)} />
      )}
      {flags.length > 0 ? <p>{t.marked(flags.join(', '))}</p> : null}
      <p>{t.once}</p>
      <form method="post" action={path(`/attempts/${id}/submission`)} data-submit-once={t.sending}>
        <p role="status" data-state />
        <div className="row">
          {isWhole ? submit : null}
          <a className={isWhole ? 'btn' : 'btn main'} href={path(questionPath(id, missing[0] ?? 1, flags))}>
            <Icon name="prev" />
            {t.back}
          </a>
          {isWhole ? null : submit}
        </div>
      </form>
    </div>
  )
}
