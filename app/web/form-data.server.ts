/** The form in a request's body; a body that is no form is a 400, not a failure of ours. */
export function formDataOf(request: Request): Promise<FormData> {
  return request.formData().catch(() => {
    throw new Response(null, { status: 400 })
  })
}
