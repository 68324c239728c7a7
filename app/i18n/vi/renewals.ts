export const renewals = {
  title: 'Đến hạn học lại: thi lại là đủ',
  enough: 'Bài đã học vẫn còn, không phải học lại từ đầu. Đạt bài kiểm tra là có giấy mới; giấy cũ vẫn giữ nguyên.',
}
