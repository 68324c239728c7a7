import { route } from '@remix-run/route-config'

/** What administrators, managers and trainers do beside looking after people. */
export function administrationRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/administration/${file}`, { id: `${prefix}administration/${file}` })
  return [
    page('admin', 'index.tsx'),
    page('admin/maintenance', 'maintenance.tsx'),
    page('admin/maintenance/:window/withdrawal', 'withdrawal.ts'),
    page('admin/courses', 'courses.tsx'),
  ]
}
