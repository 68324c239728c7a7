import { accessibility, privacy } from '#app/i18n/vi/privacy.ts'

/** What each problem says: what is wrong and how to mend it. */
const problems = {
  'name-empty': 'Chưa có họ và tên. Gõ đủ họ và tên, như trên giấy tờ.',
  'name-long': 'Họ và tên dài quá 120 chữ cái. Gõ ngắn lại.',
  'contact-wrong': 'Số điện thoại hoặc e-mail chưa đúng. Số di động có 10 số, như 0900 000 135.',
  'password-short': 'Mật khẩu ngắn quá. Gõ ít nhất 8 chữ hoặc số.',
  'password-long': 'Mật khẩu dài quá 200 chữ. Gõ ngắn lại.',
  'password-common': 'Mật khẩu này dễ đoán, kẻ gian thử đầu tiên. Chọn mật khẩu khác.',
  'password-name': 'Mật khẩu giống tên hoặc số của bạn, dễ đoán. Chọn mật khẩu khác.',
  'password-wrong': 'Mật khẩu chưa đúng. Gõ lại mật khẩu đang dùng.',
  'birth-year-wrong': 'Năm sinh chưa đúng. Gõ bốn số, như 1968.',
  'too-young': 'Trẻ dưới 7 tuổi chưa tạo tài khoản được. Cha mẹ mở bài và học cùng trẻ, không cần tài khoản.',
  'guardian-empty': 'Chưa có họ và tên cha, mẹ hoặc người giám hộ. Người dưới 16 tuổi cần một người lớn đồng ý.',
  'consent-needed': 'Ô này chưa được đánh dấu. Không đồng ý thì vẫn học được, không cần tài khoản.',
  'guardian-needed': 'Cha, mẹ hoặc người giám hộ chưa đánh dấu đồng ý.',
  'username-wrong': 'Tên đăng nhập chưa đúng. Bắt đầu bằng chữ, 3 đến 32 chữ không dấu hoặc số.',
  'username-taken': 'Tên đăng nhập này đã có người dùng. Chọn tên khác.',
  'code-wrong': 'Mã này không đúng, đã dùng rồi hoặc hết hạn. Xin mã mới.',
  'reason-needed': 'Chưa có lý do. Ghi số quyết định hoặc lý do.',
  'last-administrator': 'Đây là người quản trị cuối cùng. Giao vai trò cho người khác trước.',
}

const signIn = {
  title: 'Vào học',
  thenBack: 'Trang bạn vừa bấm cần tài khoản. Vào xong, bạn đến đúng trang đó.',
  tryFirst: 'Chỉ muốn học thử?',
  tryLink: 'Học ngay, không cần tài khoản',
  account: 'Số điện thoại, e-mail hoặc tên đăng nhập',
  accountEg: 'Ví dụ: 0900 000 135 hoặc beba27',
  password: 'Mật khẩu',
  passwordEg: 'Không cho người khác xem.',
  reveal: 'Hiện mật khẩu',
  conceal: 'Ẩn mật khẩu',
  shared: 'Máy này nhiều người dùng chung',
  sharedEg: 'Máy dùng chung tự thoát sau 3 phút không bấm gì.',
  button: 'Vào',
  forgot: 'Quên mật khẩu',
  otherWays: 'Cách khác',
  signUp: 'Tạo tài khoản mới',
  signUpEg: 'Cần số điện thoại hoặc e-mail. Miễn phí.',
  byCode: 'Có mã do người quản trị đưa',
  byCodeEg: 'Gõ mã để đặt mật khẩu, rồi vào',
  scene: 'Hai công nhân trước cổng nhà máy, một người đang xem điện thoại.',
  wrong: 'Tên hoặc mật khẩu chưa đúng. Gõ lại, hoặc bấm “Quên mật khẩu”.',
  merged: (username: string) =>
    `Tài khoản này đã được gộp vào tài khoản ${username} của bạn. Vào bằng tên đăng nhập ${username}; kết quả học ở cả hai tài khoản đều nằm ở đó. Nếu ${username} không phải của bạn, hãy báo người quản lý của đơn vị.`,
  which: 'Nhiều người dùng chung số điện thoại hoặc e-mail này. Gõ tên đăng nhập của bạn, như beba27.',
  locked: (minutes: number) =>
    `Gõ sai nhiều lần nên tên này tạm khóa để giữ an toàn. Chờ ${minutes} phút rồi thử lại, hoặc bấm “Quên mật khẩu”.`,
  resetDone: (username: string) => `Đã đặt mật khẩu mới. Tên đăng nhập của bạn là ${username}.`,
  signedOut: 'Bạn đã thoát.',
  already: (name: string) => `Bạn đang vào bằng tên ${name}.`,
}

