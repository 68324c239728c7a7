/**
 * Part of every document's hash. Raise it whenever the same source would give another document: a rule of the
 * allow-list, a component's HTML, a kind's `read`, the shape of LessonDocument, mdx-bundler itself. Documents with an
 * older version are compiled again at the next start; keys stay.
 */
export const compilerVersion = '2'
