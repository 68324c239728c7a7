import { stat } from 'node:fs/promises'
import { and, eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import { write } from '#app/db/db.server.ts'
import { dayOf } from '#app/i18n/day.ts'
import { hashOfFile } from '#app/intake/batch-file.server.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf, isSelf } from '#app/people/person.ts'
import type { CreditForm, CreditProblems, CreditState, EvidenceProblem } from '#app/requirements/hours/credit.ts'
import { readCredit } from '#app/requirements/hours/credit-form.ts'
import { evidenceBytes, keepEvidence } from '#app/requirements/hours/evidence-file.server.ts'
import { type EvidenceKind, evidenceKind } from '#app/requirements/hours/evidence-kind.server.ts'
import { isOpenAccount } from '#app/requirements/hours/kept-person.server.ts'
import { tellsTooMuch } from '#app/requirements/hours/tells-too-much.server.ts'
import { credits } from '#app/requirements/schema.ts'
import { looksAfter } from '#app/units/sight/looks-after.server.ts'
import { settingsOn } from '#app/web/settings.server.ts'

/** Where the evidence stands now; a copy is kept. */
export type SentFile = { path: string; name: string }
/** `again`: the same was told before, and stands as it did. */
export type AddedCredit = { id: string; state: CreditState; again: boolean } | { problems: CreditProblems }

/**
 * Tells of learning elsewhere, with evidence: by the learner, or for them by whoever looks after them. It counts once it is
 * confirmed. Null: not there, or not this actor's to do.
 */
export async function addCredit(
  actor: Authority,
  personId: string,
  form: CreditForm,
  file: SentFile,
  now = new Date(),
): Promise<AddedCredit | null> {
  if (!(await mayAdd(actor, personId, now))) return null
  const today = dayOf(now)
  const told = readCredit(form, today, Object.keys(settingsOn(today).categories))
  const evidence = (await tellsTooMuch(personId, now)) ? { problem: 'file-too-many' as const } : await looked(file)
  if ('problems' in told || 'problem' in evidence)
    return {
      problems: { ...('problems' in told && told.problems), ...('problem' in evidence && { file: evidence.problem }) },
    }
  await keepEvidence(evidence.evidenceHash, file.path)
  const row = { ...told, ...evidence, personId, addedAt: now, addedBy: auditIdOf(actor), state: 'provisional' as const }
  return write(async (tx) => {
    const [added] = await tx.insert(credits).values(row).onConflictDoNothing().returning({ id: credits.id })
    if (added) {
      const { category, halfHours, completedDay, evidenceHash } = row
      const line = { verb: 'hours.add-credit', subjectKind: 'person', subjectId: personId }
      await auditInTx(tx, row.addedBy, {
        ...line,
        after: { credit: added.id, category, halfHours, completedDay, evidenceHash },
      })
      return { id: added.id, state: row.state, again: false }
    }
    const [before] = await tx
      .select({ id: credits.id, state: credits.state })
      .from(credits)
      .where(
        and(
          eq(credits.personId, personId),
          eq(credits.folded, row.folded),
          eq(credits.completedDay, row.completedDay),
          eq(credits.evidenceHash, row.evidenceHash),
        ),
      )
    if (!before) throw new Error('a credit was there and is not')
    return { ...before, again: true }
  })
}

async function mayAdd(actor: Authority, personId: string, now: Date): Promise<boolean> {
  if (!(await isOpenAccount(personId))) return false
  return isSelf(actor, personId) || looksAfter(actor, personId, now)
}

type Looked = { evidenceHash: string; evidenceName: string; evidenceType: EvidenceKind; evidenceBytes: number }

async function looked({ path, name }: SentFile): Promise<Looked | { problem: EvidenceProblem }> {
  const file = await stat(path).catch(() => null)
  if (!file?.isFile() || file.size === 0) return { problem: 'file-missing' }
  if (file.size > evidenceBytes) return { problem: 'file-too-large' }
  const evidenceType = await evidenceKind(path)
  if (!evidenceType) return { problem: 'file-not-a-document' }
  const evidenceName = tidyName(name.slice(0, 1_000)).slice(-200)
  return { evidenceHash: await hashOfFile(path), evidenceName, evidenceType, evidenceBytes: file.size }
}
