import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { temporaryFolder } from '#tests/temporary-folder.ts'

/**
 * A small course that is right in every way, in a folder of its own: one lesson, one practice question, two in the bank.
 * `changes` writes other files over it; null takes one away.
 */
export async function aCourseFolder(
  slug = 'cd9',
  changes: Record<string, string | Uint8Array | null> = {},
): Promise<string> {
  const folder = join(temporaryFolder('course'), slug)
  await changeCourse(folder, { ...goodCourse, ...changes })
  return folder
}

export async function changeCourse(folder: string, changes: Record<string, string | Uint8Array | null>): Promise<void> {
  for (const [name, content] of Object.entries(changes)) {
    const place = join(folder, name)
    await mkdir(dirname(place), { recursive: true })
    if (content === null) await rm(place, { force: true })
    else await writeFile(place, content)
  }
}

export const goodCourseFile = `code: CD9
title: Qua sông bằng điện thoại
promise: Đi đò, mua vé mà không cần tiền mặt.
audience: citizens
language: vi
level: [1, 2]
hours: 0
category: KHCN_KNS
competences: ["1.2", "4.2"]
labels: [QĐ757-ND]
cover: media/cover.svg
makers: [Tổ biên soạn Bến Số]
reviewed: 2026-11-20
review_by: 2027-05-20
outcomes:
  - Mua vé đò trên điện thoại
  - Giữ mã OTP cho riêng mình
  - Hỏi người soát vé khi máy hết pin
lessons: [mua-ve]
completion:
  practice: true
  minutes_percent: 0
exam:
  key: cuoi-khoa
  title: Bài kiểm tra cuối khóa
  per_lesson: 2
  pass_percent: 60
  must_be_right: scenario
  attempts: unlimited
  wait_hours: 0
  time_limit_minutes: none
  review: full
certificate:
  kind: confirmation
`

const lesson = `---
title: Mua vé đò
minutes: 10
outcomes:
  - Mua được một vé
  - Đưa đúng mã cho người soát vé
  - Giữ mã OTP cho riêng mình
skills: ["1.2"]
level: 1
reviewed: 2026-11-20
review_by: 2027-05-20
---

## Trên bến

Chị Tư mở điện thoại. Chị mua một vé qua sông.

## Thử xem

${question('ve-otp')}
`

/** A question with one right answer. */
export function question(id: string): string {
  return `<Question id="${id}" kind="single" outcome="1" difficulty="1" skill="4.2">

Ai được phép hỏi mã OTP của bạn?

- [ ] Người bán vé
  > Người bán vé không cần mã này.
- [x] Không ai cả
  > Đúng. Mã này chỉ để bạn nhập.

<Why>Mã OTP như chìa khóa nhà.</Why>

</Question>`
}

const cover = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 3"><path fill="#0a5660" d="M0 0h4v3H0z"/></svg>\n'

export const goodCourse: Record<string, string> = {
  'course.yaml': goodCourseFile,
  'lessons/mua-ve.mdx': lesson,
  'bank/mua-ve.mdx': `${question('ve-thi-mot')}\n\n${question('ve-thi-hai')}\n`,
  'media/cover.svg': cover,
}
