import { route } from '@remix-run/route-config'

/** Accounts, from the door to the way out, and who looks after them. */
export function peopleRoutes(prefix: string) {
  const page = (path: string, file: string) => route(path, `routes/people/${file}`, { id: `${prefix}people/${file}` })
  return [
    page('sign-in', 'sign-in.tsx'),
    page('sign-up', 'sign-up.tsx'),
    page('sign-out', 'sign-out.ts'),
    page('reset', 'reset.tsx'),
    page('reset/code', 'reset-code.tsx'),
    page('account', 'account.tsx'),
    page('account/contact', 'contact.tsx'),
    page('account/password', 'password.tsx'),
    page('account/language', 'language.ts'),
    page('account/consents', 'consents.ts'),
    page('account/sessions/:handle', 'session.ts'),
    page('account/data', 'own-data.ts'),
    page('account/closure', 'closure.tsx'),
    page('first-administrator', 'first-administrator.tsx'),
    page('admin/people', 'administration.tsx'),
    page('admin/people/:person', 'person.tsx'),
    page('admin/people/:person/codes', 'code.tsx'),
    page('admin/people/:person/identity-number', 'identity-number.tsx'),
    page('admin/people/:person/merges', 'merges.tsx'),
    page('admin/duplicates', 'duplicates.tsx'),
    page('privacy', 'privacy.tsx'),
    page('accessibility', 'accessibility.tsx'),
  ]
}
