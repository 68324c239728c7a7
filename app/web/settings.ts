import type { Day } from '#app/i18n/day.ts'
import type { Locale } from '#app/i18n/messages.ts'

/** What pages and papers print from one day on. Read from content/settings.yaml, or from DATA_DIR/settings.yaml if the operator has one. */
export type Settings = {
  from: Day
  /** True while names are invented: papers then say at the foot that they prove nothing. */
  sample: boolean
  site: string
  issuer: Issuer
  signer: { title: string; name: string }
  /** Decisions that approved programmes; a course without one is printed without a word about it. */
  approvals: Approval[]
  /** PNG beside the settings file; once read the hash under which it is kept (logo.server.ts). */
  logo?: string | undefined
  help: { phone: string; hours: Record<Locale, string>; email: string }
  privacy: Privacy
  papers: PaperWording[]
  /** Printed names of the training categories, by code. */
  categories: Record<string, string>
  quotas: Quota[]
}

/** Whom to ask about one's own data, and by when the law wants it done. */
export type Privacy = {
  name: string
  phone: string
  email: string
  /** Working days for the first answer; days for the rest. */
  deadlines: { answer: number; seeOrMend: number; erase: number; withdraw: number }
  /** The law as it is cited. */
  basis: Record<Locale, string>
}

export type Issuer = {
  name: string
  /** As in the letterhead; printed in capitals. */
  heading: string
  parent: string
  /** Stands in the serial: 0123/2026/GCN-BS. */
  code: string
  place: string
}

/** No courses named: it covers all of them. */
export type Approval = { number: string; day: Day; courses: string[] }

export type PaperKind = 'confirmation' | 'completion'
export type PaperAudience = 'citizens' | 'workers' | 'officials' | 'enterprises'

/** The legal wording of one kind of paper for some audiences; the first that fits is used. */
export type PaperWording = {
  kind: PaperKind
  audiences: PaperAudience[]
  title: string
  /** Printed instead when an approving decision covers the course: the only place where CHỨNG CHỈ may stand. */
  approved?: string | undefined
  subtitle: string
  /** Follows the issuer's name: "chứng nhận". */
  lead: string
  sentence: string
}

/** Staff categories as a unit's people have them (units/unit.ts). */
export const quotaCategories = ['can_bo', 'cong_chuc', 'vien_chuc', 'nguoi_lao_dong', 'nguoi_dan'] as const
export type QuotaCategory = (typeof quotaCategories)[number]

/** Tiết, in halves at the finest, that people of a staff category owe each year, and by which rule, while it holds. */
export type Quota = { category: QuotaCategory; units: number; basis: string; from: Day; to?: Day | undefined }

/** The entry in force on a day: the last that has begun, or the first for days before all of them. Entries are in order. */
export function inForce(entries: readonly Settings[], day: Day): Settings {
  const entry = entries.findLast((candidate) => candidate.from <= day) ?? entries[0]
  if (!entry) throw new Error('settings hold no entry')
  return entry
}

export function approvalOf(settings: Settings, courseCode: string): Approval | undefined {
  return settings.approvals.find(({ courses }) => courses.length === 0 || courses.includes(courseCode))
}

export function wordingOf(settings: Settings, kind: PaperKind, audience: PaperAudience): PaperWording {
  const wording = settings.papers.find((paper) => paper.kind === kind && paper.audiences.includes(audience))
  if (!wording) throw new Error(`settings hold no wording for ${kind} and ${audience}`)
  return wording
}

/** What people of a staff category owe on a day; undefined: nothing. */
export function quotaOn({ quotas }: Pick<Settings, 'quotas'>, category: QuotaCategory, day: Day): Quota | undefined {
  return quotas.find((quota) => quota.category === category && quota.from <= day && (!quota.to || day <= quota.to))
}
