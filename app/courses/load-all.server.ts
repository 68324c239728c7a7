import { access, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { type Loading, loadCourse } from '#app/courses/load.server.ts'
import { recompileStale } from '#app/courses/recompile-stale.server.ts'
import type { Problem } from '#app/lessons/lesson-document.ts'
import { log } from '#app/web/log.server.ts'

/**
 * For the start, in the primary process: lessons of an older compiler are compiled again, then every folder with a
 * course.yaml is loaded, one after the other, with a line in the log for each. Never throws for what a course holds:
 * a broken one stops neither the others nor the server.
 */
export async function loadAll(contentDir: string): Promise<void> {
  const { recompiled, kept } = await recompileStale()
  if (recompiled > 0) log.info({ lessons: recompiled }, 'lessons compiled again with the new compiler')
  for (const { lesson, problems } of kept)
    log.warn({ lesson, first: inWords(problems) }, 'lesson kept as an older compiler made it')

  for (const folder of await courseFolders(contentDir))
    tell(folder, await loadCourse(join(contentDir, folder)).catch((failure: unknown) => ({ failure })))
}

async function courseFolders(contentDir: string): Promise<string[]> {
  const names = await readdir(contentDir).catch(() => null)
  if (!names) {
    log.warn({ contentDir }, 'the folder of courses cannot be read')
    return []
  }
  const folders: string[] = []
  for (const name of names.sort())
    if (
      await access(join(contentDir, name, 'course.yaml')).then(
        () => true,
        () => false,
      )
    )
      folders.push(name)
  return folders
}

function tell(course: string, outcome: Loading | { failure: unknown }) {
  if ('failure' in outcome)
    log.error({ course, err: outcome.failure }, 'course not loaded: the last good edition stays')
  else if ('problems' in outcome)
    log.warn(
      { course, problems: outcome.problems.length, first: inWords(outcome.problems) },
      'course not loaded: the last good edition stays',
    )
  else log.info({ course, edition: outcome.edition }, outcome.isNew ? 'course published' : 'course unchanged')
}

function inWords([first]: Problem[]): string {
  return first ? `${first.file}:${first.line}:${first.column} ${first.message}` : ''
}
