import { expect, test } from 'vitest'
import { compiled } from '#tests/compiled.ts'
import { foreignIn } from '#tests/lesson-html.ts'

/** The HTML of the only card of a lesson with this body. */
async function html(body: string) {
  const { document } = await compiled(`\n## Thẻ\n\n${body}\n`)
  const blocks = document.cards.flatMap((card) => card.blocks)
  const drawn = blocks.map((block) => (block.kind === 'html' ? block.html : `[${block.question}]`)).join('')
  expect(foreignIn(drawn)).toEqual([])
  return drawn
}

test('Markdown and GFM', async () => {
  expect(await html('### Phần\n\n**đậm** ~~bỏ~~ `mã` một\\\nhai &lt;b> 2 < 3\n\n> trích\n\n1. a\n2. b')).toBe(
    '<h3>Phần</h3>\n<p><strong>đậm</strong> <del>bỏ</del> <code>mã</code> một<br/>\nhai &lt;b&gt; 2 &lt; 3</p>\n' +
      '<blockquote>\n<p>trích</p>\n</blockquote>\n<ol>\n<li>a</li>\n<li>b</li>\n</ol>',
  )
})

test('a tilde alone strikes nothing: gaps are written with it', async () => {
  expect(await html('~a~')).toBe('<p>~a~</p>')
})

test('entities that spell a tag are words', async () => {
  expect(await html('&lt;script&gt;alert(1)&lt;/script&gt; &#60;img onerror=&#34;x&#34;&#62;')).toBe(
    '<p>&lt;script&gt;alert(1)&lt;/script&gt; &lt;img onerror=&quot;x&quot;&gt;</p>',
  )
  expect(await html('`<script>{x}</script>`')).toBe('<p><code>&lt;script&gt;{x}&lt;/script&gt;</code></p>')
  expect(await html('<Callout kind="note" title="&lt;b onclick=&quot;x&quot;&gt;">a</Callout>')).toContain(
    '<span>&lt;b onclick=&quot;x&quot;&gt;</span>',
  )
})

test('a table stands in a region with a name of its own, without inline style', async () => {
  const { document } = await compiled(
    '\n## Giá\n\n| a | b |\n|---|--:|\n| 1 | 2 |\n| ngắn |\n\nx\n\n| c |\n|---|\n| 3 |\n',
  )
  const drawn = JSON.stringify(document.cards)
  expect(drawn).toContain(
    '<div class=\\"scroll\\" tabindex=\\"0\\" role=\\"region\\" aria-label=\\"Bảng 1: Giá\\"><table>',
  )
  expect(drawn).toContain('aria-label=\\"Bảng 2: Giá\\"')
  expect(drawn).toContain('<td class=\\"num\\">2</td>')
  expect(drawn).toContain('<td>ngắn</td><td class=\\"num\\"></td>')
  expect(drawn).not.toContain('style=')
})

test('a link out of the course says where it leads; mail, telephone and media do not leave', async () => {
  expect(await html('[a](https://bocongan.gov.vn/x?a=1&b=2)')).toBe(
    '<p><a href="https://bocongan.gov.vn/x?a=1&amp;b=2" rel="noopener noreferrer">a</a> <small class="soft">(sang trang ngoài: bocongan.gov.vn)</small></p>',
  )
  expect(await html('[a](tel:113) [b](mailto:a@b.vn) [c](#the) [d](media/a.svg)')).toBe(
    '<p><a href="tel:113">a</a> <a href="mailto:a@b.vn">b</a> <a href="#the">c</a> <a href="/courses/@course/media/a.svg">d</a></p>',
  )
})

test('a box says in words and with a sign what it is', async () => {
  expect(await html('<Callout kind="warn" title="Giục">\n\nDừng.\n\n</Callout>')).toMatch(
    /^<div class="note warn"><p class="ic"><svg .*<\/svg><span>Giục<\/span><\/p><p>Dừng\.<\/p><\/div>$/,
  )
})

test('steps: words, then the drawn phone, whose bold row is the one to press', async () => {
  const phone =
    '<Phone title="Gọi" alt="Màn hình gọi">\n\nChặn?\n\n- **0900**\n- Con Hai\n\n<Push hit bad>Chặn</Push>\n\n</Phone>'
  expect(await html(`<Steps note="Máy khác.">\n\n<Step>\n\nMở **máy**.\n\n${phone}\n\n</Step>\n\n</Steps>`)).toBe(
    '<ol class="how"><li><div class="do"><div class="flow-s"><p>Mở <strong>máy</strong>.</p></div></div>' +
      '<div class="phone" role="img" aria-label="Màn hình gọi"><span class="bar">Gọi</span><span>Chặn?</span><span class="li hit">0900</span>' +
      '<span class="li">Con Hai</span><span class="push bad hit">Chặn</span></div></li></ol><p class="soft small">Máy khác.</p>',
  )
})

