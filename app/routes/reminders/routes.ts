import { route } from '@remix-run/route-config'

/** Whom no reminder reaches. */
export function reminderRoutes(prefix: string) {
  const file = 'routes/reminders/unreachable.tsx'
  return [route('units/:unit/unreachable', file, { id: `${prefix}reminders/unreachable.tsx` })]
}
