export const reminders = {
  subjectOfOne: (title: string, when: string) => `Khóa học bắt buộc “${title}”: ${when}`,
  subjectOfMany: (count: number, dueDay: string) =>
    `Bạn có ${count} khóa học bắt buộc chưa xong. Hạn sớm nhất: ${dueDay}`,
  isLeft: (dueDay: string, days: number) => `hạn ${dueDay}, còn ${days} ngày`,
  isToday: (dueDay: string) => `hạn ${dueDay}, hôm nay là ngày cuối`,
  isInGrace: (dueDay: string, lastDay: string) =>
    `đã qua hạn ${dueDay}. Học xong đến hết ${lastDay} vẫn tính là đúng hạn`,
  isLate: (dueDay: string, days: number) => `hạn ${dueDay}, đã quá hạn ${days} ngày`,
  greeting: 'Chào bạn. Bạn còn học chưa xong:',
  askedBy: (number: string, day: string, unit: string) => `Theo văn bản số ${number} ngày ${day} của ${unit}.`,
  whatNow: 'Hãy mở Bến Số, vào trang của bạn rồi bấm tên khóa để học tiếp.',
  noTime: 'Bạn bận, ốm hay đi xa thì xin thêm thời gian ở trang đó.',
  whomToAsk: 'Chưa rõ thì hỏi người phụ trách đào tạo của đơn vị bạn.',
  report: {
    newly: (people: number) => `${people} người vừa quá hạn khóa học bắt buộc`,
    longLate: (people: number) => `${people} người quá hạn từ 2 tuần trở lên`,
    both: (newly: string, longLate: string) => `${newly}; ${longLate}`,
    line: (name: string, unit: string, title: string, dueDay: string) => `- ${name} (${unit}): ${title}, hạn ${dueDay}`,
    more: (lines: number) => `… và ${lines} dòng nữa.`,
    whatNow: 'Hãy mở Bến Số, vào trang của đơn vị. Ở đó có đủ danh sách, và chỗ để nhắc, cho thêm thời gian hoặc miễn.',
    isPrivate: 'Danh sách này chỉ dành cho người phụ trách. Xin đừng dán lên bảng tin.',
  },
}
