import { createHash } from 'node:crypto'
import type { Locale } from '#app/i18n/messages.ts'
import { compilerVersion } from '#app/lessons/compiler-version.ts'
import type { SourceKind } from '#app/lessons/lesson-document.ts'

type Input = {
  text: string
  kind: SourceKind
  language: Locale
  media: ReadonlySet<string>
  mediaHashes?: ReadonlyMap<string, string>
}

/**
 * The name under which a compiled document is stored: source, compiler, and the media that the source mentions
 * (found in the text, so that the hash is known before compiling).
 */
export function documentHash({ text, kind, language, media, mediaHashes }: Input): string {
  const mentioned = [...new Set(text.match(/media\/[a-z0-9.-]*[a-z0-9]/g) ?? [])].sort()
  const used = mentioned.map((path) => [path, mediaHashes?.get(path) ?? media.has(path)])
  return createHash('sha256')
    .update(JSON.stringify([compilerVersion, kind, language, used, text]))
    .digest('hex')
}
