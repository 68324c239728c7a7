import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { chmod, copyFile, mkdir, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { environment } from '#app/db/environment.server.ts'

/** The list as it was sent, readable by the owner of the server alone. */
export function fileOf(batchId: string): string {
  return join(folderOf(batchId), 'list')
}

export async function keepFile(batchId: string, path: string): Promise<void> {
  await mkdir(folderOf(batchId), { recursive: true, mode: 0o700 })
  await copyFile(path, fileOf(batchId))
  await chmod(fileOf(batchId), 0o600)
}

export async function removeFile(batchId: string): Promise<void> {
  await rm(folderOf(batchId), { recursive: true, force: true })
}

/** SHA-256, hex: the same list sent twice is known by it. */
export async function hashOfFile(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const piece of createReadStream(path)) hash.update(piece)
  return hash.digest('hex')
}

/** A place for a list while it arrives, readable by the owner of the server alone; whoever asked removes it. */
export async function placeForArriving(): Promise<string> {
  await mkdir(arriving(), { recursive: true, mode: 0o700 })
  return join(arriving(), randomUUID())
}

/** What broke off while it arrived, with the server that was taking it. */
export async function clearArriving(before: Date): Promise<void> {
  const names = await readdir(arriving()).catch(() => [])
  for (const name of names) {
    const path = join(arriving(), name)
    const file = await stat(path).catch(() => null)
    if (file && file.mtime < before) await rm(path, { force: true })
  }
}

function arriving(): string {
  return join(environment.DATA_DIR, 'intake', 'arriving')
}

function folderOf(batchId: string): string {
  return join(environment.DATA_DIR, 'intake', batchId)
}
