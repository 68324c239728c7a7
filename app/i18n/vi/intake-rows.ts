/** Quyết nhiều dòng một lần, và sửa từng dòng, trên trang của một danh sách. */
export const intakeRows = {
  many: {
    title: 'Quyết nhiều dòng một lần',
    why: 'Mỗi nút chỉ ghi cho các dòng chưa quyết. Chưa nhập danh sách thì vẫn trả lại được.',
    waiting: (count: string) => `${count} dòng chưa quyết.`,
    fitOne: (count: string) =>
      `${count} dòng chỉ giống đúng một người, và không dòng nào khác trong danh sách giống người đó.`,
    see: 'Xem các dòng này',
    same: (count: string) => `Ghi ${count} dòng là người đã có`,
    leave: (count: string) => `Để lại ${count} dòng, không nhập`,
    back: {
      same: (count: string) => `Trả ${count} dòng “là người đã có” về chưa quyết`,
      leave: (count: string) => `Trả ${count} dòng “để lại” về chưa quyết`,
    },
    done: (count: string) => `Đã ghi ${count} dòng.`,
  },
  mend: {
    open: 'Sửa dòng này',
    row: (row: number, name: string) => (name ? `dòng ${row}, ${name}` : `dòng ${row}`),
    why: 'Sửa ở đây không đổi tệp đã gửi. Máy kiểm tra lại dòng này như lúc đọc tệp.',
    birthEg: 'Ví dụ: 15/8/1985, hoặc chỉ 1985.',
    unitEg: (unit: string) => `Ghi tên như trong hệ thống. Để trống thì vào thẳng ${unit}.`,
    personalIdEg: 'Số không hiện ra ở đây. Để trống thì giữ số đã đọc trong tệp.',
    save: 'Ghi và kiểm tra lại',
    back: 'Thôi, không sửa',
    done: (row: number, name: string, verdict: string) =>
      `Đã sửa dòng ${row}${name ? `, ${name}` : ''}. Nay là: ${verdict}.`,
    again: 'Xem hoặc sửa lại dòng này',
    changed: (cells: string) => `Đã sửa trên trang: ${cells}`,
    doubtful: 'Nên xem lại',
    columnsLose: 'Đọc lại thì các dòng đã sửa và đã quyết trên trang này trở về như trong tệp.',
  },
}
