import { aGatewayServer } from '#tests/gateway-server.ts'
import { aMailServer } from '#tests/mail-server.ts'
import type { Received } from '#tests/year/compare-sent.ts'

/** A mail server and a gateway on free ports, of which only the address and the words of each message are kept. */
export async function yearServers() {
  const [mail, gateway] = [await aMailServer(), await aGatewayServer()]
  const received: Received = new Map()
  const take = (id: string, words: string) => {
    const came = received.get(id)
    if (came) came.push(words)
    else received.set(id, [words])
  }
  const gather = () => {
    for (const { to, headers } of mail.letters.splice(0))
      take(/^Message-ID: <(.*)@/im.exec(headers)?.[1] ?? '', `${to.join()} ${subjectOf(headers)}`)
    for (const { id, to, text } of gateway.posted.splice(0)) take(id, `${to} ${text}`)
    return received
  }
  return {
    smtpUrl: mail.url,
    gatewayUrl: gateway.url,
    /** What came so far, by the id of the message. */
    gather,
    close: async () => {
      await mail.close()
      await gateway.close()
    },
  }
}

/** Undoes the folding and encoding of a header. */
function subjectOf(headers: string): string {
  const raw = /^Subject: ((?:.|\r\n[ \t])*)/m.exec(headers)?.[1]?.replace(/\r\n[ \t]/g, ' ') ?? ''
  const words = raw.replace(/\?=\s+=\?/g, '?==?')
  return words.replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, way: string, text: string) =>
    way.toLowerCase() === 'b'
      ? Buffer.from(text, 'base64').toString()
      : Buffer.from(
          text
            .replaceAll('_', ' ')
            .replace(/=([\dA-F]{2})/g, (__, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  )
}
