import { intakeDesk } from '#app/i18n/vi/intake-desk.ts'

/** Tệp danh sách: chuyện gì, làm gì bây giờ. Gọi ai thì có ở `errors`. */
const saveAsXlsx = 'Mở tệp bằng Excel, bấm “Lưu thành”, chọn loại “Excel Workbook (.xlsx)”, rồi gửi tệp mới.'

export const intake = {
  desk: intakeDesk,
  atRow: (row: number) => `Dòng ${row}.`,
  refused: {
    missing: { what: 'Không mở được tệp này.', now: 'Xem lại tên tệp và nơi để tệp, rồi thử lại.' },
    empty: { what: 'Tệp không có gì bên trong.', now: 'Mở tệp ra xem, lưu lại, rồi gửi lại.' },
    'too-large': {
      what: 'Tệp lớn hơn 50 MB.',
      now: 'Bỏ hình và các trang không cần, hoặc chia danh sách làm nhiều tệp.',
    },
    'old-excel': { what: 'Đây là tệp Excel đời cũ (.xls).', now: saveAsXlsx },
    'other-spreadsheet': { what: 'Đây là bảng tính loại khác, trang này không đọc được.', now: saveAsXlsx },
    macros: {
      what: 'Bảng tính này có macro, tức là có lệnh tự chạy, nên không được nhận.',
      now: 'Lưu thành loại “Excel Workbook (.xlsx)” không macro, rồi gửi tệp mới.',
    },
    encrypted: { what: 'Tệp có mật khẩu.', now: 'Mở tệp, bỏ mật khẩu, lưu lại, rồi gửi lại.' },
    pdf: { what: 'Đây là tệp PDF, không phải bảng.', now: 'Xin người gửi tệp Excel (.xlsx) hoặc CSV.' },
    word: {
      what: 'Đây là văn bản Word, không phải bảng tính.',
      now: 'Chép bảng sang Excel, lưu thành .xlsx, rồi gửi.',
    },
    slides: {
      what: 'Đây là tệp trình chiếu, không phải bảng tính.',
      now: 'Chép bảng sang Excel, lưu thành .xlsx, rồi gửi.',
    },
    picture: { what: 'Đây là hình.', now: 'Xin người gửi tệp Excel (.xlsx) hoặc CSV.' },
    'web-page': { what: 'Đây là trang web được đặt tên như tệp Excel.', now: saveAsXlsx },
    archive: { what: 'Đây là tệp nén.', now: 'Giải nén ra, rồi gửi tệp Excel (.xlsx) hoặc CSV bên trong.' },
    'not-a-list': { what: 'Không đọc được tệp này như một danh sách.', now: 'Gửi tệp Excel (.xlsx) hoặc CSV.' },
    bomb: {
      what: 'Tệp nhỏ nhưng bung ra quá lớn, nên bị dừng để giữ an toàn.',
      now: 'Chép riêng danh sách sang một tệp Excel mới, rồi gửi tệp đó.',
    },
    broken: {
      what: 'Tệp bị hỏng hoặc bị thiếu một phần.',
      now: 'Mở tệp ra xem. Mở được thì lưu lại rồi gửi. Không được thì xin tệp khác.',
    },
    'unsafe-xml': {
      what: 'Trong tệp có phần không bảng tính nào cần, nên bị dừng để giữ an toàn.',
      now: 'Chép riêng danh sách sang một tệp Excel mới, rồi gửi tệp đó.',
    },
    'quote-open': {
      what: 'Có dấu ngoặc kép mở mà không đóng.',
      now: 'Tìm dấu " ở dòng này, đóng lại hoặc xóa đi, rồi gửi lại.',
    },
    'line-too-long': {
      what: 'Có một dòng quá dài, không phải dòng của danh sách.',
      now: 'Xem lại dòng này trong tệp, rồi gửi lại.',
    },
    'no-people': {
      what: 'Không thấy ai trong tệp này.',
      now: 'Danh sách cần một dòng đầu đề có “Họ và tên”, và mỗi người một dòng bên dưới.',
    },
    'no-sheet': { what: 'Tệp Excel không có trang tính nào.', now: 'Mở tệp ra xem, lưu lại, rồi gửi lại.' },
    'too-many-rows': {
      what: 'Danh sách dài hơn 100.000 dòng.',
      now: 'Chia danh sách làm nhiều tệp, rồi gửi từng tệp.',
    },
    'too-slow': { what: 'Đọc tệp lâu quá nên đã dừng.', now: 'Chia danh sách làm nhiều tệp, rồi gửi từng tệp.' },
    'too-heavy': {
      what: 'Tệp quá nặng nên đã dừng.',
      now: 'Chép riêng danh sách sang một tệp Excel mới, rồi gửi tệp đó.',
    },
    cancelled: { what: 'Đã dừng theo yêu cầu.', now: 'Muốn nhận danh sách này thì gửi lại từ đầu.' },
  },
  report: {
    title: 'Xem thử danh sách',
    headings: {
      row: 'Dòng',
      name: 'Họ và tên',
      birth: 'Ngày sinh',
      phone: 'Điện thoại',
      unit: 'Đơn vị',
      position: 'Chức vụ',
      verdict: 'Kết quả',
      reasons: 'Vì sao',
      known: 'Người đã có',
      mended: 'Đã sửa trên trang',
    },
    cells: {
      fullName: 'Họ và tên',
      birth: 'Ngày sinh hoặc năm sinh',
      phone: 'Điện thoại',
      unit: 'Đơn vị',
      position: 'Chức vụ, công việc',
      personalId: 'Số căn cước, số định danh',
    },
    mended: (cell: string, before: string) => (before === '' ? cell : `${cell} (trong tệp: ${before})`),
    verdicts: { new: 'Người mới', matched: 'Đã có', conflict: 'Cần xem lại', refused: 'Không nhận' },
    reasons: {
      'name-missing': 'Không có họ tên.',
      'birth-impossible': 'Ngày sinh không có thật, hoặc người này dưới 7 tuổi.',
      'duplicate-row': 'Trùng với một dòng ở trên.',
      'unit-unknown': 'Không thấy đơn vị này ở dưới đơn vị của danh sách.',
      'unit-unclear': 'Có nhiều đơn vị cùng tên này.',
      'unit-not-yours': 'Đơn vị này không thuộc đơn vị của danh sách.',
      'unit-not-alive': 'Ngày đó đơn vị này chưa có, hoặc không còn.',
      'day-wrong': 'Ngày bắt đầu không đúng.',
      overlap: 'Người này sẽ vào đơn vị đó từ một ngày sau: hai lần bị chồng lên nhau.',
      'already-there': 'Đã ở trong đơn vị này, không cần làm gì.',
      'several-fit': 'Có nhiều người cùng tên, cùng năm sinh như vậy.',
      'maybe-same': 'Có thể là một người đã có.',
      'other-birth': 'Cùng tên và số điện thoại, nhưng khác năm sinh.',
      'other-name': 'Số này đang đứng tên người khác.',
      elsewhere: 'Người này đã có ở đơn vị khác. Nhờ quản trị chuyển qua.',
      namesake: 'Có người khác cùng tên, cùng năm sinh.',
    },
  },
}
