import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { adviseOnMedia, checkMedia } from '#app/lessons/check-media.server.ts'

const svg = (inside: string, attributes = '') =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"${attributes}>${inside}</svg>`
const codesOf = (path: string, bytes: string | Uint8Array) =>
  checkMedia(path, Buffer.from(bytes)).map((problem) => problem.code)

const drawings: Array<[name: string, source: string]> = [
  [
    'plain shapes',
    svg(
      '<title>Cây</title><g transform="translate(1 2)"><path d="M0 0h9" fill="#0A5660" stroke-width="2"/></g><text x="1">Chữ &amp; số</text>',
    ),
  ],
  [
    'a gradient of its own',
    svg(
      '<defs><linearGradient id="a"><stop offset="0" stop-color="red"/></linearGradient></defs><rect fill="url(#a)" width="9" height="9"/>',
    ),
  ],
  ['a symbol of its own', svg('<symbol id="a"><circle r="1"/></symbol><use href="#a" x="2"/>')],
  ['a comment and a byte order mark', `\ufeff<!-- a -->\n${svg('<path d="M0 0"/>')}\n`],
]

test.each(drawings)('a drawing is allowed: %s', (_, source) => {
  expect(checkMedia('media/a.svg', Buffer.from(source))).toEqual([])
})

const evil: Array<[name: string, source: string, code: string]> = [
  ['a script', svg('<script>alert(1)</script>'), 'svg-element'],
  [
    'a script with a prefix',
    svg('<svg:script>alert(1)</svg:script>', ' xmlns:svg="http://www.w3.org/2000/svg"'),
    'svg-element',
  ],
  ['foreign content', svg('<foreignObject><p>a</p></foreignObject>'), 'svg-element'],
  ['a style element', svg('<style>@import url(https://a.vn)</style>'), 'svg-element'],
  ['an image', svg('<image href="https://a.vn/pixel.gif"/>'), 'svg-element'],
  ['a link', svg('<a href="javascript:alert(1)"><path d="M0 0"/></a>'), 'svg-element'],
  ['an animation', svg('<animate attributeName="href" to="javascript:alert(1)"/>'), 'svg-element'],
  ['a set', svg('<set attributeName="onclick" to="alert(1)"/>'), 'svg-element'],
  ['a filter', svg('<filter id="a"><feImage href="https://a.vn"/></filter>'), 'svg-element'],
  ['a handler', svg('<path d="M0 0" onload="alert(1)"/>'), 'svg-attribute'],
  ['a handler on the root', svg('', ' onload="alert(1)"'), 'svg-attribute'],
  ['a style attribute', svg('<path d="M0 0" style="fill:red"/>'), 'svg-attribute'],
  ['another base', svg('', ' xml:base="https://a.vn"'), 'svg-attribute'],
  ['another namespace', svg('', ' xmlns:h="http://www.w3.org/1999/xhtml"'), 'svg-attribute'],
  ['a root of another namespace', '<svg xmlns="http://www.w3.org/1999/xhtml"></svg>', 'svg-attribute'],
  ['use of another file', svg('<use href="b.svg#a"/>'), 'svg-address'],
  [
    'use of another site',
    svg('<use xlink:href="https://a.vn/b.svg#a"/>', ' xmlns:xlink="http://www.w3.org/1999/xlink"'),
    'svg-address',
  ],
  ['use of data', svg('<use href="data:image/svg+xml,x"/>'), 'svg-address'],
  ['a fill from elsewhere', svg('<rect fill="url(https://a.vn#b)"/>'), 'svg-address'],
  ['a fill from elsewhere, in capitals', svg('<rect fill="URL( https://a.vn#b)"/>'), 'svg-address'],
  ['a fill from elsewhere, as an entity', svg('<rect fill="ur&#108;(https://a.vn#b)"/>'), 'svg-declaration'],
  ['a fill from elsewhere, escaped', svg('<rect fill="ur\\6c(https://a.vn#b)"/>'), 'svg-address'],
  ['a doctype with an entity', `<!DOCTYPE svg [<!ENTITY a "b">]>${svg('&a;')}`, 'svg-declaration'],
  ['an entity', svg('<text>&a;</text>'), 'svg-declaration'],
  ['a processing instruction', `<?xml-stylesheet href="https://a.vn/a.css"?>${svg('')}`, 'svg-declaration'],
  ['CDATA', svg('<text><![CDATA[<script>]]></text>'), 'svg-declaration'],
  ['no drawing at all', '<html xmlns="http://www.w3.org/1999/xhtml"></html>', 'svg-broken'],
  ['two roots', svg('') + svg(''), 'svg-broken'],
  ['an open element', svg('<g>'), 'svg-broken'],
  ['an attribute without quotes', '<svg xmlns=http://www.w3.org/2000/svg></svg>', 'svg-broken'],
  ['an open comment', `${svg('')}${'<!-- '.repeat(60_000)}`, 'svg-broken'],
  ['nothing', '', 'svg-broken'],
]

