const number = new Intl.NumberFormat('vi-VN')

export const courses = {
  audiences: {
    citizens: 'Người dân',
    workers: 'Công nhân',
    officials: 'Cán bộ, công chức, viên chức',
    enterprises: 'Doanh nghiệp, hợp tác xã',
  },
  forAudience: {
    citizens: 'Cho người dân',
    workers: 'Cho công nhân',
    officials: 'Cho cán bộ, công chức, viên chức',
    enterprises: 'Cho doanh nghiệp, hợp tác xã',
  },
  jumps: { citizens: 'Người dân', workers: 'Công nhân', officials: 'Cán bộ, công chức', enterprises: 'Doanh nghiệp' },
  lessons: (count: number) => `${number.format(count)} bài`,
  minutes: (count: number) => `${number.format(count)} phút`,
  hours: (count: number) => `${number.format(count)} tiết`,

  home: {
    title: 'Học kỹ năng số',
    description: 'Học kỹ năng số miễn phí: dùng điện thoại, dịch vụ công, chống lừa đảo. Không cần tài khoản.',
    welcome: 'Mời bà con lên bến số',
    offer: (minutes: number) => `Mỗi bài khoảng ${minutes} phút. Không tốn tiền, không cần tài khoản.`,
    offerWithoutCourses: 'Các khóa học đang được chuẩn bị. Mời bạn trở lại sau.',
    firstLesson: 'Học bài đầu tiên',
    landing:
      'Buổi sáng trên bến sông: bà và cháu đứng trên bậc bến, cùng xem một chiếc điện thoại. Ngoài sông có ghe trái cây treo cây bẹo.',
    today: 'Hôm nay bạn muốn làm được việc gì?',
    allCourses: (count: number) => (count === 1 ? 'Xem khóa học này' : `Xem cả ${number.format(count)} khóa học`),
    scamHead: 'Coi chừng tuần này',
    scamLink: 'Xem vì sao là giả',
    scamScene: 'Bàn tay một người lớn tuổi cầm điện thoại.',
    /** One a week, in turn; each is told in the lesson it names. */
    scams: [
      {
        lesson: 'gia-ngan-hang',
        story: '“Quá hạn tiền điện, cắt sau 2 giờ, bấm để trả”',
        advice:
          'Tin này là giả. Kẻ gian cố ý giục để mình không kịp nghĩ. Đừng bấm dòng chữ xanh. Hãy gọi số in trên hóa đơn giấy.',
      },
      {
        lesson: 'gia-cong-an',
        story: '“Ông dính vụ rửa tiền. Chuyển hết tiền vào tài khoản an toàn”',
        advice:
          'Cuộc gọi này là giả. Cơ quan nhà nước không bắt chuyển tiền qua điện thoại. Hãy cúp máy, rồi hỏi công an xã.',
      },
      {
        lesson: 'giong-con-mat-con',
        story: '“Má ơi, con đang cấp cứu, má chuyển tiền liền cho con”',
        advice:
          'Máy giả được giọng nói và khuôn mặt. Hãy cúp máy. Gọi lại số cũ của con, rồi hỏi câu bí mật trong nhà.',
      },
      {
        lesson: 'dau-tu-tinh-cam',
        story: '“Nạp 5 triệu, mỗi ngày lãi 500 ngàn, rút lúc nào cũng được”',
        advice:
          'Lãi cao mà chắc ăn là mồi câu. Lần đầu cho rút để mình tin. Đừng chuyển tiền cho người chỉ quen qua mạng.',
      },
    ],
    doors: 'Chỗ học cho từng người',
    door: {
      citizens: {
        title: 'Người dân, nhà\u00a0vườn, tiểu\u00a0thương',
        words: 'VNeID, trả tiền, chống lừa đảo, bán hàng.',
      },
      workers: {
        title: 'Công nhân khu công nghiệp',
        words: 'Học từng thẻ giữa ca, dừng lúc nào cũng được. Dùng chung máy cũng được.',
      },
      officials: { title: 'Cán bộ, công chức, viên chức', words: 'Khóa bắt buộc, hạn học và số tiết trong năm.' },
      enterprises: { title: 'Doanh nghiệp, hợp tác xã', words: 'Khóa ngắn cho người điều hành.' },
    },
    check: 'Kiểm tra một giấy chứng nhận',
    checkCode: 'Mã trên giấy',
    checkExample: 'Ví dụ: BS-7K4M-Q9TX',
    checkButton: 'Kiểm tra',
  },

  catalogue: {
    title: 'Khóa học',
    description: 'Tất cả khóa học kỹ năng số: tìm theo việc bạn muốn làm, theo người học, bậc và thời gian.',
    question: 'Bạn muốn học gì?',
    example: 'Gõ không dấu cũng được, ví dụ: lua dao',
    search: 'Tìm',
    jumps: 'Dành cho',
    filters: 'Lọc khóa học',
    audience: 'Dành cho ai',
    level: 'Bậc',
    levelOption: (level: number) => `Bậc ${level}`,
    competence: 'Năng lực số',
    length: 'Thời gian học',
    lengths: { '60': '60 phút trở lại', '60-120': '60 đến 120 phút', '120': 'Hơn 120 phút' },
    any: 'Tất cả',
    apply: 'Lọc',
    clear: 'Bỏ lọc, xem tất cả',
    count: (count: number) => (count === 0 ? 'Chưa có khóa học nào.' : `Có ${number.format(count)} khóa học.`),
    found: (count: number, question: string) =>
      count === 0
        ? `Không có khóa học nào cho “${question}”.`
        : `Có ${number.format(count)} khóa học cho “${question}”.`,
    fitting: (count: number) =>
      count === 0 ? 'Không có khóa học nào hợp.' : `Có ${number.format(count)} khóa học hợp.`,
    inLesson: 'Trong bài',
    empty: 'Chưa có khóa học như vậy',
    emptyAdvice: 'Bạn thử gõ ít chữ hơn, hoặc bỏ bớt điều kiện lọc.',
    seeAll: 'Xem tất cả khóa học',
    nothingYet: 'Các khóa học đang được chuẩn bị',
    nothingYetAdvice: 'Mời bạn trở lại sau. Cần học gấp thì hỏi tổ công nghệ số cộng đồng ở ấp, khu phố của bạn.',
    toHome: 'Về trang đầu',
  },

  course: {
    crumb: 'Đường đi',
    steps: (count: number, each: number | null, all: number) =>
      each === null
        ? `${count} bài, ${all} phút`
        : count === 1
          ? `1 bài, ${all} phút`
          : `${count} bài, mỗi bài ${each} phút`,
    states: { opened: 'Đang học', read: 'Đã đọc, chưa xong', done: 'Đã học xong' },
    examWhat: (questions: number) => `${number.format(questions)} câu, lấy từ tất cả các bài.`,
    examAccount: 'Vào tài khoản trước khi làm bài kiểm tra.',
    outcomes: 'Học xong, bạn làm được',
    handouts: 'Tài liệu để in',
    printHandout: 'Bản để in: mở mục in của trình duyệt, chọn khổ giấy A4.',
    languages: 'Ngôn ngữ',
    languageNames: { vi: 'Tiếng Việt', en: 'Tiếng Anh' },
    about: 'Về khóa học',
    fee: 'Học phí',
    free: 'Miễn phí',
    time: 'Thời gian học',
    credit: 'Số tiết được tính',
    level: 'Bậc',
    levels: (lowest: number, highest: number) => {
      const bands = ['Cơ bản', 'Trung cấp', 'Nâng cao', 'Chuyên sâu']
      const band = (level: number) => bands[Math.ceil(level / 2) - 1] ?? ''
      const names = [...new Set([band(lowest), band(highest)])].join(' – ')
      return `${lowest === highest ? lowest : `${lowest}–${highest}`} (${names})`
    },
    competences: 'Năng lực số',
    passing: 'Đạt khi',
    passPercent: (percent: number) => (percent === 0 ? 'Nộp bài kiểm tra' : `Được từ ${percent}% số điểm bài kiểm tra`),
    passScenario: 'đúng hết câu tình huống',
    passMarked: 'đúng hết câu bắt buộc',
    and: ' và ',
    practice: 'Trả lời hết câu hỏi trong bài',
    minutesPercent: (percent: number) => `Học ít nhất ${percent}% thời gian của mỗi bài`,
    timeLimit: 'Giờ làm bài',
    noTimeLimit: 'Không giới hạn giờ',
    again: 'Làm lại',
    againFreely: 'Bao nhiêu lần cũng được',
    attempts: (count: number) => `Làm tối đa ${count} lần`,
    wait: (hours: number) =>
      hours % 24 === 0 ? `cách nhau ${hours / 24} ngày` : `cách nhau ${number.format(hours)} giờ`,
    paper: 'Khi đạt, bạn nhận',
    papers: { confirmation: 'Giấy xác nhận', completion: 'Giấy chứng nhận hoàn thành khóa học' },
    more: 'Trình độ, năng lực số, người soạn',
    makers: 'Người soạn',
    reviewed: 'Nội dung được xem lại',
    reviewBy: 'Lần xem lại tới, trước ngày',
    myProgress: 'Xem tiến độ của bạn',
  },

  next: {
    first: 'Học bài đầu tiên',
    lesson: (place: number | string) => `Học tiếp bài ${place}`,
    exam: 'Làm bài kiểm tra',
    examAgain: 'Xem bài kiểm tra',
    certificate: 'Xem giấy của bạn',
  },

  /** Thông tư 02/2025/TT-BGDĐT. */
  competences: {
    '1.1': 'Duyệt, tìm kiếm và lọc',
    '1.2': 'Đánh giá thông tin',
    '1.3': 'Quản lý dữ liệu, thông tin và nội dung số',
    '2.1': 'Tương tác',
    '2.2': 'Chia sẻ',
    '2.3': 'Thực hiện trách nhiệm công dân',
    '2.4': 'Hợp tác',
    '2.5': 'Quy tắc ứng xử',
    '2.6': 'Quản lý danh tính số',
    '3.1': 'Phát triển nội dung số',
    '3.2': 'Tích hợp và tạo lập lại',
    '3.3': 'Bản quyền và giấy phép',
    '3.4': 'Lập trình',
    '4.1': 'Bảo vệ thiết bị',
    '4.2': 'Bảo vệ dữ liệu cá nhân và quyền riêng tư',
    '4.3': 'Bảo vệ sức khỏe và an sinh số',
    '4.4': 'Bảo vệ môi trường',
    '5.1': 'Giải quyết vấn đề kỹ thuật',
    '5.2': 'Xác định nhu cầu và giải pháp công nghệ',
    '5.3': 'Sử dụng sáng tạo công nghệ số',
    '5.4': 'Xác định thiếu hụt năng lực số',
    '6.1': 'Hiểu biết về AI',
    '6.2': 'Sử dụng AI',
    '6.3': 'Đánh giá AI',
  },
}
