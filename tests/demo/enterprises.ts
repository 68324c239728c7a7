import type { OldProvinces } from '#app/units/nasty-set/old-province.server.ts'
import { setSites } from '#app/units/tree/set-sites.server.ts'
import { calendar } from '#tests/demo/calendar.ts'
import type { Dice } from '#tests/demo/dice.ts'
import { founded, type Weighed } from '#tests/demo/workplace.ts'

type Site = { unitId: string; enterprises: number; workers: number }

const forms = ['Công ty TNHH', 'Công ty TNHH', 'Công ty Cổ phần', 'Công ty TNHH MTV', 'Doanh nghiệp tư nhân']
const trades =
  `May mặc,Giày da,Túi xách,Thủy sản,Bao bì,Cơ khí,Gỗ,Nhựa,Điện tử,Thực phẩm,Nông sản,Xây dựng,Vận tải,Lúa gạo,
  Trái cây,Thức ăn chăn nuôi,Dược liệu,In ấn`
    .split(',')
    .map((word) => word.trim())
const invented =
  `Sông Xanh Mẫu,Lúa Mẫu,Bến Mẫu,Phù Sa Mẫu,Hạt Ngọc Mẫu,Cánh Cò Mẫu,Bông Súng Mẫu,Dừa Nước Mẫu,Mù U Mẫu,Trăng Mẫu,
  Sao Mẫu,Gió Nồm Mẫu,Cầu Tre Mẫu,Vàm Mẫu,Rạch Mẫu,Cồn Mẫu,Ghe Bầu Mẫu,Điên Điển Mẫu,Ô Môi Mẫu,Lục Bình Mẫu,Sen Mẫu`
    .split(',')
    .map((word) => word.trim())

/** Enterprises with made-up names: in zones and clusters as many as are known (domain.md 2.3), the rest in communes. */
export async function oldEnterprises(dice: Dice, old: OldProvinces, communes: Map<string, string>, count: number) {
  const workplaces: Weighed[] = [
    { weight: 400, thing: placeOf(old.enterprises.large) },
    { weight: 100, thing: placeOf(old.enterprises.middle) },
  ]
  if (count === 0) return { workplaces, unitIds: [] as string[] }
  const sites = [...(await zones(old, communes)), ...(await clusters(communes))]
  const places = sites.flatMap((site) => Array.from({ length: site.enterprises }, () => site))
  const elsewhere = [...communes.values()]
  const left = count - places.length
  const unitIds: string[] = []
  const taken = new Set<string>()
  for (let number = 0; number < count; number++) {
    const site = places[number] ?? { unitId: dice.pick(elsewhere), enterprises: left, workers: 7300 }
    const unitId = await founded({ name: newName(dice, taken), type: 'doanh_nghiep', parentId: site.unitId })
    const weight = (site.workers / site.enterprises) * (0.2 + 1.6 * dice.next() ** 2)
    workplaces.push({ weight, thing: placeOf(unitId) })
    unitIds.push(unitId)
  }
  return { workplaces, unitIds }
}

function placeOf(unitId: string): Weighed['thing'] {
  return { unitId, category: 'nguoi_lao_dong', positions: ['Công nhân', 'Công nhân', 'Tổ trưởng', 'Nhân viên kho'] }
}

/** Soài Rạp has no enterprise at all: a total of nobody. */
async function zones({ departments, zones }: OldProvinces, communes: Map<string, string>): Promise<Site[]> {
  const zone = (name: string) =>
    founded({
      name: `Khu công nghiệp ${name}`,
      type: 'khu_cong_nghiep',
      parentId: departments.kcnTienGiang,
      aliases: [`KCN ${name}`],
    })
  const longGiang = await zone('Long Giang')
  const soaiRap = await zone('Dịch vụ dầu khí Soài Rạp')
  await stands(longGiang, communes.get('Huyện Tân Phước/Xã Tân Lập 1'))
  await stands(zones.tanHuong, communes.get('Huyện Châu Thành/Xã Tân Hương'))
  await stands(soaiRap, communes.get('Huyện Gò Công Đông/Xã Gia Thuận'))
  return [
    { unitId: zones.myTho, enterprises: 24, workers: 10_000 },
    { unitId: zones.tanHuong, enterprises: 28, workers: 47_000 },
    { unitId: longGiang, enterprises: 56, workers: 25_000 },
  ]
}

async function stands(unitId: string, placeId = '') {
  const reason = 'mẫu: khu công nghiệp nằm ở xã này'
  await setSites('command-line', { unitId, placeIds: [placeId], fromDay: calendar.foundation, reason })
}

/** Below the old commune they are named after or lie in; they come under its successor with it. */
async function clusters(communes: Map<string, string>): Promise<Site[]> {
  const known = [
    ['Trung An', 'Thành phố Mỹ Tho/Xã Trung An'],
    ['Tân Mỹ Chánh', 'Thành phố Mỹ Tho/Xã Tân Mỹ Chánh'],
    ['Song Thuận', 'Huyện Châu Thành/Xã Song Thuận'],
    ['An Thạnh', 'Huyện Cái Bè/Xã Đông Hòa Hiệp'],
    ['Gia Thuận 1', 'Huyện Gò Công Đông/Xã Gia Thuận'],
  ] as const
  const sites: Site[] = []
  for (const [place, [name, commune]] of known.entries()) {
    const unit = { name: `Cụm công nghiệp ${name}`, type: 'cum_cong_nghiep' as const, aliases: [`CCN ${name}`] }
    const unitId = await founded({ ...unit, parentId: communes.get(commune) ?? '' })
    sites.push({ unitId, enterprises: place === 0 ? 19 : 15, workers: 2_800 })
  }
  return sites
}

/** “Mẫu” is in every name: none is that of an enterprise that exists. */
function newName(dice: Dice, taken: Set<string>): string {
  const name = `${dice.pick(forms)} ${dice.pick(trades)} ${dice.pick(invented)}`
  const free = taken.has(name) ? `${name} ${taken.size}` : name
  taken.add(free)
  return free
}
