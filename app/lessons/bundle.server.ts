import type { Plugin } from 'esbuild'
import { bundleMDX } from 'mdx-bundler'
import remarkGfm from 'remark-gfm'
import type { Node } from '#app/lessons/tree.ts'

/** Why the parser could not read a file: its own words, to be translated by parse-failure.ts. */
export type ParseFailure = { line: number; column: number; endLine: number; rule: string; reason: string }

/**
 * Compiles MDX to the code of a function body. `gate` runs first over the parsed tree: it may change it, or throw Stopped,
 * and then nothing is compiled. The source never holds front matter, nothing it names can be resolved or read.
 */
export async function bundle(
  source: string,
  gate: (tree: Node) => void,
): Promise<{ code: string } | { failure: ParseFailure } | 'stopped'> {
  let isStopped = false
  const firstPlugin = () => (tree: Node) => {
    try {
      gate(tree)
    } catch (stop) {
      isStopped = stop instanceof Stopped
      throw stop
    }
  }
  try {
    const { code } = await bundleMDX({
      source,
      // A delimiter that no lesson can hold: gray-matter, which runs `---js`, finds no front matter at all.
      grayMatterOptions: (options) => ({ ...options, delimiters: '\u0000\u0000\u0000', engines: {} }),
      mdxOptions: (options) => ({
        ...options,
        remarkPlugins: [firstPlugin, [remarkGfm, { singleTilde: false }]],
        rehypePlugins: [],
      }),
      esbuildOptions: (options) => ({
        ...options,
        logLevel: 'silent',
        minify: false,
        plugins: [onlyTheLesson, ...(options.plugins ?? [])],
      }),
    })
    return { code }
  } catch (problem) {
    if (isStopped) return 'stopped'
    const failure = failureOf(problem)
    if (failure) return { failure }
    throw problem
  }
}

export class Stopped extends Error {}

/** The lesson and React's runtime, which is handed in from outside; any other import would be a file. */
const onlyTheLesson: Plugin = {
  name: 'only-the-lesson',
  setup(build) {
    build.onResolve({ filter: /.*/ }, ({ kind, path }) => {
      if (kind === 'entry-point' || path === 'react/jsx-runtime') return undefined
      return { errors: [{ text: 'a lesson imports nothing' }] }
    })
  },
}

function failureOf(problem: unknown): ParseFailure | null {
  const [first] = list(field(problem, 'errors'))
  let message = field(first, 'detail')
  while (field(message, 'ruleId') === 'process-error') message = field(message, 'cause')
  const reason = field(message, 'reason')
  if (typeof reason !== 'string') return null
  const place = field(message, 'place')
  const start = field(place, 'start') ?? place
  const number = (value: unknown) => (typeof value === 'number' && value >= 1 ? value : 1)
  return {
    line: number(field(start, 'line')),
    column: number(field(start, 'column')),
    endLine: number(field(field(place, 'end') ?? start, 'line')),
    rule: String(field(message, 'ruleId') ?? ''),
    reason,
  }
}

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null && name in value ? Reflect.get(value, name) : undefined
}

function list(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
