import { createHmac } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Serving } from '#tests/e2e/serving.ts'

/** What stands at the foot of a letter to somebody: signed by the key of this server, which makes it when first asked. */
export async function refusalTokenOf({ url, folder }: Serving, personId: string): Promise<string> {
  await fetch(`${url}/unsubscribe/x`)
  const key = Buffer.from(readFileSync(join(folder, 'keys', 'refusals.key'), 'utf8').trim(), 'hex')
  const signature = createHmac('sha256', key).update(`refuse letters ${personId}`).digest().subarray(0, 16)
  return `${personId}.${signature.toString('base64url')}`
}
