import { auditInTx } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import { tidyName } from '#app/people/name.ts'
import { type Authority, auditIdOf } from '#app/people/person.ts'
import { inChunks } from '#app/units/in-chunks.ts'
import { settleMainsInTx } from '#app/units/memberships/settle-mains-in-tx.server.ts'
import { adoptInTx } from '#app/units/reorganisations/adopt-in-tx.server.ts'
import { endUnitsInTx } from '#app/units/reorganisations/end-units-in-tx.server.ts'
import { makeUnitsInTx, nameInTx } from '#app/units/reorganisations/make-units-in-tx.server.ts'
import type { Plan } from '#app/units/reorganisations/plan.ts'
import { redrawLinesInTx } from '#app/units/reorganisations/redraw-lines-in-tx.server.ts'
import type { CarriedOut, Decision } from '#app/units/reorganisations/reorganisation.ts'
import { replaceStatesInTx } from '#app/units/reorganisations/replace-states-in-tx.server.ts'
import { transferInTx } from '#app/units/reorganisations/transfer-in-tx.server.ts'
import { reorganisationLinks, reorganisations } from '#app/units/schema.ts'
import { changedFrom } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'

type Deed = { who: Authority; plan: Plan; form: { decision: Decision }; now: Date }

/** Inner step: writes a plan, whole: units, their states and lines, people, roles, and the line of the audit. */
export async function applyInTx(tx: Transaction, { who, plan, form, now }: Deed): Promise<CarriedOut> {
  const day = form.decision.effectiveDay
  const reorganisationId = await noteInTx(tx, { who, plan, form, now })
  await makeUnitsInTx(tx, plan.made, day, now)
  const links = plan.links.map((link) => ({ ...link, reorganisationId, effectiveDay: day }))
  for (const chunk of inChunks(links)) await tx.insert(reorganisationLinks).values(chunk)
  for (const { unitId, facts, aliases = [] } of plan.changed) {
    const states = (await timelinesOf(tx, [unitId])).get(unitId) ?? []
    await replaceStatesInTx(tx, unitId, changedFrom(states, day, facts))
    await nameInTx(tx, unitId, aliases)
  }
  const adopted = await adoptInTx(tx, plan.adopted, day)
  await endUnitsInTx(tx, plan.ended, day)
  const moved = plan.changed.filter(({ facts }) => facts.parentId !== undefined).map(({ unitId }) => unitId)
  await redrawLinesInTx(tx, [...plan.made.map(({ unitId }) => unitId), ...moved, ...adopted, ...plan.ended])
  const people: string[] = []
  for (const transfer of plan.transfers) people.push(...(await transferInTx(tx, transfer, { day, reorganisationId })))
  await settleMainsInTx(tx, people)
  await auditInTx(tx, auditIdOf(who), {
    verb: `units.${plan.kind}`,
    subjectKind: 'reorganisation',
    subjectId: reorganisationId,
    after: { day, made: plan.made, ended: plan.ended, changed: plan.changed, people: new Set(people).size },
    reason: tidyName(`${form.decision.number} ${form.decision.note ?? ''}`),
  })
  return { reorganisationId, made: plan.made.map(({ unitId }) => unitId) }
}

async function noteInTx(tx: Transaction, { who, plan, form, now }: Deed): Promise<string> {
  const { number, day, effectiveDay, note } = form.decision
  const [row] = await tx
    .insert(reorganisations)
    .values({
      kind: plan.kind,
      decisionNumber: tidyName(number) || null,
      decisionDay: day || null,
      effectiveDay,
      note: tidyName(note ?? '') || null,
      madeAt: now,
      madeBy: auditIdOf(who),
      details: { made: plan.made, ended: plan.ended, changed: plan.changed, adopted: plan.adopted },
    })
    .returning({ id: reorganisations.id })
  if (!row) throw new Error('the reorganisation was not written')
  return row.id
}
