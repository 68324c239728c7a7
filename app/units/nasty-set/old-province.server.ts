import { made } from '#app/units/nasty-set/made.ts'
import { establish } from '#app/units/reorganisations/establish.server.ts'
import { setSites } from '#app/units/tree/set-sites.server.ts'
import type { UnitType } from '#app/units/unit.ts'

const begin = '2020-01-01'
const decision = { number: '01/QĐ-MẪU', day: begin, effectiveDay: begin }

async function unit(name: string, type: UnitType, parentId: string | null, code: string | null = null, aliases = ['']) {
  return made(await establish('command-line', { decision, unit: { name, type, parentId, code, aliases } }))
}

/**
 * Two provinces as they stood before 1 July 2025, cut down to what is hard (domain.md 2.2–2.4): both have a Phường 4,
 * one industrial zone lies in two communes. Codes of old communes are left out: the list of old codes is not at hand.
 */
export async function oldProvinces() {
  const tienGiang = await unit('Tỉnh Tiền Giang', 'tinh', null, '82')
  const dongThap = await unit('Tỉnh Đồng Tháp', 'tinh', null, '87')
  const myTho = await unit('Thành phố Mỹ Tho', 'huyen', tienGiang)
  const chauThanh = await unit('Huyện Châu Thành', 'huyen', tienGiang)
  const caoLanhCity = await unit('Thành phố Cao Lãnh', 'huyen', dongThap)
  const caoLanh = await unit('Huyện Cao Lãnh', 'huyen', dongThap)
  const communes = {
    phuong1: await unit('Phường 1', 'phuong', myTho),
    phuong2: await unit('Phường 2', 'phuong', myTho),
    tanLong: await unit('Phường Tân Long', 'phuong', myTho),
    phuong4: await unit('Phường 4', 'phuong', myTho),
    phuong5: await unit('Phường 5', 'phuong', myTho),
    daoThanh: await unit('Xã Đạo Thạnh', 'xa', myTho),
    binhDuc: await unit('Xã Bình Đức', 'xa', chauThanh),
    songThuan: await unit('Xã Song Thuận', 'xa', chauThanh),
    kimSon: await unit('Xã Kim Sơn', 'xa', chauThanh),
    phuong4CaoLanh: await unit('Phường 4', 'phuong', caoLanhCity),
    gaoGiong: await unit('Xã Gáo Giồng', 'xa', caoLanh),
    phongMy: await unit('Xã Phong Mỹ', 'xa', caoLanh),
  }
  const departments = {
    ttttTienGiang: await unit('Sở Thông tin và Truyền thông', 'so_nganh', tienGiang, null, ['Sở TT&TT']),
    khcnTienGiang: await unit('Sở Khoa học và Công nghệ', 'so_nganh', tienGiang, null, ['Sở KH&CN']),
    khcnDongThap: await unit('Sở Khoa học và Công nghệ', 'so_nganh', dongThap, null, ['Sở KH&CN']),
    kcnTienGiang: await unit('Ban Quản lý các Khu công nghiệp Tiền Giang', 'so_nganh', tienGiang, null, ['BQL KCN']),
    kktDongThap: await unit('Ban Quản lý Khu kinh tế Đồng Tháp', 'so_nganh', dongThap, null, ['BQL KKT']),
  }
  const zones = {
    myTho: await unit('Khu công nghiệp Mỹ Tho', 'khu_cong_nghiep', departments.kcnTienGiang, null, ['KCN Mỹ Tho']),
    tanHuong: await unit('Khu công nghiệp Tân Hương', 'khu_cong_nghiep', departments.kcnTienGiang, null, [
      'KCN Tân Hương',
    ]),
  }
  const placeIds = [communes.binhDuc, communes.phuong5]
  await setSites('command-line', { unitId: zones.myTho, placeIds, fromDay: begin, reason: 'mẫu: một khu, hai xã' })
  const enterprises = {
    small: await unit('Công ty TNHH Mẫu Sông Tiền', 'doanh_nghiep', zones.myTho),
    middle: await unit('Công ty Cổ phần Mẫu Thủy sản', 'doanh_nghiep', zones.myTho),
    large: await unit('Công ty TNHH Mẫu Giày da', 'doanh_nghiep', zones.tanHuong),
  }
  return {
    tienGiang,
    dongThap,
    districts: { myTho, chauThanh, caoLanhCity, caoLanh },
    communes,
    departments,
    zones,
    enterprises,
  }
}

export type OldProvinces = Awaited<ReturnType<typeof oldProvinces>>
