import { route } from '@remix-run/route-config'

/** The pages of certificates. Sharp edge: `.pdf` and `.json` need lines of their own before `:code`, which would take them. */
export function certificateRoutes(prefix: string) {
  const page = (path: string, file: string) =>
    route(path, `routes/certificates/${file}`, { id: `${prefix}certificates/${file}` })
  return [
    page('certificates', 'check.tsx'),
    page('certificates/:code.pdf', 'pdf.ts'),
    page('certificates/:code.json', 'json.ts'),
    page('certificates/:code', 'certificate.tsx'),
    page('certificates/:code/reissue', 'reissue.tsx'),
    page('certificates/:code/revocation', 'revocation.tsx'),
  ]
}
