import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type ReceivedLetter = { to: string[]; headers: string; text: string }

export type MailServer = {
  url: string
  letters: ReceivedLetter[]
  /** Says 451 to every letter. */
  refuse: boolean
  /** Says 550 to this recipient. */
  refuseAddress: string | null
  /** Takes the connection and never speaks. */
  silent: boolean
  /** Takes the whole letter and cuts the line instead of saying yes. */
  dropAfterData: boolean
  /** Takes the whole letter and never says yes. */
  keepWaiting: boolean
  /** Says yes and cuts the line. */
  dropAfterYes: boolean
  close(): Promise<void>
}

/** A real SMTP server on a free port that keeps what it is sent and misbehaves when told to. */
export async function aMailServer(): Promise<MailServer> {
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    disableReverseLookup: true,
    closeTimeout: 10,
    onConnect: (_, callback) => (mail.silent ? undefined : callback()),
    onRcptTo: (address, _, callback) =>
      address.address === mail.refuseAddress ? callback(saying(550, 'no such mailbox')) : callback(),
    onData: (stream, session, callback) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => chunks.push(chunk))
      stream.on('end', () => {
        if (mail.refuse) return callback(saying(451, 'not now'))
        mail.letters.push(
          readLetter(
            Buffer.concat(chunks).toString('utf8'),
            session.envelope.rcptTo.map((to) => to.address),
          ),
        )
        if (mail.dropAfterData) return dropAll()
        if (mail.keepWaiting) return
        callback(null)
        if (mail.dropAfterYes) setTimeout(dropAll, 20)
      })
    },
  })
  smtp.on('error', () => {}) // lines that we cut ourselves
  const dropAll = () => {
    for (const connection of smtp.connections) connection.close()
  }
  await new Promise<void>((ready) => smtp.listen(0, '127.0.0.1', () => ready()))
  const { port } = smtp.server.address() as AddressInfo
  const mail: MailServer = {
    url: `smtp://127.0.0.1:${port}?from=ben-so@tinh.example.vn`,
    letters: [],
    refuse: false,
    refuseAddress: null,
    silent: false,
    dropAfterData: false,
    keepWaiting: false,
    dropAfterYes: false,
    close: () => new Promise((closed) => smtp.close(() => closed())),
  }
  return mail
}

function saying(code: number, words: string) {
  return Object.assign(new Error(words), { responseCode: code })
}

/** Splits head and body and undoes the transfer encoding of a plain-text letter. */
function readLetter(raw: string, to: string[]): ReceivedLetter {
  const [headers = '', ...rest] = raw.split('\r\n\r\n')
  const body = rest.join('\r\n\r\n')
  if (/^Content-Transfer-Encoding: base64/im.test(headers))
    return { to, headers, text: Buffer.from(body, 'base64').toString('utf8') }
  if (/^Content-Transfer-Encoding: quoted-printable/im.test(headers))
    return { to, headers, text: fromQuotedPrintable(body) }
  return { to, headers, text: body }
}

function fromQuotedPrintable(body: string): string {
  const bytes = body
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return Buffer.from(bytes, 'latin1').toString('utf8')
}
