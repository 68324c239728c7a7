import { oneLine } from '#app/db/one-line.ts'

/** What waiting does not mend: files that cannot be, passwords and names that PostgreSQL does not know, a newer schema. */
const forGood = [
  'SQLITE_CANTOPEN',
  'SQLITE_NOTADB',
  'EACCES',
  'EISDIR',
  'ENOENT',
  'ENOTDIR',
  'EEXIST',
  'EROFS',
  '28000',
  '28P01',
  '3D000',
  'NEWER_SCHEMA',
]

/**
 * Why the database cannot be opened, in one line, and the exit code: 78 where somebody has to mend a setting, 1 where
 * starting again may do, as with a PostgreSQL that starts more slowly than we do.
 */
export function openingProblem(problem: unknown, databaseUrl: string): { line: string; exitCode: 1 | 78 } {
  const why = oneLine(problem)
  if (!forGood.includes(codeOf(problem)))
    return { line: `Cannot open the database DATABASE_URL="${databaseUrl}": ${why}`, exitCode: 1 }
  return { line: `Wrong setting DATABASE_URL="${databaseUrl}": ${why}`, exitCode: 78 }
}

function codeOf(problem: unknown): string {
  return problem instanceof Error && 'code' in problem ? String(problem.code) : ''
}
