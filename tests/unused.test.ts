import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'
import * as words from '#app/i18n/vi/index.ts'
import { readSource, type SourceFile, sourceFiles } from '#tests/source.ts'

const everywhere = [...['app', 'tests', 'bin'].flatMap(sourceFiles), readSource('server.ts')]
const app = everywhere.filter(({ path }) => path.startsWith('app/') && !/\.test\.tsx?$/.test(path))
const outsideOfWords = app.filter(({ path }) => !/^app\/i18n\/(vi|en)\//.test(path))
const code = outsideOfWords.map((file) => file.code).join('\n')

/** What tools and routes ask for by its name. */
const asked = /^(action|headers|handle|handleError|links|loader|meta|shouldRevalidate|ErrorBoundary)$/

test('what a file gives is taken somewhere', () => {
  const taken = new Map<string, Set<string>>()
  for (const { path: importer, imports } of everywhere)
    for (const { from, names } of imports) {
      const path = from.startsWith('.') ? join(dirname(importer), from) : from.slice(1)
      taken.set(path, new Set([...(taken.get(path) ?? []), ...names]))
    }
  const isTaken = (path: string, name: string) => taken.get(path)?.has(name) || opened.has(path) || asked.test(name)
  const opened = new Set(everywhere.flatMap(openedBy))
  const offenders = outsideOfWords.flatMap(({ path, code: text }) =>
    given(text).flatMap((name) => (isTaken(path, name) ? [] : [`${path}: ${name}`])),
  )

  expect(offenders).toEqual([])
})

/** Constants and functions; a type may tell what a function gives and be named nowhere else. */
function given(text: string): string[] {
  return [...text.matchAll(/^export (?:async )?(?:const|function\*?|class) (\w+)/gm)].map(([, name = '']) => name)
}

/** Of what is imported whole, or while the program runs, any part may be used. */
function openedBy({ code: text }: SourceFile): string[] {
  const found = text.matchAll(/import\(\s*['"]#([^'"]+)['"]|import \* as \w+ from ['"]#([^'"]+)['"]/g)
  return [...found].map(([, late, whole]) => late ?? whole ?? '')
}

test('the interface has no words that nothing shows', () => {
  const named = new Set(code.match(/[A-Za-z_$][\w$]*/g))
  const offenders = keysOf(words).filter((key) => /^\w+$/.test(key) && !/^\d+$/.test(key) && !named.has(key))

  expect(offenders).toEqual([])
})

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return []
  return Object.entries(value).flatMap(([key, inner]) => [key, ...keysOf(inner)])
}

test('the style sheet dresses nothing that no page has', () => {
  const quoted = [...code.matchAll(/"[^"\n]*"|'[^'\n]*'|`[^`]*`/g)].join(' ')
  const worn = new Set(quoted.match(/[\w-]+/g))
  const offenders = styleSheets().flatMap((text) => classesOf(text).filter((name) => !worn.has(name)))

  expect([...new Set(offenders)]).toEqual([])
})

function styleSheets(): string[] {
  return readdirSync('app', { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.css'))
    .map((name) => readFileSync(`app/${name}`, 'utf8').replace(/\/\*[\s\S]*?\*\//g, ''))
}

/** Of the selectors alone: what stands innermost in braces is no selector. */
function classesOf(text: string): string[] {
  const selectors = text.replace(/@import [^;]+;/g, '').replace(/\{[^{}]*\}/g, ' ')
  return [...selectors.matchAll(/\.(-?[a-z_][\w-]*)/gi)].map(([, name = '']) => name)
}
