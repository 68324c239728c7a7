import { type ActionFunctionArgs, data, redirect } from '@remix-run/node'
import { v7 as uuid } from 'uuid'
import { z } from 'zod'
import { flagsFrom, questionPath, submissionPath, withFlag } from '#app/attempts/flags.ts'
import { localPath } from '#app/i18n/local-path.ts'
import { attemptPage } from '#app/ledger/attempt-page.server.ts'
import { record } from '#app/ledger/record.server.ts'
import { requirePerson } from '#app/routes/actor.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

const mostQuestions = 1_000

const formSchema = z.object({
  event: z.uuid().catch(() => uuid()),
  question: z.string().min(1).max(120),
  edition: z.string().min(1).max(120),
  sequence: z.coerce.number().int().min(1).max(1_000_000).catch(1),
  place: z.coerce.number().int().min(1).max(mostQuestions).catch(1),
  flags: z.string().max(5_000).catch(''),
  flag: z.string().optional(),
  answered: z.string().max(10).catch(''),
  go: z
    .union([z.literal('submission'), z.coerce.number().int().min(1).max(mostQuestions)])
    .optional()
    .catch(undefined),
})

/** Nothing to see here by itself: back to the attempt. */
export function loader({ request, params }: ActionFunctionArgs) {
  return redirect(localPath(localeOf(request), `/attempts/${params.attempt}`))
}

/** POST /attempts/:attempt/answers: saves one answer and goes on, for readers without script. */
export async function action({ request, params }: ActionFunctionArgs) {
  const person = await requirePerson(request)
  const attempt = params.attempt ?? ''
  const fields = [...(await formDataOf(request))].filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  )
  const form = formSchema.safeParse(Object.fromEntries(fields))
  if (!form.success) throw data(null, { status: 400 })
  const { event: id, place, go, flags: marked, flag, answered, ...sent } = form.data
  const flags = withFlag(flagsFrom(marked, mostQuestions), place, flag !== undefined)
  const answer = fields.filter(([name, value]) => name.startsWith('answer.') && value !== '')
  const to = (path: string) => redirect(localPath(localeOf(request), path), 303)

  if (answer.length > 0 || answered !== '') {
    const at = new Date().toISOString()
    const event = { ...sent, id, at, attempt, kind: 'attempt.answered', fields: answer }
    const [receipt] = (await record(person, { events: [event] })).receipts
    if (receipt?.outcome === 'late') return to(`/attempts/${attempt}/result`)
    if (receipt?.outcome !== 'received') {
      found(await attemptPage(person, attempt))
      return to(`${questionPath(attempt, place, flags)}&refused=1`)
    }
  }
  return to(go === 'submission' ? submissionPath(attempt, flags) : questionPath(attempt, go ?? place, flags))
}
