import type { ReactElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/messages.ts'
import { WordsProvider } from '#app/i18n/words.tsx'
import { elementsIn, isHidden, type Markup, markupOf, textOf } from '#tests/markup.ts'

/** A component drawn as HTML, and read the way a screen reader reads it. */
export function drawn(page: ReactElement, locale: Locale = 'vi') {
  const html = renderToStaticMarkup(<WordsProvider locale={locale}>{page}</WordsProvider>)
  const root = markupOf(html)
  const all = elementsIn(root).slice(1)
  const named = (name: string) => all.filter((element) => element.name === name)
  return {
    html,
    text: textOf(root),
    all,
    named,
    headings: all.filter(isHeading).map((heading) => `${heading.name} ${textOf(heading)}`),
    links: named('a').map((link) => [nameOf(link, all), link.attributes.href ?? '']),
    buttons: named('button')
      .filter((button) => !isHidden(button))
      .map((button) => nameOf(button, all)),
    /** Boxes to fill in or tick, by the name they are announced with: their values. */
    boxes: all.filter(isBox).map((box) => [nameOf(box, all), box.attributes.value ?? '']),
    /** What goes along with the form and nobody sees. */
    hiddenFields: Object.fromEntries(
      all
        .filter(({ name, attributes }) => name === 'input' && attributes.type === 'hidden')
        .map(({ attributes }) => [attributes.name ?? '', attributes.value ?? '']),
    ),
    /** Everything in it that stands in the way of somebody, or of the security policy. */
    troubles: troublesIn(root, all),
  }
}

const isHeading = ({ name }: Markup) => /^h[1-6]$/.test(name)

function isBox({ name, attributes }: Markup) {
  return name === 'select' || name === 'textarea' || (name === 'input' && attributes.type !== 'hidden')
}

function nameOf(element: Markup, all: Markup[]): string {
  const { id, 'aria-label': label, 'aria-labelledby': labelledBy } = element.attributes
  if (labelledBy)
    return labelledBy
      .split(' ')
      .map((key) => said(all.find(({ attributes }) => attributes.id === key)))
      .join(' ')
  if (label) return label
  const own = all.find(({ name, attributes }) => name === 'label' && id !== undefined && attributes.for === id)
  const around = all.find(({ name, children }) => name === 'label' && children.includes(element))
  return isBox(element) ? said(own ?? around) : textOf(element)
}

const said = (element: Markup | undefined) => (element ? textOf(element) : '')

function troublesIn(root: Markup, all: Markup[]): string[] {
  const ids = all.flatMap(({ attributes }) => attributes.id ?? [])
  const twice = ids.filter((id, place) => ids.indexOf(id) !== place).map((id) => `id ${id} twice`)
  return [
    ...twice,
    ...skippedHeadings(all),
    ...all.flatMap((element) => troublesOf(element, all, ids)),
    ...nested(root),
  ]
}

function troublesOf(element: Markup, all: Markup[], ids: string[]): string[] {
  const { name, attributes } = element
  const troubles = Object.keys(attributes).flatMap((key) =>
    key === 'style' || /^on/i.test(key) ? [`${name} carries ${key}`] : [],
  )
  for (const key of ['for', 'form', 'aria-labelledby', 'aria-describedby'])
    for (const target of attributes[key]?.split(' ') ?? [])
      if (!ids.includes(target)) troubles.push(`${name} ${key} points at ${target}, which is not there`)
  if (name === 'script' || name === 'style') troubles.push(`a ${name}`)
  if (name === 'img' && attributes.alt === undefined) troubles.push('a picture without alt')
  if (name === 'svg' && attributes['aria-hidden'] !== 'true' && attributes.role !== 'img')
    troubles.push('an icon that is read out')
  if (name === 'th' && attributes.scope === undefined) troubles.push(`th without scope: ${textOf(element)}`)
  if (isHidden(element)) return troubles
  if ((isBox(element) || name === 'a' || name === 'button' || isHeading(element)) && nameOf(element, all) === '')
    troubles.push(`${name} without a name`)
  if (/undefined|\[object|NaN|Invalid Date/.test(Object.values(attributes).join(' ')))
    troubles.push(`${name} says undefined`)
  return troubles
}

function skippedHeadings(all: Markup[]): string[] {
  const levels = all.filter(isHeading).map(({ name }) => Number(name[1]))
  return levels.flatMap((level, place) => {
    const before = levels[place - 1]
    return before !== undefined && level > before + 1 ? [`h${level} after h${before}`] : []
  })
}

/** Text that a page never says, and controls inside controls. */
function nested(root: Markup): string[] {
  const inner = elementsIn(root).filter(({ name }) => name === 'a' || name === 'button')
  const controls = inner.filter((element) =>
    elementsIn(element)
      .slice(1)
      .some(({ name }) => /^(a|button|input|select)$/.test(name)),
  )
  const words = /undefined|\[object Object\]|NaN|Invalid Date/.test(textOf(root)) ? ['says undefined'] : []
  return [...words, ...controls.map(({ name }) => `a control inside ${name}`)]
}
