import { createServer, type Socket } from 'node:net'

export type DoubleMailServer = {
  url: string
  /** The Message-ID of each letter it has taken. */
  taken: string[]
  close(): Promise<void>
}

/** What a server says to a command, and how often. */
type Wrong = {
  /** Commands that are answered twice. */
  twice: readonly string[]
  /** What is said to the whole letter, one answer after the other. */
  toLetter?: readonly string[]
}

/** An SMTP server made of bytes, so that it can answer twice, or take a letter and refuse it afterwards. */
export async function aDoubleMailServer({ twice, toLetter = ['250 taken'] }: Wrong): Promise<DoubleMailServer> {
  const lines = new Set<Socket>()
  const taken: string[] = []
  const server = createServer((line) => {
    lines.add(line)
    line.on('error', () => {})
    const say = (command: string, answer: string) => line.write(`${answer}\r\n`.repeat(twice.includes(command) ? 2 : 1))
    let got = ''
    let isLetter = false
    say('HELLO', '220 mail.example')
    line.on('data', (bytes: Buffer) => {
      got += bytes.toString('latin1')
      for (;;) {
        const end = isLetter ? got.indexOf('\r\n.\r\n') : got.indexOf('\r\n')
        if (end === -1) return
        const said = got.slice(0, end)
        got = got.slice(end + (isLetter ? 5 : 2))
        if (isLetter) {
          isLetter = false
          taken.push(/^Message-ID: (\S+)/im.exec(said)?.[1] ?? '')
          for (const answer of toLetter) say('LETTER', answer)
          continue
        }
        const command = said.slice(0, 4).toUpperCase()
        isLetter = command === 'DATA'
        say(command, command === 'DATA' ? '354 go on' : command === 'QUIT' ? '221 bye' : '250 ok')
        if (command === 'QUIT') line.end()
      }
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const address = server.address()
  return {
    url: `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}?from=ben-so@tinh.example.vn`,
    taken,
    close: () => {
      for (const line of lines) line.destroy()
      return new Promise((closed) => server.close(() => closed()))
    },
  }
}
