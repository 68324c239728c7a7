import { eq } from 'drizzle-orm'
import { auditInTx } from '#app/audit/audit.server.ts'
import type { Transaction } from '#app/db/db.server.ts'
import type { Day } from '#app/i18n/day.ts'
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
import { packed } from '#app/units/reorganisations/withdrawal/kept-trace.server.ts'
import { pictureOf } from '#app/units/reorganisations/withdrawal/picture.server.ts'
import { type Places, type Trace, together } from '#app/units/reorganisations/withdrawal/trace.ts'
import { reorganisationLinks, reorganisations } from '#app/units/schema.ts'
import { changedFrom } from '#app/units/timeline.ts'
import { timelinesOf } from '#app/units/timelines.server.ts'
import { childrenFrom } from '#app/units/tree/children-from.server.ts'

type Deed = { who: Authority; plan: Plan; form: { decision: Decision }; now: Date }

/** Inner step: writes a plan, whole: units, their states and lines, people, roles, and the line of the audit. */
export async function applyInTx(tx: Transaction, { who, plan, form, now }: Deed): Promise<CarriedOut> {
  const day = form.decision.effectiveDay
  const reorganisationId = await noteInTx(tx, { who, plan, form, now })
  const unitIds = await touchedInTx(tx, plan, day)
  const before = await pictureOf(tx, unitIds, plan.ended)
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
  const steps: Places[] = []
  for (const transfer of plan.transfers) steps.push(await transferInTx(tx, transfer, { day, reorganisationId }))
  const places = together(steps)
  const people = new Set([...places.before, ...places.after].map(({ personId }) => personId))
  await settleMainsInTx(tx, [...people])
  const trace: Trace = { unitIds, before, after: await pictureOf(tx, unitIds, plan.ended), places }
  await tx
    .update(reorganisations)
    .set({ details: { ...detailsOf(plan), ...packed(trace) } })
    .where(eq(reorganisations.id, reorganisationId))
  await auditInTx(tx, auditIdOf(who), {
    verb: `units.${plan.kind}`,
    subjectKind: 'reorganisation',
    subjectId: reorganisationId,
    after: { day, made: plan.made, ended: plan.ended, changed: plan.changed, people: people.size },
    reason: tidyName(`${form.decision.number} ${form.decision.note ?? ''}`),
  })
  return { reorganisationId, made: plan.made.map(({ unitId }) => unitId) }
}

/** Every unit that the plan changes in any way, those it makes included. */
async function touchedInTx(tx: Transaction, plan: Plan, day: Day): Promise<string[]> {
  const units = [...plan.made, ...plan.changed].map(({ unitId }) => unitId)
  const children: string[] = []
  for (const { from, only } of plan.adopted)
    children.push(...(await childrenFrom(tx, from, day)).filter((unitId) => only?.includes(unitId) ?? true))
  return [...new Set([...units, ...plan.ended, ...children])]
}

function detailsOf({ made, ended, changed, adopted }: Plan) {
  return { made, ended, changed, adopted }
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
      details: detailsOf(plan),
    })
    .returning({ id: reorganisations.id })
  if (!row) throw new Error('the reorganisation was not written')
  return row.id
}
