import { constants } from 'node:fs'
import { copyFile, mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fingerprint } from '#app/db/backup-manifest.server.ts'

/** Copies a file where none stands, for its owner's eyes only, and reads the copy back to be sure. */
export async function copyVerified(from: string, to: string) {
  await mkdir(dirname(to), { recursive: true, mode: 0o700 })
  await copyFile(from, to, constants.COPYFILE_EXCL)
  const copy = await open(to, 'r+')
  try {
    await copy.chmod(0o600)
    await copy.sync()
  } finally {
    await copy.close()
  }
  const [source, kept] = [await fingerprint(from), await fingerprint(to)]
  if (source.sha256 !== kept.sha256) throw new Error(`${to} came out different from ${from}`)
}
