/** What is looked at of a build of Remix. */
type Site = {
  routes: Record<string, { path?: string | undefined; parentId?: string | undefined } | undefined>
  assets: { routes: Record<string, unknown> }
}

/**
 * The build with only the routes that an address can mean, judged by its first word (its first two under /en) and by how
 * many parts it has. Remix flattens and ranks every route it is given three times at each request: with our ninety that
 * costs more than rendering the page. An address that no route fits so, coded or in capitals, gets all of them.
 */
export function nearestRoutes<Build extends Site>(build: Build): (path: string) => Build {
  const ids = Object.keys(build.routes)
  const shapes = new Map(ids.map((id) => [id, pathOf(build, id)]))
  const near = new Map<string, Build>()
  for (const path of new Set(shapes.values())) {
    if (isLoose(path)) continue
    const fitting = ids.filter((id) => isLoose(shapes.get(id) ?? '') || keyOf(shapes.get(id) ?? '') === keyOf(path))
    near.set(keyOf(path), only(build, withParents(build, fitting)))
  }
  return (path) => near.get(keyOf(path)) ?? build
}

/** It begins with what may be any word, or may have more or fewer parts. */
function isLoose(path: string): boolean {
  return path === '' || /^:|[*?]/.test(path)
}

/** Sharp edge: a route's path is relative to its parent's. */
function pathOf(build: Site, id: string): string {
  const route = build.routes[id]
  if (!route) return ''
  const parent = route.parentId ? pathOf(build, route.parentId) : ''
  return [parent, route.path ?? ''].filter((part) => part !== '').join('/')
}

function keyOf(path: string): string {
  const [plain = ''] = path.split(/[?#]/, 1)
  const parts = plain.split('/')
  if (parts[0] === '') parts.shift()
  if (parts.at(-1) === '') parts.pop()
  const [first = '', second = ''] = parts
  return `${first === 'en' && second !== '' ? `en/${second}` : first} ${parts.length}`
}

function withParents(build: Site, ids: string[]): Set<string> {
  const all = new Set<string>()
  for (let id of ids) for (; id && !all.has(id); id = build.routes[id]?.parentId ?? '') all.add(id)
  return all
}

function only<Build extends Site>(build: Build, ids: Set<string>): Build {
  const keep = <Route>(routes: Record<string, Route | undefined>) =>
    Object.fromEntries(Object.entries(routes).filter(([id]) => ids.has(id)))
  return { ...build, routes: keep(build.routes), assets: { ...build.assets, routes: keep(build.assets.routes) } }
}
