import { fileURLToPath } from 'node:url'

/**
 * How to fork a file of ours that runs beside the server: in the production build it stands next to it, built;
 * in tests and in development it is the source itself, run through tsx.
 * @param built its name in build/server, without ending
 * @param source its path from the root of the repository
 */
export function entryPath(built: string, source: string, from = import.meta.url): { path: string; execArgv: string[] } {
  const here = fileURLToPath(from)
  const server = here.lastIndexOf('/build/server/')
  if (server !== -1) return { path: `${here.slice(0, server)}/build/server/${built}.js`, execArgv: [] }
  const app = here.lastIndexOf('/app/web/')
  if (app === -1) throw new Error(`neither built nor source: ${here}`)
  return { path: `${here.slice(0, app)}/${source}`, execArgv: ['--import', 'tsx'] }
}
