import { expect, test } from 'vitest'
import { auditLinesAbout } from '#app/audit/lines-about.server.ts'
import { aliasesOf } from '#app/units/tree/aliases-of.server.ts'
import { searchUnits } from '#app/units/tree/search-units.server.ts'
import { setAliases } from '#app/units/tree/set-aliases.server.ts'
import { aPerson } from '#tests/factories.ts'
import { aUnit, manages } from '#tests/units.ts'

const root = 'command-line' as const
const reason = 'Công văn 5/SNV'

test('a unit is found by its other names, without tone marks too, until they are taken back', async () => {
  const unitId = await aUnit({ name: 'Sở Nông nghiệp và Môi trường' })
  const found = async (typed: string) =>
    ((await searchUnits(root, typed, '2026-07-01')) ?? []).map((unit) => unit.unitId)
  expect(await setAliases(root, { unitId, names: ['  SNNMT9 ', 'Sở Ruộng Rẫy', ''], reason })).toEqual({
    aliases: ['SNNMT9', 'Sở Ruộng Rẫy'],
  })
  expect(await found('so ruong ray')).toEqual([unitId])

  expect(await setAliases(root, { unitId, names: ['SNNMT9'], reason })).toEqual({ aliases: ['SNNMT9'] })
  expect(await found('so ruong ray')).toEqual([])
  expect(await found('snnmt9')).toEqual([unitId])
  const lines = await auditLinesAbout('unit', unitId)
  expect(lines.at(-1)).toMatchObject({
    verb: 'units.set-aliases',
    before: { aliases: ['SNNMT9', 'Sở Ruộng Rẫy'] },
    after: { aliases: ['SNNMT9'] },
  })
})

test('other names need a reason and an administrator, and are no longer than official ones', async () => {
  const manager = await aPerson({ role: 'manager' })
  const unitId = await manages(manager)
  const asked = { unitId, names: ['Tổ Một'], reason }
  expect(await setAliases({ id: manager.id, role: 'manager' }, asked)).toBeNull()
  expect(await setAliases(root, { ...asked, unitId: '11111111-1111-4111-8111-111111111111' })).toBeNull()
  expect(await setAliases(root, { ...asked, reason: ' ' })).toEqual({ problem: 'reason-needed' })
  expect(await setAliases(root, { ...asked, names: ['ê'.repeat(201)] })).toEqual({ problem: 'name-long' })
  expect(await aliasesOf(unitId)).toEqual([])
})
