import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node'
import { write } from '#app/db/db.server.ts'
import { openSession } from '#app/people/open-session.server.ts'
import type { Role } from '#app/people/person.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import { usualPreferences } from '#app/web/preferences.ts'
import { aPerson } from '#tests/factories.ts'
import { aUnit, done } from '#tests/units.ts'

const context = { script: null, preferences: usualPreferences, isPublic: false }
const root = 'command-line' as const

/** Somebody of a role, signed in. */
export async function as(role: Role) {
  const who = await aPerson({ role })
  const token = await write((tx) => openSession(tx, who, { device: '?', isShared: false }, new Date()))
  return { id: who.id, role, token }
}

/** A commune, and the manager who looks after it. */
export async function aCommune() {
  const manager = await as('manager')
  const unit = await aUnit({ type: 'xa' })
  const holding = {
    personId: manager.id,
    unitId: unit,
    role: 'manager' as const,
    fromDay: '2021-01-01',
    reason: 'QĐ 1',
  }
  done(await appoint(root, holding))
  return { ...manager, who: { id: manager.id, role: 'manager' as const }, unit }
}

type Asked = { path?: string; params?: Record<string, string>; form?: Record<string, string>; asked?: object }

/** A request as Remix hands it to a route. */
export function ask(
  token: string,
  { path = '/x', params = {}, form, asked }: Asked,
): ActionFunctionArgs & LoaderFunctionArgs {
  const headers = { cookie: `ben-so=${token}` }
  const sent = form ? { method: 'POST', body: new URLSearchParams(form), headers } : { headers }
  return {
    request: new Request(`http://benso.example${path}`, sent),
    params,
    context: { ...context, ...(asked && { asked }) },
  }
}

export const statusOf = (work: Promise<unknown>) =>
  work.then(
    (answer) => (answer instanceof Response ? answer.status : 200),
    (thrown: unknown) => (thrown instanceof Response ? thrown.status : 500),
  )
export const leadsTo = (outcome: unknown) => (outcome instanceof Response ? outcome.headers.get('location') : outcome)