test('components written on one line are the same as on many', async () => {
  const sides = [
    '<Side kind="fake" title="A"><Bubble>a <Sign n="1">b</Sign></Bubble></Side>',
    '<Side kind="real" title="B">c</Side>',
  ]
  const many = `<Compare>\n\n${sides.join('\n\n')}\n\n</Compare>`
  expect(await html(`<Compare>${sides.join(' ')}</Compare>`)).toBe(await html(many))
})

test('two things side by side, with numbered signs or ticks', async () => {
  const drawn = await html(
    '<Compare>\n\n<Side kind="fake" title="Giả" from="Từ: 0900">\n\n<Bubble>Bấm <Sign n="1">đây</Sign></Bubble>\n\n1. Giục.\n\n</Side>\n\n' +
      '<Side kind="real" title="Thật">\n\n- Rõ ràng.\n\n</Side>\n\n</Compare>',
  )
  expect(drawn).toContain(
    '<p class="from">Từ: 0900</p><div class="bubble"><p>Bấm <mark>đây</mark><b class="sup">1</b></p></div>',
  )
  expect(drawn).toContain('<ol class="signs"><li><b class="sup">1</b><span>Giục.</span></li></ol>')
  expect(drawn).toMatch(/<ul class="plain flow-s"><li><span class="ic up"><svg .*<\/svg><span>Rõ ràng\.<\/span>/)
})

test('a term is explained where it stands and collected at the end', async () => {
  const { document } = await compiled(
    '\n## A\n\n<Term meaning="mã một lần">OTP</Term> là gì? <Term meaning="khác">OTP</Term>\n',
  )
  expect(document.glossary).toEqual([{ id: 'tu-otp', term: 'OTP', meaning: 'mã một lần' }])
  expect(document.cards[0]?.blocks).toMatchObject([
    { html: expect.stringContaining('<p><dfn>OTP</dfn> <span class="meaning">(mã một lần)</span> là gì?') },
  ])
})

test('a term, a source and a doubt may stand alone or in a sentence', async () => {
  expect(await html('<Term meaning="b">a</Term>')).toBe('<p><dfn>a</dfn> <span class="meaning">(b)</span></p>')
  expect(await html('<Source year="2025">Bộ</Source>')).toBe('<p class="soft small">Nguồn: Bộ, 2025</p>')
  expect(await html('a <Source year="2025">Bộ</Source>')).toBe('<p>a <small class="soft">(Nguồn: Bộ, 2025)</small></p>')
  expect(await html('a <Unverified>b</Unverified>')).toBe('<p>a b <b class="tag due">Cần kiểm tra lại</b></p>')
  expect(await html('<Unverified>\n\nb\n\n</Unverified>')).toContain('<span>Cần kiểm tra lại</span></p><p>b</p></div>')
})

test('things to tick are boxes with their words as labels', async () => {
  for (const box of ['', '[ ] ']) {
    expect(await html(`<Checklist title="Trước khi chuyển">\n\n- ${box}Hỏi **ai** đó\n\n</Checklist>`)).toContain(
      '<ul class="plain"><li><label class="tick"><input type="checkbox"/><span>Hỏi <strong>ai</strong> đó</span></label></li></ul>',
    )
  }
})

test('practice, template, summary, picture and recordings', async () => {
  const { document } = await compiled(
    '\n## A\n\n<Practice title="Làm" minutes="7">\n\na\n\n</Practice>\n\n<Template title="Mẫu">\n\n| a | b |\n|---|---|\n| | |\n\n</Template>\n\n' +
      '## B\n\n<Summary title="Nhớ">\n\n- b\n\n</Summary>\n\n## C\n\n<Figure src="media/a.svg" alt="Hình">chú *thích*</Figure>\n\n' +
      '<Audio src="media/b.opus" title="Nghe" size="0,4 MB">lời</Audio>\n\n' +
      '<Video src="media/c.mp4" captions="media/c.vtt" poster="media/a.svg" title="Xem" size="3 MB">lời</Video>\n',
  )
  const drawn = document.cards.flatMap(({ blocks }) => blocks.map((block) => (block.kind === 'html' ? block.html : '')))
  expect(drawn.flatMap(foreignIn)).toEqual([])
  expect(document.cards.map((card) => card.isSummary)).toEqual([false, true, false])
  expect(document).toMatchObject({
    hasAudio: true,
    media: ['media/a.svg', 'media/b.opus', 'media/c.mp4', 'media/c.vtt'],
  })
  expect(drawn[0]).toContain('data-minutes="7"')
  expect(drawn[2]).toContain('<img src="/courses/@course/media/a.svg" alt="Hình" loading="lazy" decoding="async"/>')
  expect(drawn[2]).toContain('<audio controls="" preload="none" src="/courses/@course/media/b.opus"')
  expect(drawn[2]).toContain('<track kind="captions" srcLang="vi" src="/courses/@course/media/c.vtt" default=""/>')
})
