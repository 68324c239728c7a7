import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { open, readdir, readFile, rename, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

export const manifestName = 'manifest.json'
export const sqliteCopy = 'ben-so.db'
export const rowsFolder = 'rows'

const ownPath = z.string().regex(/^(?!.*(^|\/)\.\.(\/|$))[^/\\\0][^\\\0]*$/, 'a path inside the backup')

const manifestSchema = z.strictObject({
  product: z.literal('ben-so'),
  format: z.literal(1),
  at: z.iso.datetime(),
  engine: z.enum(['sqlite', 'postgres']),
  /** How many migrations its schema has seen. */
  migrations: z.number().int().min(1),
  files: z.array(
    z.strictObject({
      path: ownPath,
      bytes: z.number().int().min(0),
      sha256: z.string().regex(/^[0-9a-f]{64}$/),
    }),
  ),
})

export type Manifest = z.infer<typeof manifestSchema>

/** Written last and renamed into place: a folder without a manifest is not a backup. */
export async function writeManifest(folder: string, facts: Pick<Manifest, 'at' | 'engine' | 'migrations'>) {
  const files: Manifest['files'] = []
  for (const path of await filesUnder(folder)) files.push({ path, ...(await fingerprint(join(folder, path))) })
  const manifest: Manifest = { product: 'ben-so', format: 1, ...facts, files }
  const beside = join(folder, `${manifestName}.new`)
  const file = await open(beside, 'wx', 0o600)
  try {
    await file.writeFile(`${JSON.stringify(manifest, null, 2)}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(beside, join(folder, manifestName))
  return manifest
}

/** Reads the manifest and compares every file it lists. */
export async function readManifest(folder: string): Promise<Manifest | { problem: string }> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => null)
  if (text === null) return { problem: `${folder} is not a whole backup: it has no ${manifestName}.` }
  const parsed = manifestSchema.safeParse(jsonOf(text))
  if (!parsed.success) return { problem: `${join(folder, manifestName)} is not a manifest of a backup.` }
  for (const { path, bytes, sha256 } of parsed.data.files) {
    const found = await fingerprint(join(folder, path)).catch(() => null)
    if (!found) return { problem: `The backup is not whole: ${path} is missing or cannot be read.` }
    if (found.bytes !== bytes || found.sha256 !== sha256)
      return { problem: `The backup was changed: ${path} is not what was backed up.` }
  }
  return parsed.data
}

export async function fingerprint(file: string): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of createReadStream(file)) {
    hash.update(chunk)
    bytes += chunk.length
  }
  return { bytes, sha256: hash.digest('hex') }
}

/** Paths of all files below a folder, relative to it, in a stable order, links followed. Folders that `skip` names are left out. */
export async function filesUnder(folder: string, skip = (_path: string, _names: string[]) => false, below = '') {
  const paths: string[] = []
  for (const name of (await readdir(join(folder, below))).sort()) {
    const path = below ? `${below}/${name}` : name
    const entry = await stat(join(folder, path))
    if (entry.isFile()) paths.push(path)
    else if (entry.isDirectory() && !skip(path, await readdir(join(folder, path))))
      paths.push(...(await filesUnder(folder, skip, path)))
  }
  return paths
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
