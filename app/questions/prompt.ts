/**
 * A prompt cut before its last paragraph: what is asked can then head the group of fields (a legend holds
 * no blocks), and the story before it stands above. What does not end in a paragraph is all story.
 */
export function splitPrompt(promptHtml: string): { story: string; asked: string } {
  const html = promptHtml.trim()
  const start = html.lastIndexOf('<p>')
  const asked = html.slice(start + '<p>'.length, -'</p>'.length)
  if (start < 0 || !html.endsWith('</p>') || /<\/?p[\s>]/.test(asked)) return { story: html, asked: '' }
  return { story: html.slice(0, start).trim(), asked }
}
