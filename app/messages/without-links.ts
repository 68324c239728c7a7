/**
 * Words without any address that a mail program or a phone would make a link of, however it came in: by a name that
 * somebody gave themselves, a title, a reason.
 */
export function withoutLinks(words: string): string {
  return words.replace(links, ' ')
}

/** With a scheme, with www, or ending as the names that are common here and in such letters do. */
const links =
  /\b[a-z][a-z\d+.-]*:\/\/\S+|\bwww\.\S+|(?<![\p{L}\d])[\p{L}\d-]+(?:\.[\p{L}\d-]+)*\.(?:vn|com|net|org|gov|edu|info|io|me|asia|xyz|top|link|app|site|online|shop|club|ru|cn|tk|cc|ly|su|ws|tv|gg|pw|biz|icu|dev|page|live|store|tech|space|website|click)(?![\p{L}\d])\S*/giu