test.each(evil)('a drawing is refused: %s', (_, source, code) => {
  expect(codesOf('media/a.svg', source)).toContain(code)
})

test('what is wrong in a drawing is told with its line and column', () => {
  expect(checkMedia('media/a.svg', Buffer.from(svg('\n  <g>\n <script/></g>')))).toMatchObject([
    { file: 'media/a.svg', line: 3, column: 2, code: 'svg-element' },
  ])
})

const bytes = (text: string) => Buffer.from(text, 'latin1')
const right: Array<[path: string, start: Buffer]> = [
  ['media/a.png', bytes('\x89PNG\r\n\x1a\n....')],
  ['media/a.jpg', bytes('\xff\xd8\xff\xe0....')],
  ['media/a.jpeg', bytes('\xff\xd8\xff\xdb....')],
  ['media/a.webp', bytes('RIFF\x01\x02\x03\x04WEBPVP8 ')],
  ['media/a.avif', bytes('\0\0\0\x20ftypavif....')],
  ['media/a.opus', bytes('OggS\0\x02.....................\x01\x13OpusHead')],
  ['media/a.ogg', bytes('OggS\0\x02....')],
  ['media/a.mp3', bytes('ID3\x04\0....')],
  ['media/b.mp3', bytes('\xff\xfb\x90....')],
  ['media/a.mp4', bytes('\0\0\0\x20ftypisom....')],
  ['media/a.webm', bytes('\x1aE\xdf\xa3....')],
  ['media/a.vtt', bytes('WEBVTT\n\n00:00.000 --> 00:01.000\na')],
]

test.each(right)('%s is what it says', (path, start) => {
  expect(checkMedia(path, start)).toEqual([])
})

test('a file that is not what its name says is refused, whatever it is', () => {
  for (const [path] of right) {
    for (const [other, start] of right) {
      const isSame = path.split('.')[1]?.replace('jpeg', 'jpg') === other.split('.')[1]?.replace('jpeg', 'jpg')
      const isOgg = path === 'media/a.ogg' && other === 'media/a.opus'
      if (!isSame && !isOgg) expect(codesOf(path, start), `${other} as ${path}`).toEqual(['media-bytes'])
    }
    expect(codesOf(path, '<script>alert(1)</script>')).toEqual(['media-bytes'])
  }
})

test('names are plain, kinds are known', () => {
  for (const path of [
    'media/Hình.svg',
    'media/a b.svg',
    '../a.svg',
    'media/../a.svg',
    'media/a/b.svg',
    'media/.svg',
    'media/a..svg',
    '/media/a.svg',
  ]) {
    expect(codesOf(path, svg('')), path).toEqual(['media-name'])
  }
  for (const path of ['media/a.html', 'media/a.js', 'media/a.gif', 'media/a.pdf', 'media/a.svgz', 'media/a']) {
    expect(codesOf(path, svg('')), path).toEqual(['media-kind'])
  }
})

test('a picture above 40 KB gets advice, above 400 KB it is refused', () => {
  const png = (kilobytes: number) => Buffer.concat([bytes('\x89PNG\r\n\x1a\n'), Buffer.alloc(kilobytes * 1024)])
  expect(adviseOnMedia('media/a.png', png(30))).toEqual([])
  expect(adviseOnMedia('media/a.png', png(50))).toMatchObject([
    { code: 'media-heavy', message: expect.stringContaining('51 KB') },
  ])
  expect(checkMedia('media/a.png', png(50))).toEqual([])
  expect(checkMedia('media/a.png', png(400))).toMatchObject([{ code: 'media-large' }])
})

test('the drawings that ship with the product pass', () => {
  const courses = readdirSync('content', { withFileTypes: true }).filter((entry) => entry.isDirectory())
  for (const { name: course } of courses) {
    for (const name of readdirSync(`content/${course}/media`)) {
      expect(checkMedia(`media/${name}`, readFileSync(`content/${course}/media/${name}`)), `${course} ${name}`).toEqual(
        [],
      )
    }
  }
})