const signUp = {
  title: 'Tạo tài khoản',
  why: 'Tài khoản giữ bài đã học, để học tiếp trên máy khác và nhận giấy chứng nhận.',
  fullName: 'Họ và tên',
  fullNameEg: 'Ví dụ: Nguyễn Thị Bé Ba. Tên này in trên giấy chứng nhận.',
  contact: 'Số điện thoại hoặc e-mail',
  contactEg: 'Ví dụ: 0900 000 135. Người nhà dùng chung số vẫn được.',
  password: 'Mật khẩu',
  passwordEg: 'Ít nhất 8 chữ hoặc số. Một câu ngắn dễ nhớ là tốt nhất.',
  birthYear: 'Năm sinh',
  birthYearEg: 'Ví dụ: 1968',
  childTitle: 'Nếu bạn dưới 16 tuổi',
  childWhy: 'Cha, mẹ hoặc người giám hộ điền phần này. Từ 16 tuổi thì bỏ qua.',
  guardianName: 'Họ và tên cha, mẹ hoặc người giám hộ',
  noticeTitle: 'Thông tin của bạn',
  notice:
    'Chúng tôi giữ họ tên, năm sinh, số điện thoại hoặc e-mail, và việc học của bạn. Để làm gì: giữ bài đã học và cấp giấy chứng nhận. Bạn xem, tải về, hoặc đóng tài khoản lúc nào cũng được.',
  noticeMore: 'Xem đầy đủ: giữ gì, vì sao, bao lâu',
  button: 'Tạo tài khoản',
  have: 'Đã có tài khoản?',
  haveLink: 'Vào học',
}

const consents = {
  account: 'Tôi đồng ý để Bến Số giữ thông tin trên cho việc học của tôi.',
  guardian: 'Tôi là cha, mẹ hoặc người giám hộ. Trẻ đã đủ 7 tuổi. Tôi đồng ý cho trẻ có tài khoản.',
  reminders: 'Nhắc tôi học qua e-mail.',
  statistics: 'Cho dùng kết quả học của tôi, không kèm tên, để sửa bài học cho tốt hơn.',
  former:
    'Trước đây bạn đã đồng ý điều dưới đây. Bến Số chưa từng dùng đến, và không hỏi nữa. Bỏ dấu rồi bấm lưu để rút lại.',
}

const reset = {
  title: 'Quên mật khẩu',
  askTitle: 'Nhận thư có đường dẫn',
  askWhy: 'Tài khoản có e-mail thì nhận được thư. Bấm dòng chữ xanh trong thư để đặt mật khẩu mới.',
  account: 'E-mail, số điện thoại hoặc tên đăng nhập',
  ask: 'Gửi thư cho tôi',
  asked:
    'Nếu tài khoản này có e-mail, thư sẽ đến trong vài phút và dùng được 30 phút. Không thấy thì xem hộp thư rác, hoặc nhờ người quản trị đưa mã.',
  askedTitle: 'Đã nhận yêu cầu',
  codeTitle: 'Có mã rồi',
  codeWhy: 'Không có e-mail? Nhờ người quản trị ở xã, phường hoặc cơ quan đưa mã.',
  code: 'Mã dùng một lần',
  codeEg: 'Ví dụ: ABCDE-23456. Chữ hoa hay thường đều được.',
  next: 'Mật khẩu mới',
  set: 'Đặt mật khẩu mới',
}

