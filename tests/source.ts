import { readdirSync, readFileSync } from 'node:fs'

export type Import = { from: string; isTypeOnly: boolean; names: string[] }
export type SourceFile = { path: string; text: string; code: string; lines: number; imports: Import[] }

const statement =
  /(?:^|\n)\s*(?:import|export)\s+(type\s)?(?:([^'"]*?)\sfrom\s+)?['"]([^'"]+)['"]|\bimport\(\s*['"]([^'"]+)['"]\s*\)/g

/** Every TypeScript file below a folder, with what it imports. */
export function sourceFiles(folder: string): SourceFile[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => `${folder}/${name}`)
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path))
    .sort()
    .map(readSource)
}

/** One file, with what it imports. */
export function readSource(path: string): SourceFile {
  const text = readFileSync(path, 'utf8')
  const code = withoutComments(text)
  return { path, text, code, lines: text.trimEnd().split('\n').length, imports: importsIn(code) }
}

function importsIn(code: string): Import[] {
  return [...code.matchAll(statement)].map(([, type, names = '', from, dynamic]) => ({
    from: from ?? dynamic ?? '',
    isTypeOnly: type !== undefined,
    names: [...names.matchAll(/(?:type\s+)?(\w+)(?:\s+as\s+(\w+))?/g)].flatMap(([, name = '', alias]) =>
      alias ? [name, alias] : [name],
    ),
  }))
}

/** Sharp edge: `//` also stands in addresses, so only what follows a space or a line's beginning is a comment. */
function withoutComments(text: string) {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/(^|\s)\/\/.*$/gm, '$1')
}
