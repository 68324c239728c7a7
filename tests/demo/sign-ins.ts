import { write } from '#app/db/db.server.ts'
import { type Day, startOf } from '#app/i18n/day.ts'
import { hashPassword } from '#app/people/hashing.server.ts'
import { insertNamed } from '#app/people/insert-person.server.ts'
import type { Role } from '#app/people/person.ts'
import { addMembershipsInTx } from '#app/units/memberships/add-memberships-in-tx.server.ts'
import { appoint } from '#app/units/roles/appoint.server.ts'
import type { StaffCategory, UnitRole } from '#app/units/unit.ts'
import type { Person } from '#tests/demo/crowd.ts'
import { signIns } from '#tests/demo/sign-in-list.mjs'

export type Posts = { province: string; department: string; commune: string; enterprise: string }
type Post = { place: keyof Posts; category: StaffCategory; position: string; role?: Role; holds?: UnitRole }

const posts: Record<keyof typeof signIns.people, Post> = {
  'quan.tri': { place: 'department', category: 'cong_chuc', position: 'Quản trị hệ thống', role: 'administrator' },
  'quan.ly.so': { place: 'department', category: 'cong_chuc', position: 'Trưởng phòng', holds: 'manager' },
  'quan.ly.xa': { place: 'commune', category: 'cong_chuc', position: 'Công chức Văn hóa – Xã hội', holds: 'manager' },
  'quan.ly.dn': { place: 'enterprise', category: 'nguoi_lao_dong', position: 'Phụ trách nhân sự', holds: 'manager' },
  'kiem.tra': { place: 'province', category: 'cong_chuc', position: 'Thanh tra viên', holds: 'auditor' },
  'giang.vien': {
    place: 'department',
    category: 'vien_chuc',
    position: 'Giảng viên',
    role: 'trainer',
    holds: 'trainer',
  },
  'can.bo': { place: 'commune', category: 'cong_chuc', position: 'Chuyên viên' },
  'cong.nhan': { place: 'enterprise', category: 'nguoi_lao_dong', position: 'Công nhân' },
  'ba.con': { place: 'commune', category: 'nguoi_dan', position: '' },
}

/** One person for each role, with a password that everybody knows. It is hashed once: they share salt and all. */
export async function addSignIns(units: Posts, fromDay: Day): Promise<Record<string, Person>> {
  const passwordHash = await hashPassword(signIns.password)
  const made: Record<string, Person> = {}
  for (const [username, { place, category, position, role = 'learner', holds }] of Object.entries(posts)) {
    const fullName = Object.entries(signIns.people).find(([name]) => name === username)?.[1].fullName ?? ''
    const unitId = units[place]
    const id = await write(async (tx) => {
      const details = { contact: null, birthYear: 1984, guardianName: null, language: 'vi' as const }
      const createdAt = startOf(fromDay)
      const person = await insertNamed(tx, username, { ...details, fullName, role, passwordHash, createdAt })
      if (!person) throw new Error(`${username} is taken`)
      await addMembershipsInTx(tx, [{ personId: person.id, unitId, fromDay, position, category }])
      return person.id
    })
    if (holds) await hold({ personId: id, unitId, role: holds, fromDay })
    made[username] = { id, fullName, since: fromDay, category }
  }
  return made
}

async function hold(form: { personId: string; unitId: string; role: UnitRole; fromDay: Day }) {
  const appointed = await appoint('command-line', { ...form, reason: 'MẪU-PCNV' })
  if (!appointed || 'problem' in appointed) throw new Error(`not appointed: ${JSON.stringify(appointed)}`)
}
