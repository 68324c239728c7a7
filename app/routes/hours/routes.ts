import { route } from '@remix-run/route-config'

/** Hours of the year: learning elsewhere, the record for the personnel file, and who of a unit has enough. */
export function hoursRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/hours/${file}`, { id: `${prefix}hours/${file} ${path}` })
  return [
    page('me/credits', 'credits.tsx'),
    page('me/training-record', 'record.tsx'),
    page('me/training-record.xlsx', 'record-file.ts'),
    page('me/training-record.pdf', 'record-file.ts'),
    page('credits/:credit/evidence', 'evidence.ts'),
    page('units/:unit/hours', 'unit.tsx'),
    page('units/:unit/credits', 'waiting.tsx'),
    page('admin/people/:person/hours', 'person.tsx'),
    page('admin/people/:person/training-record.xlsx', 'record-file.ts'),
    page('admin/people/:person/training-record.pdf', 'record-file.ts'),
  ]
}
