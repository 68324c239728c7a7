import { route } from '@remix-run/route-config'

/** The tree of units, each unit, its people and roles. */
export function unitRoutes(prefix: string) {
  const page = (path: string, file: string) => route(path, `routes/units/${file}`, { id: `${prefix}units/${file}` })
  return [
    page('units', 'tree.tsx'),
    page('units/top', 'top.tsx'),
    page('units/:unit', 'unit.tsx'),
    page('units/:unit/memberships', 'memberships.tsx'),
    page('units/:unit/reorganisations', 'reorganisations.tsx'),
    page('units/:unit/roles', 'roles.tsx'),
    page('units/:unit/sites', 'sites.tsx'),
    page('units/:unit/aliases', 'aliases.tsx'),
    page('reorganisations/:reorganisation', 'withdrawal.tsx'),
    page('roles/:holding', 'role.tsx'),
    page('memberships/:membership', 'membership.tsx'),
    page('memberships/:membership/end', 'membership-end.tsx'),
  ]
}
