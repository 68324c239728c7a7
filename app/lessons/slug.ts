/** Ids made of headings and terms: ASCII, never empty, each once; a repeated one gets a number. */
export function slugger(prefix = ''): (title: string) => string {
  const taken = new Set(['main', 'glossary']) // the page's own
  return (title) => {
    const words =
      plain(title)
        .replace(/[^a-z0-9]+/g, '-')
        .replace(/^-+|-+$/g, '')
        .slice(0, 60)
        .replace(/-+$/, '') || 'the'
    const slug = prefix + words
    let id = slug
    for (let count = 2; taken.has(id); count++) id = `${slug}-${count}`
    taken.add(id)
    return id
  }
}

function plain(title: string): string {
  return title.normalize('NFD').replace(/\p{M}/gu, '').replace(/[đĐ]/g, 'd').toLowerCase()
}
