export const attempts = {
  /** Why an event sent by a device is not kept. */
  refused: {
    batch: 'Máy chủ không đọc được gói bài gửi lên. Tải lại trang rồi thử lần nữa.',
    unreadable: 'Máy chủ không đọc được mục này.',
    notFound: 'Không có bài này, hoặc bài này không dành cho bạn.',
    notOnPaper: 'Câu hỏi này không có trong đề của bạn.',
    badAnswer: 'Câu trả lời không khớp với câu hỏi. Tải lại trang rồi chọn lại.',
    noAnswer: 'Bạn chưa chọn câu trả lời.',
  },
}
