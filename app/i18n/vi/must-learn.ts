export const mustLearn = {
  title: 'Việc phải học',
  askedBy: (unit: string, number: string, day: string) => `${unit} yêu cầu, theo văn bản số ${number} ngày ${day}.`,
  /** Day as printed. */
  due: (day: string) => `Hạn\u00a0${day}`,
  left: (days: number) => (days === 0 ? 'hết hạn hôm nay' : `còn ${days} ngày`),
  overdue: (days: number) => `Quá hạn ${days} ngày`,
  inGrace: 'Đã qua hạn, chưa tính là trễ',
  grace: (due: string, until: string) => `Hạn là ${due}. Bạn được thêm ít ngày: học xong chậm nhất ngày ${until}.`,
  states: {
    'not-due': 'Chưa phải học',
    due: 'Đang trong hạn',
    soon: 'Sắp đến hạn',
    overdue: 'Quá hạn',
    done: 'Đã xong',
    'done-late': 'Xong muộn',
    excused: { waiver: 'Được miễn', pause: 'Tạm hoãn' },
  },
  doneOn: (day: string) => `xong ngày ${day}`,
  excusedUntil: (day: string) => `Đến hết ngày ${day}.`,
  excusedForGood: 'Không phải học nữa.',
  because: (reason: string) => `Lý do: ${reason}.`,
  byDocument: (number: string) => `Theo văn bản số ${number}.`,
  inOrder: (done: number, all: number) => `Gồm ${all} khóa, học lần lượt. Xong ${done} khóa.`,
  after: (titles: string[]) => `học sau khi xong ${titles.map((title) => `“${title}”`).join(', ')}`,
  courseDone: (day: string) => `xong ngày ${day}`,
  again: 'đến hạn học lại: thi lại là đủ',
  next: {
    begin: 'Bắt đầu học',
    lesson: (place: number) => `Học tiếp bài ${place}`,
    exam: 'Làm bài kiểm tra',
    renewal: 'Thi lại',
  },
  nextIs: {
    begin: (course: string) => `Việc tiếp theo: bắt đầu khóa “${course}”.`,
    lesson: (course: string, place: number, title: string) =>
      `Việc tiếp theo: bài ${place} “${title}” của khóa “${course}”.`,
    exam: (course: string) => `Việc tiếp theo: bài kiểm tra của khóa “${course}”.`,
    renewal: (course: string) => `Việc tiếp theo: thi lại khóa “${course}”. Bài đã học vẫn còn.`,
  },
  ask: 'Xin gia hạn hoặc miễn',
  doneFold: (count: number) => `Đã xong (${count})`,
  allDone: 'Bạn không còn việc học nào phải làm.',
  /** On the page of a course. */
  course: {
    asked: (unit: string, day: string, number: string) =>
      `${unit} yêu cầu học xong chậm nhất ngày ${day} (Số ${number})`,
    late: (unit: string, day: string, number: string) =>
      `${unit} yêu cầu học xong chậm nhất ngày ${day} (Số ${number}). Đã quá hạn.`,
    done: (unit: string, number: string) => `${unit} yêu cầu học khóa này (Số ${number}). Bạn đã xong.`,
    excused: (unit: string, number: string) =>
      `${unit} yêu cầu học khóa này (Số ${number}). Bạn đang được miễn hoặc tạm hoãn.`,
  },
}
