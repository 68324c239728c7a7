import { route } from '@remix-run/route-config'

/** The pages of exams; `name` tells the two languages' routes apart. */
export function examRoutes(name: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/exams/${file}`, { id: `${name}routes/exams/${file}` })
  return [
    page('courses/:course/exams/:exam', 'start.tsx'),
    page('attempts/:attempt', 'attempt.tsx'),
    page('attempts/:attempt/paper', 'paper.tsx'),
    page('attempts/:attempt/answers', 'answers.ts'),
    page('attempts/:attempt/submission', 'submission.tsx'),
    page('attempts/:attempt/result', 'result.tsx'),
  ]
}
