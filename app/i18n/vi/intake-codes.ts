/** Phiếu mã vào lần đầu. */
export const intakeCodes = {
  title: 'Phiếu mã vào lần đầu',
  ofUnit: 'Phát mã vào lần đầu',
  waiting: (count: string) => `${count} người chưa đặt mật khẩu.`,
  once: 'Mã chỉ hiện một lần, ngay sau khi bấm. In liền, đừng đóng trang trước khi in.',
  old: 'Phát lại thì mã cũ của những người này không dùng được nữa.',
  until: (days: number) => `Mã dùng được ${days} ngày.`,
  untilDay: (moment: string) => `Mã dùng được tới ${moment}. Chỉ hiện một lần: in trước khi rời trang.`,
  issue: (count: string) => `Phát mã cho ${count} người`,
  again: 'Phát lại mã khác',
  print: 'Bấm Ctrl + P, hoặc chọn In trong trình duyệt. Máy in ra khổ A4, mỗi đơn vị một tờ riêng.',
  sheet: (unit: string, count: string) => `${unit}: ${count} người`,
  name: 'Tên đăng nhập',
  code: 'Mã',
  site: 'Bến Số',
  lines: (address: string) => [
    `Mở điện thoại, gõ địa chỉ ${address}`,
    'Gõ mã ở trên, rồi đặt mật khẩu của riêng bạn.',
    'Lần sau vào bằng tên đăng nhập và mật khẩu đó.',
  ],
  slipUntil: (day: string) => `Mã dùng một lần, đến ngày ${day}. Đừng đưa mã cho ai.`,
  back: 'Về danh sách',
}
