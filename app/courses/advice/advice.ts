import type { CompiledLesson } from '#app/courses/check.server.ts'

export type Lesson = Pick<CompiledLesson, 'lesson' | 'document' | 'key' | 'bank'>

/** Hands over one piece of advice: the file, its code, what to do, and words by which the place is found. */
export type Advise = (file: string, code: string, message: string, near?: string) => void
