import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { drawPdf } from '#app/certificates/draw-pdf.server.ts'
import { factsOf } from '#app/certificates/facts.ts'
import { paperOf } from '#app/certificates/paper-of.server.ts'
import { keepLogo, logoFile } from '#app/web/logo.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'
import { aSheet } from '#tests/course-sheet.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'

const onePixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
const otherPixel = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='

function aLogo(base64: string): string {
  const folder = temporaryFolder('logo')
  writeFileSync(join(folder, 'logo.png'), Buffer.from(base64, 'base64'))
  return join(folder, 'logo.png')
}

const day = '2026-11-22'
const settings = settingsOn(day)
const issued = (logo: string | undefined) => {
  const dates = { completedOn: day, issuedOn: day, number: 1 }
  return factsOf({ fullName: 'Nguyễn Thị Bé Ba', sheet: aSheet(), settings: { ...settings, logo }, ...dates })
}
const pdfOf = (facts: ReturnType<typeof issued>) =>
  drawPdf(paperOf({ code: 'BS-7K4M-Q9TX', state: 'valid', facts }, 'https://benso.example'))

test('a logo is kept under the hash of its bytes, once', () => {
  const path = aLogo(onePixel)
  const hash = keepLogo(path)
  expect(hash).toMatch(/^[0-9a-f]{64}$/)
  expect(keepLogo(path)).toBe(hash)
  expect(readFileSync(logoFile(hash))).toEqual(readFileSync(path))
})

test('an issued paper is the same, byte for byte, when the logo is changed or lost afterwards', async () => {
  const path = aLogo(onePixel)
  const facts = issued(keepLogo(path))
  const before = await pdfOf(facts)

  writeFileSync(path, Buffer.from(otherPixel, 'base64'))
  const changed = keepLogo(path)
  expect(changed).not.toBe(facts.logo)
  rmSync(path)
  expect(await pdfOf(facts)).toEqual(before)
  expect(await pdfOf(issued(changed))).not.toEqual(before)
})

test('a paper issued without a logo gets none later; one that does not tell takes the logo of the settings of its day', () => {
  const without = issued(undefined)
  expect(without.logo).toBe('')
  expect(paperOf({ code: 'BS-7K4M-Q9TX', state: 'valid', facts: without }, 'x')).not.toHaveProperty('logo')
  const { logo, ...old } = without
  expect(paperOf({ code: 'BS-7K4M-Q9TX', state: 'valid', facts: old }, 'x').logo).toBe(settings.logo)
})
