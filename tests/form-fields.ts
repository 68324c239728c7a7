type Control = { tag: string; attributes: Record<string, string>; inside: string; at: number }

/** What a browser without script would send for the form fields in this HTML. */
export function formFields(html: string): Array<[name: string, value: string]> {
  return formControls(html).flatMap((control): Array<[string, string]> => {
    const { name = '', value = 'on', type } = control.attributes
    if (control.tag === 'select') return [[name, selectedValue(control.inside)]]
    if ((type === 'radio' || type === 'checkbox') && !('checked' in control.attributes)) return []
    return [[name, value]]
  })
}

export function formControls(html: string): Control[] {
  const found = html.matchAll(/<(input)((?:\s[\w-]+="[^"]*")*)\/?>|<(select)((?:\s[\w-]+="[^"]*")*)>(.*?)<\/select>/gs)
  return [...found].map((match) => {
    const [, input, inputAttributes, select, selectAttributes, inside] = match
    return {
      tag: input ?? select ?? '',
      attributes: attributesOf(inputAttributes ?? selectAttributes ?? ''),
      inside: inside ?? '',
      at: match.index,
    }
  })
}

/** Whether a label names the control: by its id, or by standing around it. */
export function isLabelled(html: string, control: Control): boolean {
  const { id } = control.attributes
  if (id !== undefined && html.includes(`for="${id}"`)) return true
  const before = html.slice(0, control.at)
  return before.lastIndexOf('<label') > before.lastIndexOf('</label>')
}

function selectedValue(options: string): string {
  const selected = /<option((?:\s[\w-]+="[^"]*")*\sselected=""(?:\s[\w-]+="[^"]*")*)>/.exec(options)?.[1]
  const first = /<option((?:\s[\w-]+="[^"]*")*)>/.exec(options)?.[1]
  return attributesOf(selected ?? first ?? '').value ?? ''
}

function attributesOf(text: string): Record<string, string> {
  const pairs = [...text.matchAll(/\s([\w-]+)="([^"]*)"/g)]
  return Object.fromEntries(pairs.map(([, name = '', value = '']) => [name, decoded(value)]))
}

function decoded(value: string): string {
  return value
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#x27;/g, "'")
    .replace(/&amp;/g, '&')
}
