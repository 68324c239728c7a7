const elements = new Set(
  (
    'p h3 ul ol li strong em del code pre br hr a blockquote table thead tbody tr th td div section figure figcaption img ' +
    'span b mark dfn small label input audio video track details summary svg path'
  ).split(' '),
)

const attributes = new Set(
  (
    'class href rel src alt loading decoding role aria-label aria-hidden tabindex start type controls preload poster kind ' +
    'srcLang default viewBox focusable d data-minutes'
  ).split(' '),
)

const addresses =
  /^(https:\/\/[^\s"<>]+|mailto:[^\s"<>]+|tel:\+?\d+|#[a-z0-9-]+|\/courses\/@course\/media\/[a-z0-9.-]+)$/

/**
 * What in a piece of HTML is not on the list of what lessons are drawn with. Reads as strictly as a browser reads
 * leniently: whatever is not exactly a tag of ours or text without `<` is foreign.
 */
export function foreignIn(html: string): string[] {
  const foreign: string[] = []
  const open: string[] = []
  for (const [whole, end, name = '', written = '', slash] of html.matchAll(
    /<(\/?)([a-z0-9]+)((?: [\w-]+="[^"<>]*")*)(\/?)>|[^<]+|</g,
  )) {
    if (whole === '<') foreign.push(html.slice(0, 80))
    if (name === '') continue
    if (!elements.has(name)) foreign.push(`<${name}>`)
    for (const [, attribute = '', value = ''] of written.matchAll(/ ([\w-]+)="([^"]*)"/g)) {
      if (!attributes.has(attribute)) foreign.push(`${name} ${attribute}`)
      if (['href', 'src', 'poster'].includes(attribute) && !addresses.test(value.replaceAll('&amp;', '&')))
        foreign.push(value)
    }
    if (end) {
      if (open.pop() !== name) foreign.push(`</${name}>`)
    } else if (!slash) open.push(name)
  }
  return [...foreign, ...open]
}
