/** Who may sign in to the demonstration province; plain JavaScript, since what starts it prints it. */
export const signIns = {
  password: 'lúa chín bên sông',
  people: {
    'quan.tri': { role: 'administrator', fullName: 'Nguyễn Quản Trị Mẫu' },
    'quan.ly.so': { role: 'manager of a department', fullName: 'Trần Thị Mẫu Sở' },
    'quan.ly.xa': { role: 'manager of a commune', fullName: 'Lê Văn Mẫu Phường' },
    'quan.ly.dn': { role: 'manager of an enterprise', fullName: 'Phạm Thị Mẫu Nhân Sự' },
    'kiem.tra': { role: 'auditor', fullName: 'Huỳnh Văn Mẫu Tra' },
    'giang.vien': { role: 'trainer', fullName: 'Võ Thị Mẫu Giảng' },
    'can.bo': { role: 'official', fullName: 'Đặng Văn Mẫu Cán' },
    'cong.nhan': { role: 'worker', fullName: 'Bùi Thị Mẫu Công' },
    'ba.con': { role: 'citizen', fullName: 'Ngô Thị Mẫu Bé' },
  },
}
