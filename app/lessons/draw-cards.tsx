import * as React from 'react'
import { Children, Fragment, isValidElement, type ReactNode } from 'react'
import * as jsxRuntime from 'react/jsx-runtime'
import * as ReactDom from 'react-dom'
import { renderToStaticMarkup } from 'react-dom/server'
import type { Locale } from '#app/i18n/messages.ts'
import { WordsProvider } from '#app/i18n/words.tsx'
import { components } from '#app/lessons/components/index.ts'
import type { Block } from '#app/lessons/lesson-document.ts'

/**
 * Runs the compiled body (only ever of a tree that passed the allow-list) and draws what it returns: for each card, in
 * order, its blocks. Neighbouring pieces of HTML are one block.
 */
export function drawCards(code: string, language: Locale): Block[][] {
  const cards: Block[][] = []
  let waiting: ReactNode[] = []
  const draw = () => {
    const html = renderToStaticMarkup(<WordsProvider locale={language}>{waiting}</WordsProvider>).trim()
    if (html !== '') cards.at(-1)?.push({ kind: 'html', html })
    waiting = []
  }
  for (const child of bodyOf(code)) {
    if (isValidElement<{ id: string }>(child) && child.type === CardHead) {
      draw()
      cards.push([])
    } else if (isValidElement<{ id: string }>(child) && child.type === QuestionPlace) {
      draw()
      cards.at(-1)?.push({ kind: 'question', question: child.props.id })
    } else waiting.push(child)
  }
  draw()
  return cards
}

/** Never drawn: they mark where a card begins and where a question stands. */
function CardHead() {
  return null
}

function QuestionPlace(_: { id: string }) {
  return null
}

function bodyOf(code: string): ReactNode[] {
  const compiled: unknown = new Function('React', 'ReactDOM', '_jsx_runtime', code)(React, ReactDom, jsxRuntime)
  if (!isModule(compiled)) throw new Error('mdx-bundler returned no component')
  const body = compiled.default({ components: { ...components, CardHead, QuestionPlace } })
  const isMany = isValidElement<{ children?: ReactNode }>(body) && body.type === Fragment
  return Children.toArray(isMany ? body.props.children : body)
}

function isModule(value: unknown): value is { default: (props: object) => ReactNode } {
  return typeof value === 'object' && value !== null && 'default' in value && typeof value.default === 'function'
}
