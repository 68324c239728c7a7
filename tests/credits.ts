import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Authority } from '#app/people/person.ts'
import { addCredit } from '#app/requirements/hours/add-credit.server.ts'
import type { CreditForm } from '#app/requirements/hours/credit.ts'
import { temporaryFolder } from '#tests/temporary-folder.ts'
import { done } from '#tests/units.ts'

/** When the credits of tests are told. */
export const toldAt = new Date('2026-04-01T03:00:00Z')

/** A class of the political school, 10 tiết. */
export function aCreditForm(changes: Partial<CreditForm> = {}): CreditForm {
  return {
    title: 'Bồi dưỡng kiến thức quản lý nhà nước',
    provider: 'Trường Chính trị tỉnh',
    category: 'QLNN',
    hours: '10',
    form: 'onsite',
    paper: '12/GCN',
    beganDay: '2026-03-02',
    completedDay: '2026-03-20',
    ...changes,
  }
}

export const aPdf = '%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n'
export const aPng = Buffer.from('89504e470d0a1a0a0000000d4948445200000001', 'hex')

/** A file that was sent, called as it was. */
export function aFile(content: string | Uint8Array = aPdf, name = 'giấy chứng nhận.pdf') {
  const path = join(temporaryFolder('evidence'), 'sent')
  writeFileSync(path, content)
  return { path, name }
}

/** A credit that waits for the agency's word; its id. */
export async function aCredit(
  person: { id: string },
  changes: Partial<CreditForm> = {},
  { by = 'command-line' as Authority, content = aPdf as string | Uint8Array, at = toldAt } = {},
): Promise<string> {
  return done(await addCredit(by, person.id, aCreditForm(changes), aFile(content), at)).id
}
