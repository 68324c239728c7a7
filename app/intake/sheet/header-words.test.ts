import { expect, test } from 'vitest'
import { fieldOf } from '#app/intake/sheet/header-words.ts'

const meant = {
  order: ['STT', 'TT', 'Số TT', 'Số thứ tự'],
  fullName: [
    'Họ và tên',
    'Họ tên',
    'HỌ VÀ TÊN',
    'Họ, chữ đệm và tên',
    'Họ và tên học viên',
    'Họ và tên (chữ in hoa)',
    'Full name',
  ],
  familyName: ['Họ và chữ đệm', 'Họ đệm', 'Họ và tên đệm', 'Họ lót', 'Họ'],
  givenName: ['Tên'],
  birth: [
    'Ngày sinh',
    'Năm sinh',
    'NTNS',
    'Ngày, tháng, năm sinh',
    'Ngày/tháng/năm sinh',
    'Ngày tháng năm sinh',
    'Sinh ngày',
  ],
  personalId: [
    'CCCD',
    'Số CCCD',
    'Số ĐDCN',
    'CMND',
    'CCCD/CMND',
    'Số định danh cá nhân',
    'Số căn cước công dân',
    'Mã định danh',
  ],
  phone: ['ĐT', 'SĐT', 'Di động', 'Điện thoại', 'Số điện thoại', 'ĐTDĐ', 'Số ĐT liên hệ', 'Zalo'],
  unit: [
    'Đơn vị',
    'CQ công tác',
    'Đơn vị công tác',
    'Cơ quan, đơn vị',
    'Nơi công tác',
    'Nơi làm việc',
    'Phòng ban',
    'Tên đơn vị',
    'Tổ chuyền',
  ],
  position: ['Chức vụ', 'Chức danh', 'Vị trí việc làm', 'Nghề nghiệp', 'Chức vụ, chức danh'],
  email: ['Email', 'E-mail', 'Thư điện tử', 'Hộp thư'],
  gender: ['Giới tính', 'Phái', 'Nam/Nữ', 'Giới tính (Nam/Nữ)'],
  category: ['Đối tượng', 'Phân loại', 'Loại cán bộ'],
  staffCode: ['Mã NV', 'Mã số cán bộ', 'MSNV'],
  address: ['Địa chỉ', 'Nơi ở', 'Địa chỉ thường trú'],
  note: ['Ghi chú'],
  other: [
    'Ngày cấp CCCD',
    'Nơi cấp',
    'Nơi sinh',
    'Quê quán',
    'Dân tộc',
    'Trình độ tin học',
    'Ngày vào Đảng',
    'Ký tên',
    'Ngày tuyển dụng',
  ],
}

test.each(Object.entries(meant))('%s is known by what agencies write above it', (field, headings) => {
  for (const heading of headings) {
    expect(fieldOf(heading), heading).toBe(field)
    expect(fieldOf(heading.toUpperCase()), heading).toBe(field)
    expect(fieldOf(` ${heading.normalize('NFD')}: `), heading).toBe(field)
  }
})

test('a title, a name or a sentence names no field', () => {
  for (const text of [
    '',
    'Nguyễn Thị Bé Ba',
    'UBND XÃ GIA THUẬN',
    'Độc lập - Tự do - Hạnh phúc',
    '1990',
    'Họ tên '.repeat(20),
  ])
    expect(fieldOf(text), text).toBeNull()
})
