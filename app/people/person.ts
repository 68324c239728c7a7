export const roles = ['learner', 'trainer', 'manager', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who asks: the first argument of every public verb. Null where a verb also serves visitors. */
export type Actor = { id: string; role: Role }

/** The person behind a session, as pages need it. */
export type SignedIn = Actor & { username: string; fullName: string; language: 'vi' | 'en'; isShared: boolean }

/** The operator at the command line of the server may do what an administrator may; the audit shows no person. */
export type Authority = Actor | 'command-line'

export function mayAdminister(who: Authority): boolean {
  return who === 'command-line' || who.role === 'administrator'
}

/** Who may decide about other people's exams. */
export function mayManage(who: Authority): boolean {
  return mayAdminister(who) || (who !== 'command-line' && who.role === 'manager')
}

/** Nobody decides about their own exams: somebody else does, or the operator at the command line. */
export function isSelf(who: Authority, personId: string): boolean {
  return who !== 'command-line' && who.id === personId
}

/** For the audit: null is the command line. */
export function auditIdOf(who: Authority): string | null {
  return who === 'command-line' ? null : who.id
}
