import { usePath, useWords } from '#app/i18n/words.tsx'
import type { ExceptionKind, PersonProblem } from '#app/requirements/exceptions/exception.ts'
import { Note } from '#app/ui/note.tsx'

type Props = {
  kind: ExceptionKind
  given: Array<{ id: string; name: string }>
  left: Array<{ personId: string; name: string; problem: PersonProblem }>
}

/** Who was given it, each with the way to take it back, and who was left as they were, and why. */
export function GivenNote({ kind, given, left }: Props) {
  const t = useWords().exceptions
  const path = usePath()
  return (
    <>
      {given.length > 0 ? (
        <Note kind="right" role="status" title={t.give.done[kind](given.length)}>
          <p>{t.give.toldThem}</p>
          <ul className="plain">
            {given.map(({ id, name }) => (
              <li key={id}>
                <a className="ic" href={path(`/exceptions/${id}`)}>
                  {t.give.openOne(name)}
                </a>
              </li>
            ))}
          </ul>
        </Note>
      ) : null}
      {left.length > 0 ? (
        <Note kind="warn" role="status" title={given.length > 0 ? t.give.left(left.length) : t.give.nobodyDone}>
          <ul className="plain flow-s">
            {left.map(({ personId, name, problem }) => (
              <li key={personId}>{name ? t.desk.of(name, t.problems[problem]) : t.problems[problem]}</li>
            ))}
          </ul>
        </Note>
      ) : null}
    </>
  )
}
