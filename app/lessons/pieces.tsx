import { createElement, Fragment, type ReactNode } from 'react'
import { components } from '#app/lessons/components/index.ts'
import { attributesOf, isComponent, type Node } from '#app/lessons/tree.ts'

/**
 * Markdown of a question as React elements, drawn with the same components as the lesson. The pieces of a question must
 * be finished HTML while it is read, so they cannot wait for the bundle. Knows exactly what the allow-list lets through.
 */
export function Pieces({ nodes }: { nodes: readonly Node[] }): ReactNode {
  return nodes.map((node, index) => <Fragment key={index}>{piece(node)}</Fragment>)
}

function piece(node: Node): ReactNode {
  const children = <Pieces nodes={node.children ?? []} />
  if (isComponent(node)) {
    const component = components[node.name ?? '']
    if (!component) throw new Error(`no component ${node.name}`)
    return createElement(component, attributesOf(node), children)
  }
  const simple = simpleTags[node.type]
  if (simple) return createElement(simple, null, children)
  switch (node.type) {
    case 'text':
      return node.value
    case 'inlineCode':
      return <code>{node.value}</code>
    case 'code':
      return (
        <pre>
          <code>{node.value}</code>
        </pre>
      )
    case 'break':
      return <br />
    case 'thematicBreak':
      return <hr />
    case 'link':
      return createElement(components.a ?? 'a', { href: node.url }, children)
    case 'list':
      return <List node={node} />
    case 'table':
      return <Table node={node} />
    default:
      throw new Error(`the allow-list let ${node.type} through`)
  }
}

const simpleTags: Readonly<Record<string, string>> = {
  paragraph: 'p',
  strong: 'strong',
  emphasis: 'em',
  delete: 'del',
  blockquote: 'blockquote',
  heading: 'h3',
}

function List({ node }: { node: Node }) {
  const isLoose = node.spread || node.children?.some((item) => item.spread)
  const items = (node.children ?? []).map((item, index) => (
    <li key={index}>
      <Pieces nodes={isLoose ? (item.children ?? []) : (item.children ?? []).flatMap(tight)} />
    </li>
  ))
  return node.ordered ? (
    <ol start={node.start === 1 ? undefined : (node.start ?? undefined)}>{items}</ol>
  ) : (
    <ul>{items}</ul>
  )
}

function tight(node: Node): Node[] {
  return node.type === 'paragraph' ? (node.children ?? []) : [node]
}

function Table({ node }: { node: Node }) {
  const [head, ...rows] = node.children ?? []
  return (
    <table>
      <thead>
        <tr>
          {head?.children?.map((cell, index) => (
            <th key={index} className={classOf(cell)}>
              <Pieces nodes={cell.children ?? []} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row, index) => (
          <tr key={index}>
            {row.children?.map((cell, column) => (
              <td key={column} className={classOf(cell)}>
                <Pieces nodes={cell.children ?? []} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** Set by shapeTable. */
function classOf(cell: Node): string | undefined {
  return cell.data?.hProperties ? 'num' : undefined
}
