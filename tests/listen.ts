import { onTestFinished, vi } from 'vitest'

/** What a command prints from now on, kept from the screen until the test is finished. */
export function listen() {
  const out = vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  const err = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
  onTestFinished(() => {
    out.mockRestore()
    err.mockRestore()
  })
  const said = (spy: { mock: { calls: unknown[][] } }) => spy.mock.calls.map(([text]) => String(text)).join('')
  return { out: () => said(out), err: () => said(err) }
}
