import type { MetaDescriptor as Descriptor, EntryContext } from '@remix-run/node'

/** The first words of a page's title: what it shows is not written yet, or was not taken. */
export type AnswerWords = { preview: string; refused: string }

/** What is looked at of a page that Remix is about to render. */
type Page = {
  staticHandlerContext: {
    matches: ReadonlyArray<{ route: { id: string } }>
    actionData: Record<string, unknown> | null
    errors: unknown
  }
  routeModules: EntryContext['routeModules']
}

/**
 * A page that answers a form says so in its title: that it is a preview, or that something is wrong. The modules of a
 * page that answers none are given back as they are.
 */
export function titledByAnswer(remix: Page, status: number, words: AnswerWords): Page['routeModules'] {
  const { matches, actionData, errors } = remix.staticHandlerContext
  const id = matches.at(-1)?.route.id ?? ''
  const first = firstWords(actionData?.[id], status, words)
  const module = remix.routeModules[id]
  const meta = module?.meta
  if (errors || !first || !module || typeof meta !== 'function') return remix.routeModules
  const titled: typeof meta = (asked) => meta(asked).map((descriptor) => begun(descriptor, first))
  return { ...remix.routeModules, [id]: { ...module, meta: titled } }
}

function firstWords(answer: unknown, status: number, { preview, refused }: AnswerWords): string | null {
  if (status === 422) return refused
  const isPreview = typeof answer === 'object' && answer !== null && 'kind' in answer && answer.kind === 'preview'
  return isPreview ? preview : null
}

function begun(descriptor: Descriptor, first: string): Descriptor {
  return 'title' in descriptor ? { title: `${first}: ${descriptor.title}` } : descriptor
}
