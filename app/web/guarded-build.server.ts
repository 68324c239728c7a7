import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type ServerBuild } from '@remix-run/node'
import { type Limit, siteLimits } from '#app/web/limits.ts'
import { logProblem } from '#app/web/log-problem.server.ts'
import { isOverloaded } from '#app/web/overloaded.server.ts'
import { Unsent } from '#app/web/unsent.ts'

type Routes = ServerBuild['routes']
type Module = NonNullable<Routes[string]>['module']
type Args = LoaderFunctionArgs & ActionFunctionArgs

/**
 * The build with a guard before each loader and action: 429 for an address that tries too often, 503 while the machine
 * cannot write. Both are thrown, so that the root's failure page tells about them. What they give to a page stays here.
 */
export function guardedBuild(build: ServerBuild): ServerBuild {
  const routes: Routes = {}
  for (const [id, route] of Object.entries(build.routes))
    if (route) routes[id] = { ...route, module: guarded(route.module, (kind) => siteLimits(route.path, kind)) }
  return { ...build, routes }
}

function guarded(module: Module, limitOf: (kind: 'loader' | 'action') => Limit | null): Module {
  const { loader, action } = module
  const isPage = module.default !== undefined
  return {
    ...module,
    ...(loader ? { loader: guard(loader, limitOf('loader'), isPage) } : {}),
    ...(action ? { action: guard(action, limitOf('action'), isPage) } : {}),
  }
}

function guard(handle: (args: Args) => unknown, limit: Limit | null, isPage: boolean) {
  return async (args: Args) => {
    const { address } = args.context
    if (limit && !limit.take(address)) throw new Response(null, { status: 429 })
    try {
      const answer = await handle(args)
      limit?.ended(address, statusOf(answer))
      return isPage ? kept(answer) : answer
    } catch (problem) {
      limit?.ended(address, statusOf(problem))
      if (!isOverloaded(problem)) throw problem
      logProblem(problem, 'the machine could not do it now')
      throw new Response(null, { status: 503 })
    }
  }
}

/** Not sent: only rendered. A response is what it is. */
function kept(answer: unknown) {
  if (answer instanceof Response) return answer
  return isWithInit(answer) ? data(new Unsent(answer.data), answer.init ?? undefined) : new Unsent(answer)
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
