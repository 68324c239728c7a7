import pino from 'pino'
import { environment } from '#app/db/environment.server.ts'

/** One JSON line an event, on standard output. Never a name, a contact, an answer or an address of a page with a secret. */
export const log = pino({ level: environment.LOG_LEVEL, base: { pid: process.pid } })
