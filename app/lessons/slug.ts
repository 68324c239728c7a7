/** Ids made of headings: ASCII, never empty, each once. A repeated heading gets a number. */
export function slugger(): (title: string) => string {
  const taken = new Set(['main']) // the page's own
  return (title) => {
    const slug =
      plain(title)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60)
        .replace(/-+$/, '') || 'the'
    let id = slug
    for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`
    taken.add(id)
    return id
  }
}

function plain(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}
