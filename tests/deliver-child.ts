import { deliverDue } from '#app/messages/deliver.server.ts'

/** Delivers once, as the server does, in a process that a test may end at any moment. */
const [smtpUrl, gatewayUrl, now = ''] = process.argv.slice(2)
await deliverDue(new Date(now), { smtpUrl, gatewayUrl, patienceMs: 30_000 })
