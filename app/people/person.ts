export const roles = ['learner', 'trainer', 'manager', 'administrator'] as const
export type Role = (typeof roles)[number]

/** Who asks: the first argument of every public verb. Null where a verb also serves visitors. */
export type Actor = { id: string; role: Role }

/** The person behind a session, as pages need it. */
export type SignedIn = Actor & { username: string; fullName: string; language: 'vi' | 'en'; isShared: boolean }
