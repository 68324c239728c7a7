import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { districts, type NewCommune } from '#tests/demo/communes.ts'
import { carers, founded, officials, teachers, type Weighed } from '#tests/demo/workplace.ts'

/** Units of old Tiền Giang by district and name: there are four that are called Phường 1. */
export type OldCommunes = {
  ids: Map<string, string>
  /** Districts that the nasty set has not, by name. */
  districtIds: Map<string, string>
  /** What is to be formed from which units; what the nasty set forms is not among it. */
  toForm: Array<NewCommune & { fromIds: string[] }>
  workplaces: Weighed[]
}

/** The districts and communes that the nasty set left out, and in each commune schools and a health station. */
export async function oldCommunes(old: OldProvinces, isWhole: boolean): Promise<OldCommunes> {
  const ids = new Map(ofNastySet(old))
  const districtIds = new Map<string, string>()
  const toForm: OldCommunes['toForm'] = []
  const workplaces: Weighed[] = []
  const known = { 'Thành phố Mỹ Tho': old.districts.myTho, 'Huyện Châu Thành': old.districts.chauThanh }
  for (const { name: district, communes } of districts) {
    const key = (name: string) => `${district}/${name}`
    const formed = communes.filter(({ from }) => isWhole || from.every(({ name }) => ids.has(key(name))))
    if (formed.length === 0) continue
    let districtId = Object.entries(known).find(([name]) => name === district)?.[1]
    if (!districtId) {
      districtId = await founded({ name: district, type: 'huyen', parentId: old.tienGiang })
      districtIds.set(district, districtId)
    }
    workplaces.push({ weight: 80, thing: { unitId: districtId, category: 'cong_chuc', positions: officials } })
    for (const commune of formed) {
      const isOfNastySet = commune.from.every(({ name }) => ids.has(key(name)))
      for (const { name, type } of commune.from) {
        const unitId = ids.get(key(name)) ?? (await founded({ name, type, parentId: districtId }))
        ids.set(key(name), unitId)
        workplaces.push(...(await placesIn(unitId, name)))
      }
      const fromIds = commune.from.map(({ name }) => ids.get(key(name)) ?? '')
      if (!isOfNastySet) toForm.push({ ...commune, fromIds })
    }
  }
  return { ids, districtIds, toForm, workplaces }
}

function ofNastySet({ communes }: OldProvinces): Array<[string, string]> {
  const { phuong1, phuong2, tanLong, phuong4, phuong5, daoThanh, binhDuc, songThuan, kimSon } = communes
  return [
    ['Thành phố Mỹ Tho/Phường 1', phuong1],
    ['Thành phố Mỹ Tho/Phường 2', phuong2],
    ['Thành phố Mỹ Tho/Phường Tân Long', tanLong],
    ['Thành phố Mỹ Tho/Phường 4', phuong4],
    ['Thành phố Mỹ Tho/Phường 5', phuong5],
    ['Thành phố Mỹ Tho/Xã Đạo Thạnh', daoThanh],
    ['Huyện Châu Thành/Xã Bình Đức', binhDuc],
    ['Huyện Châu Thành/Xã Song Thuận', songThuan],
    ['Huyện Châu Thành/Xã Kim Sơn', kimSon],
  ]
}

/** Every commune has about these; what they are called is made up after the commune. */
async function placesIn(communeId: string, commune: string): Promise<Weighed[]> {
  const school = (name: string) => founded({ name: `${name} ${commune}`, type: 'truong_hoc', parentId: communeId })
  const station = { name: `Trạm Y tế ${commune}`, type: 'tram_y_te' as const, parentId: communeId }
  return [
    { weight: 30, thing: { unitId: communeId, category: 'cong_chuc', positions: officials } },
    {
      weight: 22,
      thing: { unitId: await school('Trường Mầm non'), category: 'vien_chuc', positions: teachers },
    },
    {
      weight: 36,
      thing: { unitId: await school('Trường Tiểu học'), category: 'vien_chuc', positions: teachers },
    },
    { weight: 40, thing: { unitId: await school('Trường THCS'), category: 'vien_chuc', positions: teachers } },
    { weight: 7, thing: { unitId: await founded(station), category: 'vien_chuc', positions: carers } },
  ]
}
