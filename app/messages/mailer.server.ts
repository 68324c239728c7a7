import { createTransport } from 'nodemailer'
import { DeliveryProblem } from '#app/messages/delivery-problem.ts'
import type { Letter, Sender } from '#app/messages/sender.ts'

export type MailerOptions = {
  /** smtp://user:password@host:port, smtps:// for TLS from the start; `?from=ben-so@tinh.gov.vn` names the sender. */
  smtpUrl: string
  /** Longest silence, and longest time for one letter, in milliseconds. */
  patienceMs?: number
}

/** Speaks SMTP. Throws when the server refuses, is silent or leaves before it has said yes. */
export function openMailer({ smtpUrl, patienceMs = 20_000 }: MailerOptions): Sender {
  const url = new URL(smtpUrl)
  const from = senderOf(url)
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port) || (url.protocol === 'smtps:' ? 465 : 25),
    secure: url.protocol === 'smtps:',
    auth: url.username ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) } : undefined,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return {
    async send(letter) {
      const sending = transport.sendMail({
        from: { name: 'Bến Số', address: from },
        to: { name: '', address: letter.address },
        subject: letter.subject,
        text: letter.body,
        // The same on every try, so that a mailbox can drop a copy whose "yes" was lost on the way.
        messageId: `<${letter.id}@${from.split('@')[1]}>`,
        headers: { 'Auto-Submitted': 'auto-generated', ...refusalHeaders(letter) },
      })
      try {
        await within(sending, patienceMs * 3)
        return null
      } catch (problem) {
        throw problemOf(problem)
      }
    },
    close: () => transport.close(),
  }
}

/** One press in the mailbox refuses the letters (RFC 8058). */
function refusalHeaders({ refusalAddress }: Letter): Record<string, string> {
  if (!refusalAddress) return {}
  return { 'List-Unsubscribe': `<${refusalAddress}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
}

const ofServer = ['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EAUTH', 'ETLS', 'ECONNREFUSED']

function problemOf(thrown: unknown): DeliveryProblem {
  const problem = thrown instanceof Error ? thrown : new Error(String(thrown))
  const read = (name: string) => (name in problem ? String(Reflect.get(problem, name)) : '')
  const [code, command, reply] = [read('code'), read('command'), Number(read('responseCode')) || 0]
  const isOfServer = ofServer.includes(code)
  const detail = problem.message
  // No such mailbox: asking again changes nothing. Other refusals are of the server's own rules, which people mend.
  if (code === 'EENVELOPE' && [550, 551, 553].includes(reply)) return new DeliveryProblem({ kind: 'refused', detail })
  if (reply >= 400) return new DeliveryProblem({ kind: 'busy', detail, isOfServer })
  // Neither a refusal nor a yes in its place, as from a server that answers twice: the letter may have been taken.
  if (reply > 0) return new DeliveryProblem({ kind: 'answer', detail, isOfServer, isUncertain: true })
  const isUncertain = command !== 'CONN' && code !== 'EDNS' && code !== 'EAUTH'
  return new DeliveryProblem({ kind: 'unreachable', detail, isOfServer, isUncertain })
}

/** A server that drips a byte now and then is never silent: the whole letter has its limit too. */
async function within<T>(work: Promise<T>, limitMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), limitMs)
  })
  work.catch(() => {}) // when the limit won, nobody listens any more
  try {
    return await Promise.race([work, tooLong])
  } finally {
    clearTimeout(timer)
  }
}

function senderOf(url: URL): string {
  const named = url.searchParams.get('from')
  if (named?.includes('@')) return named
  const user = decodeURIComponent(url.username)
  return user.includes('@') ? user : `no-reply@${url.hostname}`
}
