import { open } from 'node:fs/promises'
import { openCsv } from '#app/intake/csv/open-csv.server.ts'
import { kindOf } from '#app/intake/reading/file-kind.ts'
import { limits } from '#app/intake/reading/limits.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'
import type { Table } from '#app/intake/reading/table.ts'
import { looksLikeList } from '#app/intake/reading/understand.ts'
import { openXlsx } from '#app/intake/xlsx/open-xlsx.server.ts'

/**
 * Opens whatever a file is as a table.
 * @throws RefusedFile with what it is instead
 */
export async function openTable(path: string, sheet?: string): Promise<Table> {
  const { head, size, directory } = await beginningOf(path)
  if (size > limits.fileBytes) throw new RefusedFile('too-large')
  const kind = kindOf(head)
  if (kind === 'zip') return openXlsx(path, sheet, looksLikeList)
  if (kind === 'text') return openCsv(path)
  throw new RefusedFile(kind === 'ole' ? oldOfficeKind(directory) : kind)
}

async function beginningOf(path: string) {
  const file = await open(path).catch((problem: unknown) => {
    throw new RefusedFile('missing', undefined, problem)
  })
  try {
    const stat = await file.stat()
    if (!stat.isFile()) throw new RefusedFile('missing')
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(stat.size, 64 * 1024)), 0, undefined, 0)
    const head = buffer.subarray(0, bytesRead)
    return { head, size: stat.size, directory: await directoryOf(file, stat.size, head) }
  } finally {
    await file.close()
  }
}

/** Old Office files keep the names of their parts in UTF-16, near the beginning or the end. */
async function directoryOf(file: Awaited<ReturnType<typeof open>>, size: number, head: Uint8Array): Promise<string> {
  if (head[0] !== 0xd0 || head[1] !== 0xcf) return ''
  const length = Math.min(size, 1024 * 1024)
  const { buffer } = await file.read(Buffer.alloc(length), 0, length, size - length)
  return Buffer.concat([head, buffer]).toString('latin1').replaceAll('\0', '')
}

function oldOfficeKind(directory: string) {
  if (directory.includes('EncryptedPackage')) return 'encrypted'
  if (directory.includes('WordDocument')) return 'word'
  return directory.includes('PowerPoint Document') ? 'slides' : 'old-excel'
}
