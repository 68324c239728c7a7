/** After a refusal the reader stands at the first box to be mended, and hears what is wrong with it; else at the notice. */
export function leadToProblem(root: ParentNode) {
  const box = root.querySelector<HTMLElement>('main [aria-invalid="true"]')
  const notice = box ? null : root.querySelector<HTMLElement>('main .note[role="alert"]')
  if (notice) notice.tabIndex = -1
  const place = box ?? notice
  place?.focus({ preventScroll: true })
  place?.scrollIntoView({ block: 'center' })
}
