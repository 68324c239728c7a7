import { data } from '@remix-run/node'
import { z } from 'zod'
import { typed } from '#app/routes/people/form.server.ts'
import { staffCategories } from '#app/units/unit.ts'

/** Every desk form is sent twice: to be looked at, then to be written; `edit` goes back to the boxes. */
export const step = z.enum(['preview', 'write', 'edit']).catch('preview')
export const category = z.enum(staffCategories).catch('cong_chuc')
export const uuid = z.uuid()
export { typed }

type Values = Record<string, string>

export type Edited = { problems: Record<string, string>; values: Values }

/** The form again, with what was typed; 422 when something is wrong with it. */
export function again(values: Values, problems: Record<string, string> = {}) {
  const isRefused = Object.keys(problems).length > 0
  return data({ kind: 'form' as const, problems, values }, { status: isRefused ? 422 : 200 })
}
