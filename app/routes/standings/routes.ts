import { route } from '@remix-run/route-config'

/** Who has learned what is asked of them: figures of a unit, its people, one of them. */
export function standingRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/standings/${file}`, { id: `${prefix}standings/${file} ${path}` })
  return [
    page('units/:unit/standings', 'figures.tsx'),
    page('units/:unit/standings.xlsx', 'file.ts'),
    page('units/:unit/standings.csv', 'file.ts'),
    page('units/:unit/standings/people', 'people.tsx'),
    page('units/:unit/learners/:person', 'learner.tsx'),
  ]
}
