import type { CertificateFacts } from '#app/certificates/certificate.ts'
import type { Paper } from '#app/certificates/paper.ts'

/** A paper to draw, without a database behind it. */
export function aPaper(facts: Partial<CertificateFacts> = {}): Paper {
  return { code: 'BS-7K4M-Q9TX', site: 'https://benso.example', facts: { ...sampleFacts, ...facts } }
}

/** What stands on the paper of an official, for the sample edition of tests/certificates.ts. */
export const sampleFacts: CertificateFacts = {
  fullName: 'Nguyễn Thị Bé Ba',
  courseCode: 'CB2',
  courseTitle: 'An toàn thông tin và bảo vệ dữ liệu cá nhân cho cán bộ, công chức, viên chức',
  hours: 10,
  category: 'KHCN_KNS',
  categoryName: 'kiến thức khoa học, công nghệ, đổi mới sáng tạo, kỹ năng số, công nghệ số',
  audience: 'officials',
  kind: 'completion',
  title: 'GIẤY CHỨNG NHẬN',
  subtitle: 'hoàn thành khóa học',
  lead: 'chứng nhận',
  sentence: 'đã học đủ chương trình và đạt yêu cầu kiểm tra khóa bồi dưỡng',
  serial: '0001/2026/GCN-BS',
  issuerName: 'Sở Khoa học và Công nghệ tỉnh Đồng Tháp',
  issuerHeading: 'Sở Khoa học và Công nghệ',
  issuerParent: 'Ủy ban nhân dân tỉnh Đồng Tháp',
  signerTitle: 'Giám đốc',
  signerName: 'Tên mẫu',
  approval: '',
  place: 'Đồng Tháp',
  completedOn: '2026-11-18',
  issuedOn: '2026-11-18',
  logo: '',
  isSample: true,
}
