import type { LoaderFunctionArgs } from '@remix-run/node'

/** Every address that is none of ours; and the page of a failure that has no page of its own. */
export function loader({ context }: LoaderFunctionArgs) {
  throw new Response(null, { status: context.failure ?? 404 })
}

export const action = loader

/** Never rendered: the failure page of the root is. */
export default function Unknown() {
  return null
}
