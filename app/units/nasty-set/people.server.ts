import { write } from '#app/db/db.server.ts'
import { createPerson, type PersonForm } from '#app/people/create-person.server.ts'
import { insertNamed } from '#app/people/insert-person.server.ts'
import { usernameBase } from '#app/people/username.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import type { Size } from '#app/units/nasty-set/nasty-set.server.ts'
import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import type { StaffCategory } from '#app/units/unit.ts'

const fromDay = '2021-01-01'
/**
 * One phone for a family. No network was given 050 (in 05 they have 052, 055, 056, 058 and 059), so it rings nowhere; our
 * own check knows mobiles by their first digit and length alone, and takes it.
 */
const sharedPhone = '0500000001'
const families = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Huỳnh', 'Võ', 'Đặng', 'Bùi', 'Ngô', 'Dương']
const middles = ['Văn', 'Thị', 'Thị Bé', 'Hoàng', 'Thị Ngọc', 'Minh']
const givens = ['An', 'Ánh', 'Ân', 'Ba', 'Dân', 'Đào', 'Đạo', 'Đẹp', 'Hoa', 'Hòa', 'Hoà', 'Tám', 'Tằm', 'Út', 'Ưng']

/** The n-th name of the set: always the same, and no two within 900. */
function nameOf(n: number): string {
  const pick = (list: readonly string[], at: number) => list[at % list.length] ?? ''
  return [pick(families, n), pick(middles, Math.floor(n / 10)), pick(givens, n * 7 + Math.floor(n / 60))].join(' ')
}

/** Sixty people with all that is hard about people, and the workers of three enterprises. */
export async function thePeople({ communes, departments, districts, enterprises }: OldProvinces, size: Size) {
  const hard = {
    twin: await person({ fullName: 'Nguyễn Thị Hoa', birthYear: 1985 }),
    otherTwin: await person({ fullName: 'Nguyễn Thị Hoa', birthYear: 1985 }),
    inBoth: await person({ fullName: 'Trần Văn An', birthYear: 1979 }),
    foreigner: await person({ fullName: 'Kim Min-jun', birthYear: 1976, language: 'en' }),
    grandmother: await person({ fullName: 'Lê Thị Ân', birthYear: 1955, contact: sharedPhone }),
    child: await person({ fullName: 'Lê Văn Tám', birthYear: 2012, contact: sharedPhone }),
    olderOne: await person({ fullName: 'Võ Thị Đẹp', birthYear: 1950 }),
  }
  await join([hard.twin, hard.otherTwin], communes.phuong4, 'cong_chuc')
  await join([hard.inBoth], departments.khcnTienGiang, 'cong_chuc')
  await join([hard.inBoth], departments.khcnDongThap, 'cong_chuc')
  await join([hard.foreigner], enterprises.large, 'nguoi_lao_dong')
  await join([hard.grandmother, hard.child, hard.olderOne], communes.gaoGiong, 'nguoi_dan')
  const places = [...Object.values(communes), ...Object.values(departments), ...Object.values(districts).slice(0, 1)]
  for (let n = 0; n < 60 - Object.keys(hard).length; n++)
    await join(
      [await person({ fullName: nameOf(n), birthYear: 1965 + (n % 35) })],
      places[n % places.length] ?? '',
      'cong_chuc',
    )
  for (const key of ['small', 'middle', 'large'] as const) await workers(enterprises[key], key, size[key])
  return { ...hard, toPhuCuong: [hard.grandmother, hard.child] }
}

let next = 1

/** User names are told, not drawn, so that the set is always the same. */
async function person(form: PersonForm): Promise<string> {
  const username = `${usernameBase(form.fullName)}.mau${next++}`
  const created = await createPerson('command-line', { ...form, username })
  if (!created || 'problems' in created) throw new Error(`refused: ${JSON.stringify(created)}`)
  return created.id
}

function join(personIds: string[], unitId: string, category: StaffCategory) {
  const rows = personIds.map((personId) => ({ personId, unitId, fromDay, position: '', category }))
  return write((tx) => addMembershipsInTx(tx, rows))
}

const atOnce = 200

async function workers(unitId: string, key: keyof Size, count: number) {
  for (let done = 0; done < count; done += atOnce)
    await write(async (tx) => {
      const rows = []
      for (let n = done; n < Math.min(count, done + atOnce); n++) {
        const details = {
          role: 'learner' as const,
          contact: null,
          passwordHash: null,
          guardianName: null,
          language: 'vi' as const,
        }
        const named = { ...details, fullName: nameOf(n), birthYear: 1975 + (n % 30), createdAt: new Date(0) }
        const inserted = await insertNamed(tx, `${usernameBase(named.fullName)}.${key}${n}`, named)
        if (!inserted) throw new Error('the user name is taken')
        rows.push({
          personId: inserted.id,
          unitId,
          fromDay,
          position: 'Công nhân',
          category: 'nguoi_lao_dong' as const,
        })
      }
      await addMembershipsInTx(tx, rows)
    })
}
