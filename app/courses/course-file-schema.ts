import { z } from 'zod'
import { isCompetence } from '#app/courses/competences.ts'
import { type Audience, audiences } from '#app/courses/course-sheet.ts'

const line = z.string().trim().min(1).max(300)
const key = z
  .string()
  .max(60)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'chỉ dùng a–z, 0–9 và dấu gạch nối')
const day = z.iso.date('viết ngày có thật, như 2026-11-20')
const whole = (low: number, high: number) => z.number().int().min(low).max(high)

/** course.yaml as docs/authoring.md section 1 has it: these keys and no others. */
export const courseFileSchema = z
  .strictObject({
    code: z.string().regex(/^[A-Z]{2,4}\d{1,3}[A-Z]?$/, 'viết mã như CD3'),
    title: line,
    promise: line,
    audience: z.enum(audiences),
    language: z.enum(['vi', 'en']),
    level: z
      .tuple([whole(1, 8), whole(1, 8)])
      .refine(([lowest, highest]) => lowest <= highest, 'viết bậc thấp trước, bậc cao sau, như [1, 2]'),
    hours: z.number().min(0).max(200).multipleOf(0.5),
    category: z.enum(['LLCT', 'QPAN', 'QLNN', 'VTVL', 'KHCN_KNS']),
    competences: z
      .array(z.string().refine(isCompetence, 'viết mã năng lực có trong Thông tư 02/2025, như "1.2"'))
      .min(1)
      .refine(areDifferent, 'có mã viết hai lần'),
    labels: z.array(line).default([]),
    cover: z
      .string()
      .regex(/^media\/[a-z0-9]+(-[a-z0-9]+)*\.(svg|png|jpg|jpeg|webp|avif)$/, 'viết như media/cover.svg'),
    makers: z.array(line).min(1),
    reviewed: day,
    review_by: day,
    outcomes: z.array(line).min(3).max(6),
    lessons: z
      .array(key.refine(isFree, 'tên này dành cho trang khác, đặt tên khác'))
      .min(1)
      .max(60)
      .refine(areDifferent, 'có bài viết hai lần'),
    completion: z.strictObject({ practice: z.boolean(), minutes_percent: whole(0, 100) }),
    exam: z.strictObject({
      key,
      title: line,
      per_lesson: whole(1, 20),
      pass_percent: whole(0, 100),
      must_be_right: z.enum(['none', 'scenario', 'marked']),
      attempts: z.union([z.literal('unlimited'), whole(1, 100)], 'viết unlimited hoặc một số từ 1 đến 100'),
      wait_hours: z
        .number()
        .min(0)
        .max(24 * 365),
      time_limit_minutes: z.union([z.literal('none'), whole(1, 600)], 'viết none hoặc một số từ 1 đến 600'),
      review: z.enum(['full', 'own-answers', 'score']),
    }),
    certificate: z.strictObject({ kind: z.enum(['confirmation', 'completion']) }),
    /** Words of other languages, spelt as they should be: no advice on their spelling. */
    foreign: z.array(z.string().regex(/^\p{L}+$/u, 'viết mỗi mục một từ, chỉ có chữ cái')).default([]),
    /** Advice that stands with a reason. */
    explained: z.array(z.strictObject({ advice: key, file: line, why: line })).default([]),
  })
  .refine((course) => course.review_by > course.reviewed, { path: ['review_by'], error: 'phải sau ngày reviewed' })
  .refine((course) => !isForEverybody(course.audience) || course.exam.time_limit_minutes === 'none', {
    path: ['exam', 'time_limit_minutes'],
    error: 'khóa cho người dân và công nhân không giới hạn giờ: viết none',
  })

export type CourseFile = z.infer<typeof courseFileSchema>

/** en/course.yaml: what the course file says, in another language; everything else is the course's own. */
export const translationFileSchema = z.strictObject({
  title: line,
  promise: line,
  outcomes: z.array(line).min(3).max(6),
  exam_title: line,
})

/** A lesson stands at /courses/:course/:lesson, beside these. */
function isFree(lesson: string): boolean {
  return !['media', 'exams', 'enrolments', 'handouts'].includes(lesson)
}

function areDifferent(values: string[]): boolean {
  return new Set(values).size === values.length
}

function isForEverybody(audience: Audience): boolean {
  return audience === 'citizens' || audience === 'workers'
}
