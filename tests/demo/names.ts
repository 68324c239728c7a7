import type { Dice } from '#tests/demo/dice.ts'

const words = (text: string) => text.split(',').map((word) => word.trim())

/** Repeated where many are called so: about the shares that one meets in the Mekong delta. */
const families = words(
  `Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Nguyễn,Trần,Trần,Trần,Lê,Lê,Lê,Phạm,Phạm,Huỳnh,Huỳnh,Võ,Võ,Phan,Đặng,Bùi,
  Đỗ,Hồ,Ngô,Dương,Lý,Trương,Đinh,Mai,Lâm,Cao,Châu,Đoàn,Lương,Tô,Tạ,Thái,Kiều,Hà,La,Từ,Văn,Âu,Ông,Quách`,
)
const middles = {
  man: words('Văn,Văn,Văn,Minh,Hoàng,Thanh,Hữu,Quốc,Đức,Công,Tấn,Trọng,Thành,Ngọc,Phước,Chí,Anh,Gia,Nhựt,Trung'),
  woman: words(
    `Thị,Thị,Thị,Thị Ngọc,Thị Kim,Thị Bích,Thị Mỹ,Ngọc,Kim,Thanh,Mỹ,Thị Thu,Thị Hồng,Thùy,Thị Cẩm,Bảo,Thị Bé,Phương,
    Thị Thanh,Huỳnh`,
  ),
}
const givens = {
  man: words(
    `An,Anh,Bảo,Bình,Châu,Chiến,Cường,Danh,Dũng,Duy,Đạt,Đông,Được,Giang,Hải,Hậu,Hiền,Hiếu,Hòa,Hùng,Huy,Hưng,Khải,Khánh,
    Khoa,Kiệt,Lâm,Lập,Lộc,Long,Lợi,Luân,Mẫn,Nam,Nghĩa,Nhân,Nhựt,Phát,Phong,Phú,Phúc,Quân,Quang,Quốc,Quyền,Sang,Sơn,Tài,
    Tâm,Tân,Thái,Thắng,Thành,Thiện,Thịnh,Thuận,Tiến,Tín,Toàn,Trí,Trung,Tú,Tuấn,Tùng,Út,Vinh,Vũ,Xuân,Ý`,
  ),
  woman: words(
    `Anh,Ánh,Bình,Châu,Chi,Diễm,Diệp,Dung,Duyên,Đào,Đẹp,Giang,Giàu,Hà,Hạnh,Hằng,Hiền,Hoa,Hoài,Hồng,Huệ,Hương,Hường,Kiều,Lan,
    Lành,Lệ,Liên,Liễu,Linh,Loan,Ly,Mai,My,Mỹ,Nga,Ngà,Ngân,Ngọc,Nguyệt,Nhã,Nhi,Nhung,Như,Nữ,Oanh,Phấn,Phụng,Phương,Phượng,
    Quyên,Sen,Sương,Tâm,Thảo,Thắm,Thơ,Thu,Thủy,Thúy,Thư,Tiên,Trang,Trâm,Trinh,Trúc,Tuyền,Tuyết,Út,Vân,Vy,Xuân,Yến,Ý`,
  ),
}

/** A name as people of the delta have; nobody's in particular. Many people share one, as they do. */
export function someName(dice: Dice, share: { women: number } = { women: 0.5 }): string {
  const sex = dice.isLucky(share.women) ? 'woman' : 'man'
  const given = dice.isLucky(0.15) ? `${dice.pick(givens[sex])} ${dice.pick(givens[sex])}` : dice.pick(givens[sex])
  return `${dice.pick(families)} ${dice.pick(middles[sex])} ${given}`
}
