import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Quota, quotaCategories, type Settings } from '#app/web/settings.ts'

const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .transform((text) => text.normalize('NFC'))
const day = z.iso.date()
const audience = z.enum(['citizens', 'workers', 'officials', 'enterprises'])
const days = z.number().int().min(1).max(365)
/** What the law of 1 January 2026 asks for, where an older file does not say: Luật 91/2025/QH15, Nghị định 356/2025/NĐ-CP. */
const deadlines2026 = { answer: 2, seeOrMend: 10, erase: 20, withdraw: 15 }
const basis2026 = {
  vi: 'Luật Bảo vệ dữ liệu cá nhân 91/2025/QH15 và Nghị định 356/2025/NĐ-CP, có hiệu lực từ 01/01/2026',
  en: 'the Law on Personal Data Protection 91/2025/QH15 and Decree 356/2025/NĐ-CP, in force since 1 January 2026',
}
const kinds = ['confirmation', 'completion'] as const
const regulatedWord = 'CHỨNG CHỈ'

const paper = z.strictObject({
  kind: z.enum(kinds),
  audiences: z.array(audience).min(1),
  title: line.refine((title) => !title.toLocaleUpperCase('vi').includes(regulatedWord), {
    message: `"${regulatedWord}" is a regulated word: write it under "approved", where a decision must cover the course`,
  }),
  approved: line.optional(),
  subtitle: line,
  lead: line,
  sentence: line,
})

const categoriesOf = {
  officials: ['can_bo', 'cong_chuc', 'vien_chuc'],
  workers: ['nguoi_lao_dong'],
  citizens: ['nguoi_dan'],
  enterprises: [],
} as const

const quota = z.strictObject({
  // Reckoned in halves: 39.5 and 40 are told apart.
  units: z.number().positive().max(2000).multipleOf(0.5),
  basis: line,
  from: day,
  to: day.optional(),
})
type QuotaInFile = z.infer<typeof quota> & ({ category: Quota['category'] } | { audience: keyof typeof categoriesOf })

const entry = z.strictObject({
  from: day,
  sample: z.boolean(),
  site: line,
  issuer: z.strictObject({
    name: line,
    heading: line,
    parent: line,
    code: z.string().regex(/^[A-ZĐ0-9][A-ZĐ0-9-]{0,19}$/, 'capitals, digits and hyphens, such as GCN-BS'),
    place: line,
  }),
  signer: z.strictObject({ title: line, name: line }),
  approvals: z.array(z.strictObject({ number: line, day, courses: z.array(line).default([]) })).default([]),
  logo: z.string().endsWith('.png', 'must be a .png file').optional(),
  help: z.strictObject({ phone: line, hours: z.strictObject({ vi: line, en: line }), email: z.email() }),
  privacy: z.strictObject({
    name: line,
    phone: line,
    email: z.email(),
    deadlines: z.strictObject({ answer: days, seeOrMend: days, erase: days, withdraw: days }).default(deadlines2026),
    basis: z.strictObject({ vi: line, en: line }).default(basis2026),
  }),
  papers: z.array(paper).superRefine((papers, context) => {
    for (const kind of kinds)
      for (const who of audience.options)
        if (!papers.some((one) => one.kind === kind && one.audiences.includes(who)))
          context.addIssue({ code: 'custom', message: `no wording for ${kind} and ${who}` })
  }),
  categories: z.record(z.string(), line),
  quotas: z
    .array(z.union([quota.extend({ category: z.enum(quotaCategories) }), quota.extend({ audience })]))
    .default([])
    .transform((all): Quota[] => all.flatMap(byCategory)),
})

/** Files of the first year tell whom a quota is for by the audience of courses. */
function byCategory(one: QuotaInFile): Quota[] {
  if (!('audience' in one)) return [one]
  const { audience: whom, ...rule } = one
  return categoriesOf[whom].map((category) => ({ ...rule, category }))
}

const settingsFile = z
  .array(entry)
  .min(1)
  .superRefine((entries, context) => {
    for (const [at, { from }] of entries.entries())
      if (entries.slice(0, at).some((earlier) => earlier.from >= from))
        context.addIssue({ code: 'custom', path: [at, 'from'], message: 'entries stand in order, each day once' })
  })

/** Reads the text of a settings file; throws an Error whose message is one line that names the file and the place in it. */
export function readSettings(text: string, file: string): Settings[] {
  const parsed = settingsFile.safeParse(yamlOf(text, file))
  if (!parsed.success) {
    const issue = parsed.error.issues[0]
    throw new Error(`Wrong settings in ${file}: ${issue?.path.join('.') || 'file'}: ${issue?.message ?? 'invalid'}`)
  }
  return parsed.data.map((settings) => ({ ...settings, logo: logoPath(settings.logo, file) }))
}

/** Days come out as the text that was written, not as dates: the core schema knows no timestamps. */
function yamlOf(text: string, file: string): unknown {
  try {
    return parse(text, { schema: 'core' })
  } catch (problem) {
    const [message] = (problem instanceof Error ? problem.message : String(problem)).split('\n')
    throw new Error(`Wrong settings in ${file}: ${message}`)
  }
}

function logoPath(logo: string | undefined, file: string) {
  if (!logo) return undefined
  const path = resolve(dirname(file), logo)
  if (!existsSync(path)) throw new Error(`Wrong settings in ${file}: logo: there is no file ${path}`)
  return path
}
