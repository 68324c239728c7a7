import { goodCourse } from '#tests/course-folder.ts'

/** The small course of `aCourseFolder` in English, and a handout in both languages. */
export const inEnglish: Record<string, string> = {
  'en/course.yaml': `title: Across the river by phone
promise: Take the ferry and buy a ticket without cash.
outcomes:
  - Buy a ferry ticket on your phone
  - Keep your OTP to yourself
  - Ask the inspector when your battery is empty
exam_title: Final test
`,
  'en/lessons/mua-ve.mdx': String(goodCourse['lessons/mua-ve.mdx'])
    .replace('title: Mua vé đò', 'title: Buying a ticket')
    .replace('Mua được một vé', 'Buy one ticket')
    .replace('Đưa đúng mã cho người soát vé', 'Show the right code to the inspector')
    .replace('Giữ mã OTP cho riêng mình', 'Keep your OTP to yourself')
    .replace(
      /## Trên bến[\s\S]*## Thử xem\n[\s\S]*/,
      `## At the pier\n\nTư opens her phone.\n\n## Try it\n\n${english('ve-otp')}\n`,
    ),
  'en/bank/mua-ve.mdx': `${english('ve-thi-mot')}\n\n${english('ve-thi-hai')}\n`,
  'handouts/huong-dan-lop.mdx': handout('Hướng dẫn lớp 30 phút', '## Chuẩn bị\n\nMột chiếc điện thoại.'),
  'en/handouts/huong-dan-lop.mdx': handout('A class of 30 minutes', '## Prepare\n\nOne phone.'),
}

/** The question of the small course, in English: the same options in the same order. */
export function english(id: string): string {
  return `<Question id="${id}" kind="single" outcome="1" difficulty="1" skill="4.2">

Who may ask for your OTP?

- [ ] The ticket seller
  > A ticket seller needs no code.
- [x] Nobody
  > Right. It is for you alone.

<Why>An OTP is like the key of your house.</Why>

</Question>`
}

export function handout(title: string, body: string): string {
  return `---\ntitle: ${title}\nminutes: 30\nreviewed: 2026-11-20\nreview_by: 2027-05-20\n---\n\n${body}\n`
}
