import { redirect } from '@remix-run/node'
import { z } from 'zod'
import { localPath } from '#app/i18n/local-path.ts'
import { messages } from '#app/i18n/messages.ts'
import { boxOfRequirementProblem, formFrom } from '#app/requirements/asking/form-values.ts'
import type { Refused, RequirementForm } from '#app/requirements/asking/requirement-form.ts'
import { formOf } from '#app/routes/people/form.server.ts'
import { again } from '#app/routes/units/steps.server.ts'
import { found } from '#app/web/found.server.ts'
import { localeOf } from '#app/web/locale.ts'

type Write = (form: RequirementForm) => Promise<{ id: string } | Refused | null>

/** A draft is written, and shown with whom it would ask; or the boxes again, with what is wrong. */
export async function writing(request: Request, unitId: string, write: Write) {
  const values = await formOf(request, z.record(z.string(), z.string().catch('')))
  const form = formFrom(values, unitId)
  const outcome = found(await write(form))
  const locale = localeOf(request)
  if ('id' in outcome) throw redirect(localPath(locale, `/requirements/${outcome.id}`), 303)
  const words = messages(locale).asking.problems
  const said = outcome.problems.map((problem) => [boxOfRequirementProblem(problem, form.window.kind), words[problem]])
  return again(values, Object.fromEntries(said))
}
