import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { pipeline, Readable } from 'node:stream'
import { CsvError, parse } from 'csv-parse'
import { separatorOf } from '#app/intake/csv/separator.ts'
import { limits } from '#app/intake/reading/limits.ts'
import { RefusedFile } from '#app/intake/reading/refusal.ts'
import type { RawCell, RawRow } from '#app/intake/reading/row.ts'
import type { Table } from '#app/intake/reading/table.ts'
import { type ByteEncoding, decodeLatin1, detectEncoding } from '#app/intake/text/detect.ts'

const sampleBytes = 1024 * 1024

/** Opens a text file as a table: encoding and separator are found in its first megabyte. */
export async function openCsv(path: string): Promise<Table> {
  const file = await open(path)
  try {
    const { size } = await file.stat()
    const { bytesRead, buffer } = await file.read(Buffer.alloc(Math.min(size, sampleBytes)), 0, undefined, 0)
    const sample = buffer.subarray(0, bytesRead)
    const encoding = detectEncoding(sample)
    const text = decoderOf(encoding)(sample, false)
    const separator = separatorOf(text.slice(0, 200_000))
    let read = 0
    const bytes = createReadStream(path, { highWaterMark: 128 * 1024 })
    const isRead = (count: number) => {
      read += count
    }
    return {
      source: { format: 'text', encoding, separator },
      isLegacy: encoding === 'latin1',
      rows: rowsIn(textOf(bytes, encoding, isRead), separator, /^sep=.\r?\n/i.test(text)),
      progress: () => (size === 0 ? 1 : read / size),
      close: () => bytes.destroy(),
    }
  } finally {
    await file.close()
  }
}

type Decode = (bytes: Uint8Array, isMore: boolean) => string

function decoderOf(encoding: ByteEncoding): Decode {
  if (encoding === 'latin1') return decodeLatin1
  const decoder = new TextDecoder(encoding)
  return (bytes, isMore) => decoder.decode(bytes, { stream: isMore })
}

/** Zeros between the letters, as broken exports have them, are no part of a text. */
async function* textOf(
  bytes: AsyncIterable<Uint8Array>,
  encoding: ByteEncoding,
  isRead: (bytes: number) => void,
): AsyncGenerator<string> {
  const decode = decoderOf(encoding)
  for await (const chunk of bytes) {
    isRead(chunk.length)
    yield decode(chunk, true).replaceAll('\0', '')
  }
  yield decode(new Uint8Array(), false)
}

async function* rowsIn(text: AsyncIterable<string>, separator: string, isTold: boolean): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter: separator,
    relax_quotes: true,
    relax_column_count: true,
    skip_empty_lines: false,
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: limits.lineLength,
    from: isTold ? 2 : 1,
  })
  // Whatever goes wrong before the parser ends it too, and is thrown where its records are taken.
  pipeline(Readable.from(text), parser, () => {})
  let number = isTold ? 1 : 0
  try {
    for await (const record of parser) {
      const texts: string[] = record
      yield { number: ++number, cells: texts.slice(0, limits.columns).map(cellOf) }
    }
  } catch (problem) {
    if (!(problem instanceof CsvError)) throw problem
    if (problem.code === 'CSV_MAX_RECORD_SIZE') throw new RefusedFile('line-too-long', number + 1, problem)
    throw new RefusedFile(problem.code === 'CSV_QUOTE_NOT_CLOSED' ? 'quote-open' : 'broken', number + 1, problem)
  } finally {
    parser.destroy()
  }
}

function cellOf(text: string): RawCell | undefined {
  return text === '' ? undefined : { text: text.slice(0, limits.cellLength) }
}
