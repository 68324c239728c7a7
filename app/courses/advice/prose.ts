import { SaxesParser } from 'saxes'

/** One run of words: a paragraph, an item, a cell. */
export type Prose = { blocks: string[]; tieng: number }

/** Drawn screens, messages shown side by side, captions and the meanings of terms: looked at, not read through. */
const aside = ['phone', 'pair', 'picture', 'meaning']
const inline = new Set(['a', 'b', 'strong', 'em', 'i', 'span', 'code', 'del', 'sup', 'dfn', 'abbr', 'mark', 'small'])

/** What is read of compiled HTML, block by block. `whole` counts what stands aside too. */
export function proseOf(html: string, whole = false): Prose {
  const blocks: string[] = []
  let words = ''
  let skipped = 0
  let drawn = 0 // within a drawn phone every row and button stands alone
  const end = () => {
    const text = words.replace(/\s+/g, ' ').trim()
    if (text !== '') blocks.push(text)
    words = ''
  }
  const reader = new SaxesParser({ fragment: true })
  reader.on('opentag', ({ name, attributes }) => {
    const classes = classesOf(attributes.class)
    if (drawn > 0 || classes.includes('phone')) drawn++
    if (drawn > 0 || !inline.has(name)) end()
    if (skipped > 0 || name === 'code' || (!whole && classes.some((one) => aside.includes(one)))) skipped++
  })
  reader.on('closetag', ({ name }) => {
    if (skipped > 0) skipped--
    if (drawn > 0 || !inline.has(name)) end()
    if (drawn > 0) drawn--
  })
  reader.on('text', (text) => {
    if (skipped === 0) words += text
  })
  reader.write(html).close()
  end()
  return { blocks, tieng: blocks.reduce((sum, block) => sum + tiengIn(block), 0) }
}

function classesOf(attribute: unknown): string[] {
  return typeof attribute === 'string' ? attribute.split(' ') : []
}

/** Tiếng: what stands between spaces and has a letter or a digit. */
export function tiengIn(text: string): number {
  return text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
}

/** A block's sentences: a full stop within a number or an address ends none. */
export function sentencesIn(block: string): string[] {
  return block.split(/(?<=[.!?…][”"’)]*)\s+/).filter((sentence) => tiengIn(sentence) > 0)
}
