import { isMap, isNode, isScalar, LineCounter, parseDocument, visit } from 'yaml'

export type Place = { line: number; column: number }
export type Fault = Place & { message: string }

/** A value read from YAML, and where each part of it stands. */
export type PlainYaml = { value: unknown; placeOf(path: readonly PropertyKey[], of?: 'key' | 'value'): Place }

const deepestIndent = 40
const deepestBrackets = 10

/**
 * Reads YAML that is data and nothing else: one document (`silent` would let a second one pass), no anchors, no aliases, no tags, every key once.
 * Sharp edge: the parser builds a pattern as long as the nesting is deep, and 15,000 nested lists end the whole
 * process, so nesting is counted on the raw text first.
 */
export function readPlainYaml(text: string): PlainYaml | { faults: Fault[] } {
  const deep = findDeep(text)
  if (deep) return { faults: [deep] }

  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, schema: 'core', prettyErrors: false, logLevel: 'error' })
  const at = (offset = 0): Place => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  const faults: Fault[] = []
  visit(document, {
    Alias: (_, alias) => void faults.push({ ...at(alias.range?.[0]), message: notPlain }),
    Node: (_, node) => {
      if (node.anchor || node.tag) faults.push({ ...at(node.range?.[0]), message: notPlain })
    },
  })
  for (const problem of document.errors)
    faults.push({ ...at(problem.pos[0]), message: `YAML chưa đúng: ${problem.message.split('\n', 1).join('')}` })
  if (faults.length > 0) return { faults }
  if (!isMap(document.contents))
    return { faults: [{ line: 1, column: 1, message: 'Viết mỗi dòng một mục, như title: Tên khóa học' }] }

  const { contents } = document
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    placeOf: (path, of = 'value') => at(offsetOf(contents, path, of)),
  }
}

const notPlain = 'Không dùng &, * hay ! của YAML ở đây. Viết thẳng giá trị, để trong dấu ngoặc kép nếu cần'

function findDeep(text: string): Fault | null {
  let brackets = 0
  for (const [index, line] of text.split('\n').entries()) {
    const lead = /^[\s?:-]*/.exec(line)?.[0].length ?? 0
    for (const character of line) {
      if (character === '[' || character === '{') brackets++
      if (character === ']' || character === '}') brackets = Math.max(0, brackets - 1)
    }
    if (lead > deepestIndent || brackets > deepestBrackets)
      return { line: index + 1, column: 1, message: 'Lồng quá nhiều lớp. Viết gọn lại' }
  }
  return null
}

/** Where the value or key at this path begins; when it is not there, what stands around it. */
function offsetOf(
  contents: { getIn(path: unknown[], keepScalar: true): unknown },
  path: readonly PropertyKey[],
  of: 'key' | 'value',
): number {
  if (of === 'key') {
    const around = path.length === 1 ? contents : contents.getIn(path.slice(0, -1), true)
    const pair = isMap(around) ? around.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined
    if (isNode(pair?.key)) return pair.key.range?.[0] ?? 0
  }
  for (let depth = path.length; depth > 0; depth--) {
    const node = contents.getIn(path.slice(0, depth), true)
    if (isNode(node)) return node.range?.[0] ?? 0
  }
  return 0
}
