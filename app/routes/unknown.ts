import { found } from '#app/web/found.server.ts'

/** Every address that is none of ours. */
export function loader() {
  return found(null)
}

export const action = loader
