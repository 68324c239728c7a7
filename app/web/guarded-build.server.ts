import type { ActionFunctionArgs, data, LoaderFunctionArgs, ServerBuild } from '@remix-run/node'
import { type Limit, siteLimits } from '#app/web/limits.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'

type Routes = ServerBuild['routes']
type Module = NonNullable<Routes[string]>['module']
type Args = LoaderFunctionArgs & ActionFunctionArgs

/**
 * The build with a guard before each loader and action: 429 for an address that tries too often, 503 while the machine
 * cannot write. Both are thrown, so that the root's failure page tells about them.
 */
export function guardedBuild(build: ServerBuild): ServerBuild {
  const routes: Routes = {}
  for (const [id, route] of Object.entries(build.routes))
    if (route) routes[id] = { ...route, module: guarded(route.module, (kind) => siteLimits(route.path, kind)) }
  return { ...build, routes }
}

function guarded(module: Module, limitOf: (kind: 'loader' | 'action') => Limit | null): Module {
  const { loader, action } = module
  return {
    ...module,
    ...(loader ? { loader: guard(loader, limitOf('loader')) } : {}),
    ...(action ? { action: guard(action, limitOf('action')) } : {}),
  }
}

function guard(handle: (args: Args) => unknown, limit: Limit | null) {
  return async (args: Args) => {
    const { address } = args.context
    if (limit && !limit.take(address)) throw new Response(null, { status: 429 })
    try {
      const answer = await handle(args)
      limit?.ended(address, statusOf(answer))
      return answer
    } catch (problem) {
      limit?.ended(address, statusOf(problem))
      if (!isOverloaded(problem)) throw problem
      logProblem(problem, 'the machine could not do it now')
      throw new Response(null, { status: 503 })
    }
  }
}

/** A response's, or that of Remix's `data(value, { status })`. A failure of ours is no miss of theirs. */
function statusOf(answer: unknown): number {
  if (answer instanceof Response) return answer.status
  return (isWithInit(answer) ? answer.init?.status : undefined) ?? 200
}

type WithInit = ReturnType<typeof data<unknown>>

function isWithInit(answer: unknown): answer is WithInit {
  return typeof answer === 'object' && answer !== null && 'type' in answer && answer.type === 'DataWithResponseInit'
}
