type Kept = { what: string; why: string; howLong: string }

const kept: Kept[] = [
  {
    what: 'Họ tên, năm sinh, tên đăng nhập',
    why: 'Để biết bài học và giấy chứng nhận là của ai. Năm sinh để biết ai cần cha mẹ đồng ý.',
    howLong: 'Đến khi bạn đóng tài khoản.',
  },
  {
    what: 'Số điện thoại hoặc e-mail',
    why: 'Để vào học và đặt lại mật khẩu.',
    howLong: 'Đến khi bạn đổi, hoặc đóng tài khoản.',
  },
  {
    what: 'Mật khẩu',
    why: 'Để chỉ mình bạn vào được. Chúng tôi chỉ giữ dấu vết đã băm, không ai đọc lại được.',
    howLong: 'Đến khi bạn đổi, hoặc đóng tài khoản.',
  },
  {
    what: 'Việc học: bài đã mở, câu đã trả lời, bài kiểm tra',
    why: 'Để học tiếp chỗ đã dừng, chấm bài và ghi giờ học.',
    howLong: 'Khi bạn đóng tài khoản, phần còn giữ không kèm tên.',
  },
  {
    what: 'Giấy chứng nhận đã cấp',
    why: 'Sổ cấp giấy phải giữ theo quy định, để ai cũng kiểm tra được giấy thật hay giả.',
    howLong: 'Giữ lâu dài, cả sau khi bạn đóng tài khoản.',
  },
  {
    what: 'Máy bạn đang dùng để vào: loại máy, lần dùng cuối',
    why: 'Để bạn thấy máy lạ và thoát máy đó.',
    howLong: 'Đến khi thoát; lâu nhất 30 ngày không dùng.',
  },
  {
    what: 'Họ tên cha, mẹ hoặc người giám hộ (người dưới 16 tuổi)',
    why: 'Luật cần người lớn đồng ý.',
    howLong: 'Đến khi đóng tài khoản.',
  },
  {
    what: 'Điều bạn đã đồng ý hoặc không',
    why: 'Để chứng minh chúng tôi làm đúng ý bạn.',
    howLong: 'Giữ lâu dài, không kèm tên sau khi đóng tài khoản.',
  },
]

export const privacy = {
  title: 'Bảo vệ thông tin của bạn',
  short:
    'Học thì không cần tài khoản. Có tài khoản thì chúng tôi chỉ giữ những gì cần cho việc học. Không bán, không cho ai để quảng cáo.',
  keptTitle: 'Giữ gì, vì sao, bao lâu',
  what: 'Giữ gì',
  why: 'Vì sao',
  howLong: 'Bao lâu',
  kept,
  notTitle: 'Không hỏi, không giữ',
  not: [
    'Số căn cước, ảnh căn cước, khuôn mặt, vị trí của bạn.',
    'Tài khoản ngân hàng, mã OTP. Ai hỏi những thứ đó không phải là Bến Số.',
    'Việc bạn làm trên trang khác. Trang này không có mã theo dõi của bên ngoài.',
  ],
  whoTitle: 'Ai xem được',
  who: [
    'Bạn xem được mọi thứ về mình.',
    'Người quản trị thấy họ tên, cách liên lạc và vai trò, để giúp bạn vào lại.',
    'Ai có mã trên giấy chứng nhận thì thấy đúng những gì in trên giấy.',
  ],
  deviceTitle: 'Học không có tài khoản',
  device: 'Bài đã học chỉ nằm trên máy của bạn. Chúng tôi không nhận được cho đến khi bạn tạo tài khoản và đồng ý gửi.',
  rightsTitle: 'Quyền của bạn và thời hạn',
  rights: [
    'Xem, tải về, đổi số điện thoại và e-mail, rút lại điều đã đồng ý, đóng tài khoản: tự làm ngay ở “Tài khoản của tôi”.',
    'Không đồng ý với cách chúng tôi làm, bạn có quyền khiếu nại.',
  ],
  deadlines: {
    answer: (days: number) => `Gửi yêu cầu khác: chúng tôi trả lời trong ${days} ngày làm việc.`,
    seeOrMend: (days: number) => `Xem hoặc sửa thông tin: xong trong ${days} ngày.`,
    erase: (days: number) => `Xóa thông tin: xong trong ${days} ngày.`,
    withdraw: (days: number) => `Rút lại đồng ý, hạn chế hoặc phản đối: xong trong ${days} ngày.`,
  },
  law: (basis: string) => `Theo ${basis}.`,
  askTitle: 'Hỏi ai',
  toAccount: 'Mở tài khoản của tôi',
}

export const accessibility = {
  title: 'Trang này cho người khuyết tật',
  goal: 'Ai cũng học được, dùng chuột, bàn phím, giọng đọc hay màn hình lớn. Chúng tôi làm theo WCAG 2.2 mức AA, chữ đậm nét hơn mức AAA.',
  doesTitle: 'Dùng được',
  does: [
    'Chữ ba cỡ, ba kiểu màu và kiểu đậm nét, ở cuối mỗi trang. Phóng to đến 400% vẫn đọc được.',
    'Mọi nút và câu hỏi làm được bằng bàn phím. Không cần kéo thả.',
    'Trình đọc màn hình đọc được mọi ô, mọi lỗi và kết quả.',
    'Tắt mã chạy thêm (JavaScript) vẫn học và làm bài được.',
    'Bài kiểm tra có giờ: người cần thêm giờ được thêm. Nhờ người quản trị.',
    'Phim và tiếng có chữ đi kèm.',
  ],
  limitsTitle: 'Chưa dùng được tốt',
  limits: [
    'Nút “Nghe” chỉ hiện khi máy có giọng đọc tiếng Việt.',
    'Giấy chứng nhận PDF chưa gắn thẻ cho trình đọc màn hình. Trang kiểm tra giấy có đủ nội dung đó.',
    'Chưa có phim ngôn ngữ ký hiệu.',
  ],
  tellTitle: 'Có chỗ nào khó dùng?',
  tell: (phone: string, email: string) => `Gọi ${phone} hoặc gửi thư đến ${email}. Nói trang nào và bạn dùng máy gì.`,
}
