import { data } from '@remix-run/node'
import { type ZodType, z } from 'zod'
import { formDataOf } from '#app/web/form-data.server.ts'

/** One box of a form; missing, repeated or a file counts as empty: what is wrong with it is said by the verb. */
export const typed = z.string().catch('')
export const ticked = z
  .string()
  .optional()
  .catch(undefined)
  .transform((value) => value !== undefined)

/** Reads a form. A body that is no form is a 400. */
export async function formOf<T>(request: Request, schema: ZodType<T>): Promise<T> {
  const form = await formDataOf(request)
  return schema.parse(Object.fromEntries(form))
}

const longestEcho = 500

export type Refusal = { problems: Record<string, string>; values: Record<string, string> }

/** 422: what is wrong, and what was typed, so that nobody types it twice; never a password. */
export function refusal(problems: Record<string, string>, values: Record<string, string | boolean>) {
  const kept = Object.entries(values).filter(([name, value]) => !/password|next|current/i.test(name) && value !== false)
  return data<Refusal>(
    { problems, values: Object.fromEntries(kept.map(([name, value]) => [name, String(value).slice(0, longestEcho)])) },
    { status: 422 },
  )
}