const account = {
  title: 'Tài khoản của tôi',
  welcomeTitle: 'Đã tạo tài khoản',
  welcome: (username: string) => `Tên đăng nhập của bạn là ${username}. Chép lại để lần sau vào.`,
  goOn: 'Học tiếp',
  about: 'Về tôi',
  username: 'Tên đăng nhập',
  fullName: 'Họ và tên',
  phone: 'Số điện thoại',
  email: 'E-mail',
  birthYear: 'Năm sinh',
  guardianName: 'Cha, mẹ hoặc người giám hộ',
  role: 'Vai trò',
  none: 'Chưa có',
  mendName: 'Họ tên hoặc năm sinh sai thì nhờ người quản trị sửa.',
  changeContact: 'Đổi số hoặc e-mail',
  newContact: 'Số điện thoại hoặc e-mail mới',
  saveContact: 'Lưu số hoặc e-mail mới',
  contactChanged: 'Đã lưu số điện thoại hoặc e-mail mới.',
  sessions: 'Máy đang vào',
  sessionsWhy: 'Thấy máy lạ thì bấm “Thoát máy này” rồi đổi mật khẩu.',
  thisDevice: 'Máy này',
  sharedDevice: 'Máy dùng chung',
  lastSeen: (moment: string) => `Dùng lần cuối ${moment}`,
  unknownDevice: 'Máy không rõ tên',
  endSession: 'Thoát máy này',
  sessionEnded: 'Đã thoát máy đó.',
  password: 'Đổi mật khẩu',
  current: 'Mật khẩu đang dùng',
  next: 'Mật khẩu mới',
  savePassword: 'Đổi mật khẩu',
  passwordChanged: 'Đã đổi mật khẩu. Các máy khác đã thoát.',
  language: 'Thư gửi cho bạn viết bằng',
  languages: { vi: 'Tiếng Việt', en: 'English' },
  saveLanguage: 'Lưu',
  languageChanged: 'Đã lưu.',
  consents: 'Điều tôi đồng ý',
  saveConsents: 'Lưu lựa chọn',
  consentsChanged: 'Đã lưu lựa chọn của bạn.',
  download: 'Tải thông tin của tôi',
  downloadWhy: 'Một tệp có mọi thứ Bến Số giữ về bạn: tài khoản, việc học, bài thi, giấy chứng nhận.',
  downloadButton: 'Tải về (JSON)',
  close: 'Đóng tài khoản',
  closeGone: 'Mất hẳn: tên đăng nhập, họ tên, số điện thoại, e-mail, năm sinh, mật khẩu. Mọi máy đều thoát.',
  closeStays:
    'Còn giữ theo luật: sổ cấp giấy chứng nhận, hồ sơ đã học không kèm tên, và việc bạn từng đồng ý điều gì. Giấy đã cấp vẫn kiểm tra được.',
  closeFirst: 'Tải thông tin và giấy chứng nhận về trước. Đóng rồi không mở lại được.',
  closeButton: 'Đóng tài khoản của tôi',
  closed: 'Đã đóng tài khoản. Cảm ơn bạn đã học ở Bến Số.',
  confirm: 'Mật khẩu của bạn',
}

const firstAdministrator = {
  title: 'Người quản trị đầu tiên',
  why: 'Đường dẫn này dùng một lần, để lập tài khoản quản trị của nơi cài Bến Số.',
  button: 'Lập tài khoản quản trị',
}

const admin = {
  title: 'Người dùng',
  search: 'Tìm người',
  searchEg: 'Tên không dấu cũng được, tên đăng nhập, số điện thoại hoặc e-mail',
  find: 'Tìm',
  found: (n: number) => `${n} người`,
  most: 'Hiện 50 người đầu. Gõ thêm để tìm gần hơn.',
  nobody: 'Không thấy ai. Thử gõ ít chữ hơn.',
  born: (year: number) => `sinh năm ${year}`,
  issueCode: 'Đưa mã đặt mật khẩu',
  issued: (username: string) => `Mã cho tên đăng nhập ${username}`,
  issuedWhy: (moment: string) =>
    `Chỉ hiện một lần. Đưa cả tên đăng nhập và mã cho đúng người, sau khi biết chắc là họ. Gõ mã ở trang “Quên mật khẩu” trước ${moment}.`,
  codeSeenOnce: 'Mã chỉ hiện một lần, ngay khi tạo. Cần mã mới thì về trang của người đó.',
  backToPerson: 'Về trang của người này',
  role: 'Vai trò',
  reason: 'Lý do',
  reasonEg: 'Ví dụ: Quyết định 12/QĐ-SNV ngày 02/11/2026',
  changeRole: 'Đổi vai trò',
  roleChanged: (username: string) => `Đã đổi vai trò của ${username}. Người đó phải vào lại.`,
  create: 'Thêm người',
  createWhy: 'Tên đăng nhập để trống thì hệ thống tự đặt. Người đó dùng mã để đặt mật khẩu.',
  createButton: 'Thêm người',
  optional: '(không bắt buộc)',
}

/** The letter with a link; bodies end with the promise of messages/message.ts. */
const letters = {
  resetSubject: 'Bến Số: đặt mật khẩu mới',
  resetBody: ({ fullName, username, link }: { fullName: string; username: string; link: string }) => `Chào ${fullName},

Có người, chắc là bạn, xin đặt mật khẩu mới cho tên đăng nhập ${username}.
Mở đường dẫn này trong 30 phút, trên máy của bạn:

${link}

Không phải bạn xin? Bỏ qua thư này. Mật khẩu cũ vẫn dùng được.`,
}

export const people = {
  problems,
  signIn,
  signUp,
  consents,
  reset,
  account,
  firstAdministrator,
  admin,
  letters,
  privacy,
  accessibility,
  roles: { learner: 'Người học', trainer: 'Giảng viên', manager: 'Người quản lý', administrator: 'Người quản trị' },
  summary: (n: number) => `Còn ${n} chỗ chưa đúng`,
  problem: 'Chưa xong',
  done: 'Xong rồi',
}
