import { route } from '@remix-run/route-config'

/** More time, waivers and pauses: asked for by learners, given by managers. */
export function exceptionRoutes(prefix: string) {
  const page = (path: string, file: string, more = '') =>
    route(path, `routes/exceptions/${file}`, { id: `${prefix}exceptions/${file}${more}` })
  return [
    page('me/requests', 'own-requests.tsx'),
    page('units/:unit/requests', 'requests.tsx'),
    page('units/:unit/exceptions', 'giving.tsx'),
    page('units/:unit/exceptions/new', 'giving.tsx', '#new'),
    page('exceptions/:exception', 'exception.tsx'),
  ]
}
