/** Three lines each: what happened, what to do now, whom to ask. */
export const errors = {
  whatHead: 'Chuyện gì',
  nowHead: 'Làm gì bây giờ',
  askHead: 'Không được thì gọi ai',
  notFound: {
    title: 'Không tìm thấy trang này',
    what: 'Địa chỉ này không có, hoặc không dành cho bạn.',
    now: 'Xem lại địa chỉ, hoặc về trang đầu và tìm khóa học.',
  },
  refused: {
    title: 'Trang này không nhận được yêu cầu',
    what: 'Yêu cầu đến từ một trang khác, nên đã bị chặn để giữ an toàn.',
    now: 'Mở lại trang của Bến Số rồi làm lại.',
  },
  /** Thấy được, nhưng không làm được việc này. */
  lookOnly: {
    title: 'Bạn chỉ xem được, không ghi được',
    what: 'Bạn xem được đơn vị này, nhưng chưa được giao việc này ở đây.',
    now: 'Trở lại đơn vị của bạn. Cần làm việc này thì nhờ người quản lý đơn vị, hoặc xin giao vai trò.',
  },
  tooLarge: {
    title: 'Nội dung gửi lên quá lớn',
    what: 'Nội dung gửi lên lớn hơn mức cho phép.',
    now: 'Gửi ít lại, rồi thử lần nữa.',
  },
  tooMany: {
    title: 'Gửi quá nhiều lần',
    what: 'Vừa có quá nhiều yêu cầu liên tiếp.',
    now: 'Chờ một chút rồi thử lại.',
  },
  invalid: {
    title: 'Có chỗ chưa đúng',
    what: 'Trang chưa hiểu được nội dung gửi lên.',
    now: 'Trở lại, xem từng ô rồi gửi lại.',
  },
  broken: {
    title: 'Trang bị trục trặc',
    what: 'Lỗi này do hệ thống, không phải do bạn. Bài đã nhận vẫn còn nguyên.',
    now: 'Chờ một phút rồi tải lại trang.',
  },
  busy: {
    title: 'Hệ thống đang bận',
    what: 'Máy chủ chưa ghi được lúc này. Bài đã nhận vẫn còn nguyên.',
    now: 'Chờ một phút rồi thử lại.',
  },
  /** To a device that sends work while nobody is signed in. */
  signedOut: 'Bạn đã thoát. Vào lại để gửi; bài vẫn còn trên máy này.',
  ask: (phone: string) => `Bạn gọi ${phone}, có người giúp.`,
  code: (code: string) => `Mã cho người giúp: ${code}`,
  home: 'Về trang đầu',
  courses: 'Tìm khóa học',
}
