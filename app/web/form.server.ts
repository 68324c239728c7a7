import type { ZodType } from 'zod'

/** One sentence a field; the sentence is the schema's own message. */
export type Problems = Record<string, string>

export type ParsedForm<T> = { value: T } | { problems: Problems; values: Record<string, string> }

/** Parses a form at the edge. Repeated names become lists where the schema wants one. What was typed comes back, passwords never. */
export function parseForm<T>(schema: ZodType<T>, form: FormData): ParsedForm<T> {
  const given: Record<string, unknown> = {}
  for (const name of new Set(form.keys())) {
    const all = form.getAll(name).filter((entry) => typeof entry === 'string')
    given[name] = all.length > 1 ? all : all[0]
  }
  const parsed = schema.safeParse(given)
  if (parsed.success) return { value: parsed.data }

  const problems: Problems = {}
  for (const issue of parsed.error.issues) problems[String(issue.path[0] ?? 'form')] ??= issue.message
  const values = Object.fromEntries(
    Object.entries(given).filter(
      (entry): entry is [string, string] => typeof entry[1] === 'string' && !/password/i.test(entry[0]),
    ),
  )
  return { problems, values }
}
