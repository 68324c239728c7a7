import { route } from '@remix-run/route-config'

/** What units ask their people to learn: lists, drafts, what is published. */
export function requirementRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/requirements/${file}`, { id: `${prefix}requirements/${file}` })
  return [
    page('units/:unit/requirements', 'list.tsx'),
    page('units/:unit/requirements/new', 'new.tsx'),
    page('requirements/:requirement', 'requirement.tsx'),
    page('requirements/:requirement/draft', 'draft.tsx'),
    page('requirements/:requirement/people', 'people.tsx'),
  ]
}
