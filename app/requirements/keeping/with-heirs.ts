import type { Tree } from '#app/requirements/standing/audience.ts'

/** Some units, what took over from them, and from those. */
export function withHeirs(unitIds: readonly string[], { heirs }: Pick<Tree, 'heirs'>): string[] {
  const found = new Set(unitIds)
  for (const unitId of found) for (const heir of heirs.get(unitId) ?? []) found.add(heir)
  return [...found]
}
