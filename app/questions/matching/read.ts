import type { RootContent, Table, TableCell, TableRow } from 'mdast'
import type { MatchingSpec } from '#app/questions/matching/spec.ts'
import { optionId } from '#app/questions/option-id.ts'
import { placeOf } from '#app/questions/place-of.ts'
import type { QuestionNode } from '#app/questions/question-node.ts'
import { looksLike } from '#app/questions/typed/looks-like.ts'

export function readMatching(node: QuestionNode): MatchingSpec {
  const [table, second] = node.children.filter(isTable)
  if (!table) return node.refuse(node, 'matching-table-missing')
  if (second) node.refuse(placeOf(node, second), 'matching-table-twice')
  const [head, ...rows] = table.children.map((row) => readRow(node, row))
  const { lefts, rights } = readPairs(node, rows)
  if (lefts.length < 2 || lefts.length > 12 || rights.length < 2 || rights.length > 12) {
    node.refuse(placeOf(node, table), 'matching-count', { lefts: String(lefts.length), rights: String(rights.length) })
  }
  return { leftHead: head?.leftText ?? '', rightHead: head?.rightText ?? '', lefts, rights }
}

/** Everything but the table. */
export function besideTable(node: QuestionNode): RootContent[] {
  return node.children.filter((child) => !isTable(child))
}

function isTable(child: RootContent): child is Table {
  return child.type === 'table'
}

type Row = { row: TableRow; left: TableCell; leftText: string; rightText: string }

function readRow(node: QuestionNode, row: TableRow): Row {
  const [left, right, third] = row.children
  if (!left || !right || third) return node.refuse(placeOf(node, row), 'matching-columns')
  return { row, left, leftText: plain(node, left), rightText: plain(node, right) }
}

function plain(node: QuestionNode, cell: TableCell): string {
  return node.text(cell.children).trim().replace(/\s+/g, ' ')
}

function readPairs(node: QuestionNode, rows: Row[]): Pick<MatchingSpec, 'lefts' | 'rights'> {
  const lefts = new Map<string, MatchingSpec['lefts'][number]>()
  const rights = new Map<string, MatchingSpec['rights'][number]>()
  // Rows with an empty left cell come last, so that what fits nothing is known to fit nothing.
  for (const { row, left, leftText, rightText } of [...rows].sort(
    (a, b) => Number(a.leftText === '') - Number(b.leftText === ''),
  )) {
    const at = placeOf(node, row)
    if (rightText === '') node.refuse(at, 'matching-right-missing', { left: leftText })
    const looks = looksLike(rightText)
    if (leftText === '' && rights.has(looks)) node.refuse(at, 'matching-extra-fits', { right: rightText })
    const right = rights.get(looks) ?? { id: optionId(node.id, `> ${rightText}`), text: rightText }
    rights.set(looks, right)
    if (leftText === '') continue
    if (lefts.has(looksLike(leftText))) node.refuse(at, 'matching-left-twice', { left: leftText })
    lefts.set(looksLike(leftText), { id: optionId(node.id, leftText), html: node.html(left.children), right: right.id })
  }
  return { lefts: distinct(node, [...lefts.values()]), rights: distinct(node, [...rights.values()]) }
}

function distinct<T extends { id: string }>(node: QuestionNode, sides: T[]): T[] {
  if (new Set(sides.map((side) => side.id)).size < sides.length) node.refuse(node, 'ids-collide')
  return sides
}
