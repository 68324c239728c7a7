import { route } from '@remix-run/route-config'

/** Lists of people that are brought into units, and the slips with codes that come of them. */
export function importRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/imports/${file}`, { id: `${prefix}imports/${file} ${path}` })
  return [
    page('units/:unit/imports', 'lists.tsx'),
    page('units/:unit/codes', 'unit-codes.tsx'),
    page('imports/example.xlsx', 'example.ts'),
    page('imports/example.csv', 'example.ts'),
    page('imports/:batch', 'list.tsx'),
    page('imports/:batch/report.xlsx', 'report.ts'),
    page('imports/:batch/report.csv', 'report.ts'),
    page('imports/:batch/codes', 'codes.tsx'),
  ]
}
