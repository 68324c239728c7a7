import { bundleMDX } from 'mdx-bundler'
import remarkGfm from 'remark-gfm'
import type { QuestionNode } from '#app/questions/question-node.ts'

/** How a test learns that a question was refused: the code, and the line in the source. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly line: number,
    readonly values: Record<string, string>,
  ) {
    super(code)
  }
}

type Tree = {
  type: string
  name?: string
  value?: string
  url?: string
  ordered?: boolean
  attributes?: Array<{ name: string; value: string | null }>
  children?: Tree[]
  position?: { start: { line: number; column: number } }
}

/** The questions of an MDX source, parsed as the compiler parses them, with a plain writer of HTML. */
export async function questionNodes(source: string): Promise<Array<{ kind: string; node: QuestionNode }>> {
  let tree: Tree = { type: 'root' }
  await bundleMDX({
    source,
    mdxOptions: (options) => ({
      ...options,
      remarkPlugins: [
        remarkGfm,
        () => (root: Tree) => {
          tree = structuredClone(root)
        },
      ],
    }),
  })
  return (tree.children ?? []).filter((child) => child.name === 'Question').map(questionNode)
}

function questionNode(element: Tree): { kind: string; node: QuestionNode } {
  const attributes = Object.fromEntries((element.attributes ?? []).map(({ name, value }) => [name, value ?? true]))
  const children = (element.children ?? []).filter((child) => child.name !== 'Why')
  const { line = 0, column = 0 } = element.position?.start ?? {}
  const node = {
    id: String(attributes.id),
    attributes,
    children,
    line,
    column,
    html: (trees: Tree[]) => trees.map(html).join(''),
    text: (trees: Tree[]) => trees.map(text).join('').trim(),
    refuse(at: { line: number }, code: string, values: Record<string, string> = {}): never {
      throw new Refused(code, at.line, values)
    },
  }
  return { kind: String(attributes.kind), node: asQuestionNode(node) }
}

/** The one place where the parser's loose tree is taken for the typed one. */
function asQuestionNode(node: unknown): QuestionNode {
  return node as QuestionNode
}

const tags: Record<string, string> = { paragraph: 'p', strong: 'strong', emphasis: 'em', inlineCode: 'code' }

function html(tree: Tree): string {
  const inside = tree.value === undefined ? (tree.children ?? []).map(html).join('') : encoded(tree.value)
  const tag = tags[tree.type]
  return tag ? `<${tag}>${inside}</${tag}>` : inside
}

function text(tree: Tree): string {
  return tree.value ?? (tree.children ?? []).map(text).join('')
}

function encoded(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')
}
