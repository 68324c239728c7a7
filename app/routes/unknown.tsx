import { found } from '#app/web/found.server.ts'

/** Every address that is none of ours. */
export function loader() {
  return found(null)
}

export const action = loader

/** Never rendered: the failure page of the root is. */
export default function Unknown() {
  return null
}
