import type { ServerBuild } from '@remix-run/node'

type Site = Pick<ServerBuild, 'routes' | 'assets'>

/**
 * The build with only the routes that an address can mean, judged by its first word (its first two under /en).
 * Remix flattens and ranks every route it is given three times at each request: with our ninety that costs more than
 * rendering the page. An address whose first word no route names exactly, coded or in capitals, gets all of them.
 */
export function nearestRoutes<Build extends Site>(build: Build): (path: string) => Build {
  const ids = Object.keys(build.routes)
  const words = new Set(ids.map((id) => wordOfRoute(pathOf(build, id))))
  const near = new Map<string | null, Build>()
  for (const word of words) {
    if (word === null) continue
    const fitting = ids.filter((id) => [word, null].includes(wordOfRoute(pathOf(build, id))))
    near.set(word, only(build, withParents(build, fitting)))
  }
  return (path) => near.get(firstWord(path)) ?? build
}

/** Null: it begins with what may be any word. */
function wordOfRoute(path: string): string | null {
  const word = firstWord(`/${path}`)
  return word === '' || /[:*?]/.test(word) ? null : word
}

/** Sharp edge: a route's path is relative to its parent's. */
function pathOf(build: Site, id: string): string {
  const route = build.routes[id]
  if (!route) return ''
  const parent = route.parentId ? pathOf(build, route.parentId) : ''
  return [parent, route.path ?? ''].filter((part) => part !== '').join('/')
}

function firstWord(path: string): string {
  const [, first = '', second = ''] = path.split(/[/?#]/, 3)
  return first === 'en' && second !== '' ? `en/${second}` : first
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
