import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import type { UnitType } from '#app/units/unit.ts'
import { carers, founded, officials, teachers, type Weighed } from '#tests/demo/workplace.ts'

export type Pair = { name: string; type: UnitType; tienGiang: string; dongThap: string }
export type OldDepartments = { pairs: Pair[]; workplaces: Weighed[] }

/** The usual departments of a province (domain.md 2.1); Khoa học và Công nghệ and the zones' boards are in the nasty set. */
const departments = [
  'Văn phòng Ủy ban nhân dân tỉnh',
  'Sở Nội vụ',
  'Sở Tư pháp',
  'Sở Tài chính',
  'Sở Công Thương',
  'Sở Nông nghiệp và Môi trường',
  'Sở Xây dựng',
  'Sở Văn hóa, Thể thao và Du lịch',
  'Sở Giáo dục và Đào tạo',
  'Sở Y tế',
  'Sở Dân tộc và Tôn giáo',
  'Thanh tra tỉnh',
]
const ofParty = ['Văn phòng Tỉnh ủy', 'Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh', 'Liên đoàn Lao động tỉnh', 'Tỉnh Đoàn']

/** Each department twice, once a province; under Tiền Giang's also hospitals and upper schools, with made-up numbers for names. */
export async function oldDepartments(old: OldProvinces, isWhole: boolean): Promise<OldDepartments> {
  const pairs: Pair[] = []
  const workplaces: Weighed[] = []
  const names = [
    ...departments.map((name) => ({ name, type: 'so_nganh' as const })),
    ...ofParty.map((name) => ({ name, type: 'dang_doan_the' as const })),
  ]
  for (const { name, type } of isWhole ? names : names.slice(0, 2)) {
    const tienGiang = await founded({ name, type, parentId: old.tienGiang })
    const dongThap = await founded({ name, type, parentId: old.dongThap })
    pairs.push({ name, type, tienGiang, dongThap })
    for (const unitId of [tienGiang, dongThap])
      workplaces.push({ weight: 70, thing: { unitId, category: 'cong_chuc', positions: officials } })
  }
  const under = (name: string) => pairs.find((pair) => pair.name === name)?.tienGiang
  const [schools, health] = [under('Sở Giáo dục và Đào tạo'), under('Sở Y tế')]
  for (let number = 1; schools && number <= 34; number++)
    workplaces.push({
      weight: 75,
      thing: {
        unitId: await founded({ name: `Trường THPT số ${number} (tên mẫu)`, type: 'truong_hoc', parentId: schools }),
        category: 'vien_chuc',
        positions: teachers,
      },
    })
  for (let number = 1; health && number <= 12; number++)
    workplaces.push({
      weight: 420,
      thing: {
        unitId: await founded({
          name: `Bệnh viện số ${number} (tên mẫu)`,
          type: 'don_vi_su_nghiep',
          parentId: health,
        }),
        category: 'vien_chuc',
        positions: carers,
      },
    })
  return { pairs, workplaces }
}
