/** Gia hạn, miễn, tạm hoãn việc học bắt buộc. */
const problems = {
  'reason-needed': 'Chưa ghi lý do. Ghi vì sao, rồi bấm lại.',
  'day-wrong': 'Ngày này không có trong lịch. Chọn lại ngày.',
  'ends-before-begin': 'Ngày cuối đứng trước ngày đầu. Chọn lại một trong hai ngày.',
  'past-already': 'Những ngày này đã qua hết. Chọn ngày cuối từ hôm nay trở đi.',
  'due-past': 'Ngày này đã qua. Chọn ngày từ hôm nay trở đi.',
  'requirement-needed': 'Chưa chọn việc học. Chọn một việc trong danh sách.',
  'requirement-unknown': 'Việc học này không còn được giao. Chọn việc khác.',
  'people-needed': 'Chưa chọn ai. Quay lại danh sách, chọn ít nhất một người.',
  'not-yours': 'Người này không thuộc đơn vị bạn phụ trách.',
  self: 'Không ai tự quyết định cho mình. Nhờ người phụ trách cấp trên.',
  'not-asked': 'Việc học này hiện không giao cho người này, nên không có gì để đổi.',
  'done-already': 'Việc này đã học xong, không cần đổi gì nữa.',
  'due-not-later': 'Ngày này không muộn hơn hạn đang có. Chọn ngày muộn hơn.',
  'due-beyond-window': 'Ngày này đã sang kỳ sau. Chọn ngày còn trong kỳ này.',
  'excused-already': 'Đã được miễn những ngày này rồi.',
  'away-already': 'Đã được tạm hoãn những ngày này rồi.',
  'asked-already': 'Bạn đã xin cho việc này rồi. Chờ trả lời, hoặc thôi xin rồi xin lại.',
}

const told = {
  what: (kind: string, title: string) => (title ? `${kind}: ${title}` : kind),
  subject: {
    given: (what: string) => `Đã đồng ý. ${what}`,
    refused: (what: string) => `Chưa được đồng ý. ${what}`,
    takenBack: (what: string) => `Đã thu lại. ${what}`,
  },
  because: (reason: string) => `Lý do: ${reason}`,
  next: {
    given: 'Xem ở trang Của tôi, mục Xin gia hạn, xin miễn.',
    refused: 'Hạn học vẫn như cũ. Có gì chưa rõ thì hỏi người phụ trách đơn vị.',
    takenBack: 'Từ hôm nay tính lại như cũ. Có gì chưa rõ thì hỏi người phụ trách đơn vị.',
  },
}

export const exceptions = {
  kinds: { extension: 'Gia hạn', waiver: 'Miễn học', pause: 'Tạm hoãn' },
  period: {
    extension: (_from: string, last: string | null) => `Đến hết ngày ${last ?? ''}.`,
    waiver: (from: string, last: string | null) =>
      last === null ? `Từ ngày ${from}, không hẹn ngày.` : `Từ ngày ${from} đến hết ngày ${last}.`,
    pause: (from: string, last: string | null) =>
      last === null ? `Từ ngày ${from}, không hẹn ngày.` : `Từ ngày ${from} đến hết ngày ${last}.`,
  },
  problems,
  told,
}
