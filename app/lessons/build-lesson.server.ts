import type { Locale } from '#app/i18n/messages.ts'
import { checkTree } from '#app/lessons/allow-list.ts'
import { bundle, Stopped } from '#app/lessons/bundle.server.ts'
import { documentOf } from '#app/lessons/document-of.ts'
import type { Finding } from '#app/lessons/finding.ts'
import { splitHead } from '#app/lessons/front-matter.ts'
import type { LessonDocument, SourceKind } from '#app/lessons/lesson-document.ts'
import { explainFailure } from '#app/lessons/parse-failure.ts'
import { type Plan, planBank, planLesson } from '#app/lessons/plan.ts'
import type { Node } from '#app/lessons/tree.ts'
import { unravel } from '#app/lessons/unravel.ts'
import type { Question } from '#app/questions/question.ts'

/** A lesson's or a bank's text, ready to be read: decoded, normal, not too deep. Plain data: it crosses to a child process. */
export type Job = { file: string; text: string; kind: SourceKind; media: string[]; language: Locale }
export type Built = { document: LessonDocument; key: Question[] } | { findings: Finding[] }

/** Compiles one file in this process. Only the child process calls it: a bad file may take for ever or all memory. */
export async function buildLesson(job: Job): Promise<Built> {
  const findings: Finding[] = []
  const { head, body } = splitHead(job.text, job.kind, (at, code, values) => findings.push({ ...at, code, values }))
  const compiled = await readBody(body, job, findings)
  if (findings.length > 0) return { findings }
  if (!compiled) throw new Error('nothing was read and nothing was found wrong')
  return documentOf(head, compiled.plan, compiled.code, job.language)
}

/** How long reading on after a parse error may take: the author wants all errors, but within the child's five seconds. */
const readOnMs = 1500

async function readBody(body: string, job: Job, findings: Finding[]) {
  const started = Date.now()
  let source = body
  const read: { plan: Plan | null } = { plan: null }
  const gate = (tree: Node) => {
    read.plan = planOf(tree, job, findings)
    if (!read.plan || findings.length > 0 || job.kind === 'bank') throw new Stopped()
    tree.children = read.plan.body
  }
  for (;;) {
    const outcome = await bundle(source, gate)
    if (outcome === 'stopped') return read.plan && { plan: read.plan, code: '' }
    if ('code' in outcome) return read.plan && { plan: read.plan, code: outcome.code }
    const { finding, repaired } = explainFailure(outcome.failure, source)
    findings.push(finding)
    if (repaired === null || Date.now() - started > readOnMs) return null
    source = repaired
  }
}

function planOf(tree: Node, job: Job, findings: Finding[]): Plan | null {
  unravel(tree)
  const before = findings.length
  checkTree(tree, {
    kind: job.kind,
    media: new Set(job.media),
    report: (at, code, values) => findings.push({ ...at, code, values }),
  })
  // Only a tree without a single finding is worked on further.
  if (findings.length > before) return null
  const context = { language: job.language, report: (finding: Finding) => findings.push(finding) }
  return job.kind === 'bank' ? planBank(tree, context) : planLesson(tree, context)
}
