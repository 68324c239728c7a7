const pages = new WeakMap<Response, string>()

/** A page as one text. A stream for each would cost more than compressing it. */
export function wholePage(html: string, init: { status: number; headers: Headers }): Response {
  init.headers.set('content-type', 'text/html; charset=utf-8')
  const response = new Response(null, init)
  pages.set(response, html)
  return response
}

/** The text of a page made by `wholePage`. */
export function textOfPage(response: Response): string | undefined {
  return pages.get(response)
}
