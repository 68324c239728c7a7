/**
 * The form in a request's body; a body that is no form is a 400, not a failure of ours. Nobody types a NUL, and PostgreSQL
 * takes none.
 */
export async function formDataOf(request: Request): Promise<FormData> {
  const form = await request.formData().catch(() => null)
  const isTyped = (value: FormDataEntryValue) => typeof value !== 'string' || !value.includes('\0')
  if (!form || ![...form.values()].every(isTyped)) throw new Response(null, { status: 400 })
  return form
}
