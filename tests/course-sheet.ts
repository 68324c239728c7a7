import type { CourseSheet, LessonSheet } from '#app/courses/course-sheet.ts'

/** A sheet that is right in every way; change what the test is about. */
export function aSheet(changes: Partial<CourseSheet> = {}): CourseSheet {
  return {
    code: 'CD9',
    title: 'Qua sông bằng điện thoại',
    promise: 'Đi đò, mua vé mà không cần tiền mặt.',
    audience: 'citizens',
    language: 'vi',
    level: [1, 2],
    hours: 0,
    category: 'KHCN_KNS',
    competences: ['1.2', '4.2'],
    labels: [],
    cover: 'media/cover.svg?v=0123456789abcdef',
    makers: ['Tổ biên soạn Bến Số'],
    reviewed: '2026-11-20',
    reviewBy: '2027-05-20',
    outcomes: ['Mua vé đò trên điện thoại', 'Giữ mã OTP cho riêng mình'],
    lessons: [aLesson('mua-ve', 'Mua vé đò'), aLesson('len-do', 'Lên đò')],
    completion: { practice: true, minutesPercent: 0 },
    exam: {
      key: 'cuoi-khoa',
      title: 'Bài kiểm tra cuối khóa',
      perLesson: 2,
      passPercent: 60,
      mustBeRight: 'scenario',
      attempts: null,
      waitHours: 0,
      timeLimitMinutes: null,
      review: 'full',
    },
    certificate: { kind: 'confirmation' },
    ...changes,
  }
}

export function aLesson(lesson: string, title: string, changes: Partial<LessonSheet> = {}): LessonSheet {
  return {
    lesson,
    title,
    minutes: 10,
    questions: [`${lesson}-1`],
    outcomes: [`Biết ${title.toLowerCase()}`],
    ...changes,
  }
}
