import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { z } from 'zod'

const lock = z
  .object({
    packages: z.record(
      z.string(),
      z.object({
        license: z.string().optional(),
        resolved: z.string().optional(),
        optionalDependencies: z.record(z.string(), z.string()).optional(),
      }),
    ),
  })
  .parse(JSON.parse(readFileSync('package-lock.json', 'utf8')))
const packages = Object.entries(lock.packages).filter(([path]) => path !== '')

const permissive = new Set(
  `MIT MIT-0 Apache-2.0 BSD-2-Clause BSD-3-Clause ISC MPL-2.0 OFL-1.1 0BSD BlueOak-1.0.0 CC0-1.0 CC-BY-3.0 CC-BY-4.0
  Python-2.0 Zlib`.split(/\s+/),
)

/** Whose entry in the lock says something else, and why it may stay. */
const byName: Record<string, string> = {
  eval: 'MIT by its LICENSE file; its package.json writes it in the old way. Only Remix’s build uses it',
  'require-like': 'MIT by its README; written in the old way. Only the package eval uses it',
  format: 'MIT by its Readme.md; written in the old way. Only Remix’s build uses it',
}

test('every package may be used, changed and passed on by a public body', () => {
  const offenders = packages
    .filter(([path, { license }]) => !isPermissive(license ?? '') && !byName[nameOf(path)])
    .map(([path, { license }]) => `${path}: ${license ?? 'no licence named'}`)

  expect(offenders).toEqual([])
})

test('every exception is still in use', () => {
  const used = new Set(packages.map(([path]) => nameOf(path)))
  expect(Object.keys(byName).filter((name) => !used.has(name))).toEqual([])
})

test('the lock names no registry: whoever installs chooses the mirror', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined).map(([path]) => path)).toEqual([])
})

test('the lock holds the packages of other machines too: npm ci refuses one that leaves them out', () => {
  const held = new Set(packages.map(([path]) => nameOf(path)))
  const offenders = packages.flatMap(([path, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies)
      .filter((name) => !held.has(name))
      .map((name) => `${nameOf(path)} names ${name}`),
  )

  expect(offenders).toEqual([])
})

/** Of alternatives (OR) one must be permissive, of a combination (AND) all. */
function isPermissive(expression: string): boolean {
  return expression
    .replace(/[()]/g, '')
    .split(' OR ')
    .some((alternative) => alternative.split(' AND ').every((licence) => permissive.has(licence)))
}

function nameOf(path: string) {
  return path.replace(/^.*node_modules\//, '')
}
