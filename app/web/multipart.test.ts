import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundaryIn, MalformedBody, multipart } from '#app/web/multipart.server.ts'

type Sent = { name: string; fileName: string | null; bytes: Buffer }

async function* inPieces(body: Buffer, sizes: number[]) {
  for (let at = 0, turn = 0; at < body.length; turn++) {
    const size = sizes[turn % sizes.length] ?? 1
    yield body.subarray(at, at + size)
    at += size
  }
}

async function taken(body: Buffer, boundary: string, sizes = [7]): Promise<Sent[]> {
  const parts: Array<Omit<Sent, 'bytes'> & { pieces: Uint8Array[] }> = []
  for await (const piece of multipart(inPieces(body, sizes), boundary)) {
    if ('part' in piece) parts.push({ ...piece.part, pieces: [] })
    else parts.at(-1)?.pieces.push(Buffer.from(piece.bytes))
  }
  return parts.map(({ pieces, ...part }) => ({ ...part, bytes: Buffer.concat(pieces) }))
}

/** As browsers send it. */
async function bodyOf(form: FormData) {
  const sent = new Response(form)
  return {
    body: Buffer.from(await sent.arrayBuffer()),
    boundary: boundaryIn(sent.headers.get('content-type') ?? '') ?? '',
  }
}

const fileName = 'Danh sách; xã "Tân Hương" = mới.xlsx'

test('what was sent comes out the same, however it is cut into pieces', async () => {
  const nasty = fc.constantFrom('\r\n', '--', '\r\n--', '\r', '\n', 'a', '\0')
  const content = fc.oneof(
    fc.uint8Array({ maxLength: 300 }),
    fc.array(nasty).map((all) => Buffer.from(all.join(''))),
  )
  await fc.assert(
    fc.asyncProperty(content, fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1 }), async (bytes, sizes) => {
      const form = new FormData()
      form.append('fromDay', '2026-01-01')
      form.append('list', new File([Buffer.from(bytes)], fileName))
      form.append('empty', '')
      const { body, boundary } = await bodyOf(form)
      expect(await taken(body, boundary, sizes)).toEqual([
        { name: 'fromDay', fileName: null, bytes: Buffer.from('2026-01-01') },
        { name: 'list', fileName, bytes: Buffer.from(bytes) },
        { name: 'empty', fileName: null, bytes: Buffer.alloc(0) },
      ])
    }),
  )
})

test('a body that is no such form, or was cut off, is refused wherever it ends', async () => {
  const form = new FormData()
  form.append('list', new File(['Họ và tên'], 'a.csv'))
  const { body, boundary } = await bodyOf(form)
  for (let end = 0; end < body.length - 4; end += 3)
    await expect(taken(body.subarray(0, end), boundary), String(end)).rejects.toThrow(MalformedBody)
  const nameless = Buffer.from('--x\r\ncontent-disposition: form-data\r\n\r\na\r\n--x--\r\n')
  await expect(taken(nameless, 'x')).rejects.toThrow(MalformedBody)
  const endless = Buffer.from(`--x\r\n${'a'.repeat(40_000)}`)
  await expect(taken(endless, 'x', [4_096])).rejects.toThrow(MalformedBody)
})

test.each([
  ['multipart/form-data; boundary=----WebKitFormBoundaryA1', '----WebKitFormBoundaryA1'],
  ['multipart/form-data; charset=utf-8; boundary="a b"', 'a b'],
  ['multipart/form-data', null],
  ['multipart/form-data; boundary=', null],
  [`multipart/form-data; boundary=${'a'.repeat(71)}`, null],
  ['application/x-www-form-urlencoded', null],
  [undefined, null],
])('the boundary of %s is %s', (type, boundary) => {
  expect(boundaryIn(type)).toBe(boundary)
})
