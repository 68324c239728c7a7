import { prefix, type RouteConfig, route } from '@remix-run/route-config'
import { administrationRoutes } from './routes/administration/routes.ts'
import { certificateRoutes } from './routes/certificates/routes.ts'
import { examRoutes } from './routes/exams/routes.ts'
import { exceptionRoutes } from './routes/exceptions/routes.ts'
import { hoursRoutes } from './routes/hours/routes.ts'
import { importRoutes } from './routes/imports/routes.ts'
import { messageRoutes } from './routes/messages/routes.ts'
import { peopleRoutes } from './routes/people/routes.ts'
import { reminderRoutes } from './routes/reminders/routes.ts'
import { requirementRoutes } from './routes/requirements/routes.ts'
import { standingRoutes } from './routes/standings/routes.ts'
import { unitRoutes } from './routes/units/routes.ts'

/** Every URL that Remix answers, in the order a visitor meets them: at the root in Vietnamese, under /en in English. */
export default [...pages(''), ...prefix('en', pages('en.')), ...withoutLanguage()] satisfies RouteConfig

function pages(name: string) {
  const page = (path: string, file: string) => route(path, file, { id: name + file })
  return [
    page('', 'routes/home.tsx'),
    page('courses', 'routes/courses/catalogue.tsx'),
    page('courses/:course', 'routes/courses/course.tsx'),
    page('courses/:course/enrolments', 'routes/courses/enrolments.ts'),
    page('courses/:course/handouts/:handout', 'routes/courses/handout.tsx'),
    page('courses/:course/:lesson', 'routes/courses/lesson.tsx'),
    page('courses/:course/:lesson/answers', 'routes/courses/answers.tsx'),
    page('courses/:course/:lesson/reading', 'routes/courses/reading.ts'),
    ...examRoutes(name),
    ...peopleRoutes(name),
    page('me', 'routes/me.tsx'),
    ...certificateRoutes(name),
    ...administrationRoutes(name),
    ...unitRoutes(name),
    ...requirementRoutes(name),
    ...standingRoutes(name),
    ...exceptionRoutes(name),
    ...importRoutes(name),
    ...messageRoutes(name),
    ...reminderRoutes(name),
    ...hoursRoutes(name),
  ]
}

function withoutLanguage() {
  return [
    route('courses/:course/media/:file', 'routes/courses/media.ts'),
    route('calendar/:secret.ics', 'routes/messages/feed.ts'),
    route('preferences', 'routes/preferences.ts'),
    route('*', 'routes/unknown.tsx'),
  ]
}
