import type { UnitType } from '#app/units/unit.ts'

export type OldCommune = { name: string; type: UnitType }
export type NewCommune = {
  code: string
  name: string
  type: UnitType
  from: OldCommune[]
}
export type District = { name: string; communes: NewCommune[] }

/**
 * The 57 communes and wards of old Tiền Giang by the 11 districts they were formed from. Codes and names as in domain.md
 * 2.2. Who became what: NQ 1663/NQ-UBTVQH15 of 16 June 2025, Điều 1, khoản 39–91 and 99–102 (each of the 57 compared with
 * the copy in github.com/dvhcvn/20250701, input/docs/1663_NQ-UBTVQH15.md); the 35 that domain.md leaves open also with the
 * table of sapnhap.bando.com.vn of 17 July 2025. An old name without a word before it is a xã; P: phường, TT: thị trấn.
 * They add up to 164: 135 xã, 21 phường, 8 thị trấn.
 */
const list = `
# Thành phố Mỹ Tho
28249 Phường Đạo Thạnh = P 4, P 5, Đạo Thạnh
28261 Phường Mỹ Tho = P 1, P 2, P Tân Long
28270 Phường Thới Sơn = P 6, Thới Sơn
28273 Phường Mỹ Phong = P 9, Mỹ Phong, Tân Mỹ Chánh
28285 Phường Trung An = P 10, Trung An, Phước Thạnh
# Thành phố Gò Công
28297 Phường Long Thuận = P 2, P Long Thuận
28306 Phường Gò Công = P 1, P 5, P Long Hòa
28315 Phường Bình Xuân = P Long Chánh, Bình Xuân
28729 Phường Sơn Qui = P Long Hưng, Bình Đông, Tân Trung
# Thị xã Cai Lậy
28435 Phường Mỹ Phước Tây = P 1, P 3, Mỹ Phước Tây, Mỹ Hạnh Trung
28436 Phường Thanh Hoà = P 2, Tân Bình, Thanh Hòa
28439 Phường Cai Lậy = P 4, P 5, Long Khánh
28477 Phường Nhị Quý = P Nhị Mỹ, Nhị Quý, Phú Quý
28468 Xã Tân Phú = Mỹ Hạnh Đông, Tân Phú, Tân Hội
# Huyện Tân Phước
28321 Xã Tân Phước 1 = TT Mỹ Phước, Tân Hòa Đông, Thạnh Mỹ
28327 Xã Tân Phước 2 = Thạnh Tân, Thạnh Hòa, Tân Hòa Tây
28345 Xã Tân Phước 3 = Tân Lập 1, Tân Lập 2, Phước Lập
28336 Xã Hưng Thạnh = Phú Mỹ, Tân Hòa Thành, Hưng Thạnh
# Huyện Cái Bè
28360 Xã Cái Bè = TT Cái Bè, Đông Hòa Hiệp, Hòa Khánh
28366 Xã Hậu Mỹ = Hậu Mỹ Bắc A, Hậu Mỹ Bắc B, Hậu Mỹ Trinh
28378 Xã Mỹ Thiện = Mỹ Tân, Mỹ Trung, Thiện Trung
28393 Xã Hội Cư = Hậu Mỹ Phú, Mỹ Hội, Hậu Thành, An Cư
28405 Xã Mỹ Đức Tây = Mỹ Đức Đông, Mỹ Đức Tây, Thiện Trí
28414 Xã Mỹ Lợi = An Thái Đông, Mỹ Lợi A, Mỹ Lợi B
28426 Xã Thanh Hưng = An Thái Trung, Tân Thanh, Tân Hưng
28429 Xã An Hữu = Hòa Hưng, Mỹ Lương, An Hữu
# Huyện Cai Lậy
28444 Xã Thạnh Phú = Phú Cường, Thạnh Lộc
28456 Xã Mỹ Thành = Phú Nhuận, Mỹ Thành Bắc, Mỹ Thành Nam
28471 Xã Bình Phú = TT Bình Phú, Phú An, Cẩm Sơn
28501 Xã Hiệp Đức = Tân Phong, Hội Xuân, Hiệp Đức
28504 Xã Long Tiên = Mỹ Long, Long Trung, Long Tiên
28516 Xã Ngũ Hiệp = Tam Bình, Ngũ Hiệp
# Huyện Châu Thành
28519 Xã Châu Thành = TT Tân Hiệp, Thân Cửu Nghĩa, Long An
28525 Xã Tân Hương = Tân Hương, Tân Hội Đông, Tân Lý Đông
28537 Xã Long Hưng = Tam Hiệp, Thạnh Phú, Long Hưng
28543 Xã Long Định = Nhị Bình, Đông Hòa, Long Định
28564 Xã Bình Trưng = Điềm Hy, Bình Trưng
28576 Xã Vĩnh Kim = Bàn Long, Phú Phong, Vĩnh Kim
28582 Xã Kim Sơn = Bình Đức, Song Thuận, Kim Sơn
# Huyện Chợ Gạo
28594 Xã Chợ Gạo = TT Chợ Gạo, Long Bình Điền, Song Bình
28603 Xã Mỹ Tịnh An = Trung Hòa, Hòa Tịnh, Tân Bình Thạnh, Mỹ Tịnh An
28615 Xã Lương Hoà Lạc = Thanh Bình, Phú Kiết, Lương Hòa Lạc
28627 Xã Tân Thuận Bình = Đăng Hưng Phước, Quơn Long, Tân Thuận Bình
28633 Xã An Thạnh Thuỷ = Bình Phan, Bình Phục Nhứt, An Thạnh Thủy
28648 Xã Bình Ninh = Hòa Định, Xuân Đông, Bình Ninh
# Huyện Gò Công Tây
28651 Xã Vĩnh Bình = TT Vĩnh Bình, Thạnh Nhựt, Thạnh Trị
28660 Xã Đồng Sơn = Bình Nhì, Đồng Thạnh, Đồng Sơn
28663 Xã Phú Thành = Bình Phú, Thành Công, Yên Luông
28678 Xã Vĩnh Hựu = Long Vĩnh, Vĩnh Hựu
28687 Xã Long Bình = Bình Tân, Long Bình
# Huyện Tân Phú Đông
28693 Xã Tân Thới = Tân Phú, Tân Thạnh, Tân Thới
28696 Xã Tân Phú Đông = Phú Thạnh, Phú Đông, Phú Tân
# Huyện Gò Công Đông
28702 Xã Tân Hoà = TT Tân Hòa, Phước Trung, Bình Nghị
28720 Xã Gia Thuận = Gia Thuận, TT Vàm Láng, Kiểng Phước
28723 Xã Tân Đông = Tân Phước, Tân Tây, Tân Đông
28738 Xã Tân Điền = Bình Ân, Tân Điền
28747 Xã Gò Công Đông = Tân Thành, Tăng Hòa
`

export const districts: District[] = list
  .split('\n# ')
  .slice(1)
  .map((block) => {
    const [name = '', ...lines] = block.trim().split('\n')
    return { name, communes: lines.map(newCommune) }
  })

function newCommune(line: string): NewCommune {
  const [, code = '', name = '', from = ''] = /^(\d{5}) (.+) = (.+)$/.exec(line) ?? []
  const type = name.startsWith('Phường') ? 'phuong' : 'xa'
  return { code, name, type, from: from.split(', ').map(oldCommune) }
}

function oldCommune(text: string): OldCommune {
  if (text.startsWith('P ')) return { name: `Phường ${text.slice(2)}`, type: 'phuong' }
  if (text.startsWith('TT ')) return { name: `Thị trấn ${text.slice(3)}`, type: 'thi_tran' }
  return { name: `Xã ${text}`, type: 'xa' }
}
