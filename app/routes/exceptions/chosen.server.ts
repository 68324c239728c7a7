import { z } from 'zod'
import { exceptionKinds } from '#app/requirements/exceptions/exception.ts'
import { dayAfter } from '#app/requirements/exceptions/exception-form.ts'
import type { GiveForm } from '#app/requirements/exceptions/give.server.ts'
import { typed } from '#app/routes/people/form.server.ts'
import { formDataOf } from '#app/web/form-data.server.ts'

/** As many as an address can name; more than that are asked about in vain, and are refused when they are posted. */
const mostChosen = 300

const kindSchema = z.enum(exceptionKinds).catch('extension')

/** Who was chosen, and for what, by an address. */
export function chosenIn(query: URLSearchParams) {
  const kind = kindSchema.parse(query.get('kind'))
  return { kind, requirementId: query.get('requirement'), personIds: query.getAll('person').slice(0, mostChosen) }
}

const schema = z.object({
  kind: kindSchema,
  requirement: typed,
  fromDay: typed,
  /** The last day on which it holds; '': no end. */
  lastDay: typed,
  dueDay: typed,
  reason: typed,
  documentNumber: typed,
})

/** A form as it was sent, and as the verb takes it. */
export async function givingIn(request: Request): Promise<{ form: GiveForm; values: Record<string, string> }> {
  const sent = await formDataOf(request)
  const values = schema.parse(Object.fromEntries(sent))
  const { requirement: requirementId, lastDay, ...rest } = values
  const personIds = z.array(z.string()).catch([]).parse(sent.getAll('person'))
  return { form: { ...rest, requirementId, toDay: dayAfter(lastDay), personIds }, values }
}
