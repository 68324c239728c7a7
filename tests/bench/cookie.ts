/** What a browser of somebody signed in sends. */
export function cookieOf({ token }: { token: string }): string {
  return `ben-so=${token}; ben-so-in=1`
}
