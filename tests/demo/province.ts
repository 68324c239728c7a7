import { oldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { thePeople } from '#app/units/nasty-set/people.server.ts'
import { calendar, dayAfter } from '#tests/demo/calendar.ts'
import { crowd } from '#tests/demo/crowd.ts'
import { Dice } from '#tests/demo/dice.ts'
import { oldEnterprises } from '#tests/demo/enterprises.ts'
import { learning } from '#tests/demo/learning.ts'
import { the1stOfJuly2025 } from '#tests/demo/merger.ts'
import { newOffices } from '#tests/demo/offices.ts'
import { oldCommunes } from '#tests/demo/old-communes.ts'
import { oldDepartments } from '#tests/demo/old-departments.ts'
import { fillTeams, placeWaiting } from '#tests/demo/placements.ts'
import { mandatoryLearning } from '#tests/demo/requirements.ts'
import { withSeededIds } from '#tests/demo/seeded-ids.ts'
import { addSignIns } from '#tests/demo/sign-ins.ts'
import type { ProvinceSize } from '#tests/demo/size.ts'
import { aCitizen, aNewHand, anOldHand, aWorker } from '#tests/demo/somebody.ts'
import { byWeight } from '#tests/demo/weighted.ts'

export type Plan = { seed: string; size: ProvinceSize; tell?: (step: string) => void }
export type Province = Awaited<ReturnType<typeof make>>

const idsFrom = new Date('2024-06-15T00:00:00+07:00')

/**
 * Makes a province in an empty database: how it stood, who was in it, the merger of 1 July 2025, what came after, and
 * two years of learning. Structure changes by the verbs alone; people come in bulk, the way an import brings them.
 * The same seed makes the same province, ids included.
 */
export function makeProvince(plan: Plan): Promise<Province> {
  return withSeededIds(plan.seed, idsFrom, () => make(plan))
}

async function make({ seed, size, tell = () => {} }: Plan) {
  const dice = (about: string) => new Dice(`${seed}/${about}`)
  tell('units as they stood')
  const old = await oldProvinces()
  const communal = await oldCommunes(old, size.isWhole)
  const departmental = await oldDepartments(old, size.isWhole)
  const enterprises = await oldEnterprises(dice('enterprises'), old, communal.ids, size.enterprises)

  tell('people before the merger')
  const nasty = await thePeople(old, size.nasty)
  const places = {
    staff: byWeight([...communal.workplaces, ...departmental.workplaces]),
    workers: byWeight(enterprises.workplaces),
    homes: [...communal.ids.values()],
  }
  const hiredLater = Math.round(size.staff * 0.06)
  const chance = dice('people')
  const staff = await crowd(size.staff - hiredLater, () => anOldHand(chance, places))
  const workers = await crowd(size.workers, () => aWorker(chance, places))
  const citizens = await crowd(size.citizens, () => aCitizen(chance, places))

  tell('the merger of 1 July 2025')
  const merged = await the1stOfJuly2025({ ...old, communal, departmental, toPhuCuong: nasty.toPhuCuong })

  tell('offices and people after it')
  const offices = await newOffices(merged)
  const after = { ...places, staff: byWeight(offices.workplaces) }
  const hired = await crowd(hiredLater, () => aNewHand(chance, after))
  const districtIds = [...Object.values(old.districts), ...communal.districtIds.values()]
  await placeWaiting(dice('waiting'), merged.dongThap, districtIds, offices.workplaces)
  await fillTeams(dice('teams'), offices.teams, [...staff, ...citizens])
  const units = {
    province: merged.dongThap,
    department: merged.khcn,
    commune: merged.communes.myTho,
    enterprise: old.enterprises.large,
  }
  const signIns = await addSignIns(units, dayAfter(calendar.merger, 1))

  tell('two years of learning')
  const learners = { officials: [...staff, ...hired], others: [...workers, ...citizens], signIns }
  const learnt = await learning(dice('learning'), learners, size)

  tell('what is asked of whom')
  const asking = {
    province: merged.dongThap,
    departments: [merged.khcn, ...merged.departments],
    communes: merged.tienGiangCommunes,
  }
  const {
    cong_chuc: [forOfficials],
    nguoi_dan: [forResidents],
  } = learnt.courses
  if (!forOfficials || !forResidents) throw new Error('nothing is taught')
  const required = await mandatoryLearning(
    dice('requirements'),
    asking,
    { forOfficials, forResidents },
    learners.officials,
  )
  return { old, nasty, merged, units, signIns, learnt, required, counts: countsOf({ staff, workers, citizens, hired }) }
}

function countsOf(groups: Record<string, unknown[]>) {
  return Object.fromEntries(Object.entries(groups).map(([name, people]) => [name, people.length]))
}
