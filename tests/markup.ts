export type Markup = { name: string; attributes: Record<string, string>; children: Array<Markup | string> }

const empties = new Set('area base br col hr img input link meta source track wbr'.split(' '))
const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: '\u00a0' }

/** HTML as React writes it, as a tree. Anything a browser would have to guess at throws. */
export function markupOf(html: string): Markup {
  const root: Markup = { name: '', attributes: {}, children: [] }
  const open = [root]
  for (const [whole, end, name = '', written = ''] of html.matchAll(
    /<(\/?)([a-zA-Z][\w-]*)((?:\s+[^\s=>"]+(?:="[^"]*")?)*)\s*\/?>|[^<]+|</g,
  )) {
    const inside = open.at(-1)
    if (whole === '<' || !inside) throw new Error(`not closed or not opened: ${html.slice(0, 200)}`)
    if (name === '') inside.children.push(decoded(whole))
    else if (end && inside.name !== name) throw new Error(`</${name}> inside <${inside.name}>`)
    else if (end) open.pop()
    else {
      const element = { name, attributes: attributesIn(written), children: [] }
      inside.children.push(element)
      if (!empties.has(name)) open.push(element)
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)?.name}> is never closed`)
  return root
}

/** The element and everything in it, in the order of the page. */
export function elementsIn(element: Markup): Markup[] {
  return [element, ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child)))]
}

/** What is said of it: text that is not hidden from assistive tools, spaces made one. */
export function textOf(element: Markup | string): string {
  return rawText(element).replace(/\s+/g, ' ').trim()
}

function rawText(node: Markup | string): string {
  if (typeof node === 'string') return node
  if (isHidden(node)) return ''
  if (node.name === 'img') return node.attributes.alt ?? ''
  const inner = node.children.map(rawText).join('')
  return inline.has(node.name) ? inner : ` ${inner} `
}

const inline = new Set('a abbr b bdi code del em i label mark s small span strong sub sup u'.split(' '))

export function isHidden({ name, attributes }: Markup): boolean {
  return attributes['aria-hidden'] === 'true' || 'hidden' in attributes || name === 'template'
}

function attributesIn(written: string): Record<string, string> {
  return Object.fromEntries(
    [...written.matchAll(/([^\s=>"]+)(?:="([^"]*)")?/g)].map(([, name = '', value = '']) => [
      name.toLowerCase(),
      decoded(value),
    ]),
  )
}

function decoded(text: string): string {
  return text
    .replace(/&#x([0-9a-f]+);/gi, (_, digits: string) => String.fromCodePoint(Number.parseInt(digits, 16)))
    .replace(/&#(\d+);/g, (_, digits: string) => String.fromCodePoint(Number(digits)))
    .replace(/&(amp|lt|gt|quot|nbsp);/g, (whole, name: string) => entities[name] ?? whole)
}
