import type { Messages } from '#app/i18n/messages.ts'
import type { RefusedCredit } from '#app/routes/hours/receive-credit.server.ts'

/** What was wrong with a credit, in sentences, by box; nothing arrived: the evidence is missing. */
export function saidOfCredit(refused: RefusedCredit | undefined, words: Messages['hours']['credits']['problems']) {
  const { problems, values = undefined } = refused ?? { problems: { file: 'file-missing' as const } }
  const said = Object.entries(problems).map(([box, problem]) => [box, words[problem]])
  return { kind: 'credit' as const, values, problems: Object.fromEntries(said) as Record<string, string> }
}

/** 413 for what is too large, 400 for what broke off, 422 for the rest. */
export function statusOfCredit(refused: RefusedCredit | undefined): number {
  const file = refused?.problems.file
  return file === 'file-too-large' ? 413 : file === 'file-broken' ? 400 : 422
}
