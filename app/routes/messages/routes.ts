import { route } from '@remix-run/route-config'

/** What people are told, how they want to be, and what became of it. */
export function messageRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/messages/${file}`, { id: `${prefix}messages/${file}` })
  return [
    page('me/messages', 'notices.tsx'),
    page('me/messages/reading', 'reading.ts'),
    page('me/messages/ways', 'ways.ts'),
    page('me/messages/calendar', 'calendar.tsx'),
    page('unsubscribe/:token', 'unsubscribe.tsx'),
    page('units/:unit/messages', 'deliveries.tsx'),
  ]
}
