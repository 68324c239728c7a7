import { route } from '@remix-run/route-config'

/** The tree of units, and each unit. */
export function unitRoutes(prefix: string) {
  const page = (path: string, file: string) => route(path, `routes/units/${file}`, { id: `${prefix}units/${file}` })
  return [page('units', 'tree.tsx'), page('units/:unit', 'unit.tsx')]
}
