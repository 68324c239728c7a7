import { z } from 'zod'

/** Goes into a header. */
const token = z
  .string()
  .min(16)
  .regex(/^[!-~]+$/, 'must be of letters without marks, digits and signs, no spaces')

/** What the operator may set, read once at start. A wrong value stops the start with one line that names it. */
const environmentSchema = z.object({
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default('0.0.0.0'),
  PUBLIC_URL: z
    .url({ protocol: /^https?$/ })
    .refine(isOriginAlone, 'must be scheme and host alone, no path')
    .transform((url) => url.replace(/\/$/, ''))
    .optional(),
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .regex(/^(file:.+|postgres(ql)?:\/\/.+)$/, 'must begin with file: or postgres://')
    .refine(isAddress, 'is no address; special characters of a password are percent-encoded, # as %23')
    .default('file:./data/ben-so.db'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .refine(isDecodable, 'special characters of a password are percent-encoded, % as %25')
    .optional(),
  /** Where messages for SMS or Zalo are posted (docs/operations.md), and what is sent along as Authorization: Bearer. */
  GATEWAY_URL: z.url({ protocol: /^https?$/ }).optional(),
  GATEWAY_TOKEN: token.optional(),
  TRUST_PROXY: z.coerce.number().int().min(0).max(10).default(0),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  PROCESSES: z.coerce.number().int().min(1).max(256).optional(),
  METRICS_TOKEN: token.optional(),
})

export type Environment = z.infer<typeof environmentSchema>

/** Parses the settings; throws an Error whose message is one clear line. Empty strings count as not set. */
export function readEnvironment(source: Record<string, string | undefined>): Environment {
  const given = Object.fromEntries(Object.entries(source).filter(([, value]) => value !== undefined && value !== ''))
  const parsed = environmentSchema.safeParse(given)
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  const name = String(issue?.path[0] ?? 'environment')
  throw new Error(`Wrong setting ${name}=${JSON.stringify(shown(name, given[name]))}: ${issue?.message ?? 'invalid'}`)
}

function isAddress(url: string): boolean {
  return url.startsWith('file:') || URL.canParse(url)
}

function isOriginAlone(url: string): boolean {
  return URL.canParse(url) && new URL(url).href === `${new URL(url).origin}/`
}

function isDecodable(url: string): boolean {
  try {
    const { username, password } = new URL(url)
    return decodeURIComponent(username + password) !== null
  } catch {
    return false
  }
}

/** A wrong value as it may stand in a log: no token, nothing before the @ of an address, nothing after its question mark. */
export function shown(name: string, value: string | undefined): string | undefined {
  if (name.endsWith('_TOKEN')) return '…'
  return name.endsWith('_URL') ? value?.replace(/^([^/]*:\/\/)?.*@/, '$1…@').replace(/\?.*$/, '?…') : value
}

export const environment = readOrStop()

function readOrStop(): Environment {
  try {
    return readEnvironment(process.env)
  } catch (problem) {
    process.stderr.write(`${problem instanceof Error ? problem.message : String(problem)}\n`)
    process.exit(78)
  }
}

export const isPostgres = environment.DATABASE_URL.startsWith('postgres')

/** The SQLite file's path; only meaningful when the engine is SQLite. */
export const sqliteFile = environment.DATABASE_URL.replace(/^file:(\/\/)?/, '')
