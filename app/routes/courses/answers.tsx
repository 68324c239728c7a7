import { type ActionFunctionArgs, data } from '@remix-run/node'
import { useActionData, useParams } from '@remix-run/react'
import { v7 as uuidv7 } from 'uuid'
import { z } from 'zod'
import { practiceAnswer } from '#app/enrolments/practice-answer.server.ts'
import { usePath, useWords } from '#app/i18n/words.tsx'
import { record } from '#app/ledger/record.server.ts'
import { actorOf } from '#app/routes/actor.server.ts'
import { Practice } from '#app/routes/courses/practice.tsx'
import { Icon } from '#app/ui/icon.tsx'
import { Note } from '#app/ui/note.tsx'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

export const handle = { bare: true }

const formSchema = z.object({
  edition: z.string().max(120),
  question: z.string().max(120),
  event: z.uuid().catch(() => uuidv7()),
  at: z.iso.datetime({ offset: true }).catch(() => new Date().toISOString()),
})

/**
 * POST /courses/:course/:lesson/answers: marks and explains one practice question, and keeps the answer of who is signed in.
 * The page script sends the same form and takes `[data-reviewed]` out of the page.
 */
export async function action({ request, params }: ActionFunctionArgs) {
  const form = await formDataOf(request)
  const fields = [...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string')
  const parsed = formSchema.safeParse(Object.fromEntries(fields))
  if (!parsed.success) return data({ problem: 'badAnswer' as const }, { status: 400 })
  const { edition, question, event, at } = parsed.data
  const answer = found(
    await practiceAnswer(params.course ?? '', edition, params.lesson ?? '', question, fields, localeOf(request)),
  )
  if ('problem' in answer) return data({ problem: answer.problem }, { status: 422 })

  const person = await actorOf(request)
  const sent = { id: event, at, edition, lesson: params.lesson, question, kind: 'practice.answered' }
  const answerFields = fields.filter(([name]) => name.startsWith('answer.'))
  if (person) await record(person, { events: [{ ...sent, fields: answerFields }] })
  return data({ edition, isKept: person !== null, ...answer })
}

export default function Answer() {
  const outcome = useActionData<typeof action>()
  const { course = '', lesson = '' } = useParams()
  const t = useWords().lessonPage
  const path = usePath()
  return (
    <div className="wrap flow read">
      <h1>{t.answerTitle}</h1>
      {outcome === undefined ? null : 'problem' in outcome ? (
        <Note kind="warn" title={t[outcome.problem]} role="alert" />
      ) : (
        <Practice
          course={course}
          lesson={lesson}
          edition={outcome.edition}
          asked={outcome.asked}
          reviewed={outcome.reviewed}
        />
      )}
      <p>
        <a
          className="btn main"
          href={path(
            `/courses/${course}/${lesson}${outcome && 'isKept' in outcome && outcome.isKept ? '?mine' : ''}${outcome && 'asked' in outcome ? `#q-${outcome.asked.id}` : ''}`,
          )}
        >
          {t.backToLesson}
          <Icon name="next" />
        </a>
      </p>
    </div>
  )
}
