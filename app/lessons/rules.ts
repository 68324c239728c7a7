import { questionKinds } from '#app/questions/question.ts'

/** What an attribute may hold. `flag` is a bare word, `media` a file of the course with one of the endings. */
export type AttributeRule = { isRequired: boolean } & (
  | { kind: 'flag' | 'words' | 'https' }
  | { kind: 'media'; endings: readonly string[] }
  | { kind: 'pattern'; pattern: RegExp; example: string }
  | { kind: 'choice'; choices: readonly string[] }
)

/**
 * What a component may be: its attributes, the components it may stand in (`card` is the top level of a card),
 * and what it holds: blocks of Markdown, one run of words, or only what is named.
 */
export type ComponentRule = {
  attributes: Readonly<Record<string, AttributeRule>>
  within: readonly string[]
  holds: 'blocks' | 'words' | { only: readonly string[]; least: number; most: number }
  /** May stand in the middle of a sentence. */
  isInline?: true
  /** Never in a list, a quotation or a table, and never inside another component. */
  isTopLevel?: true
}

const words = { kind: 'words', isRequired: true } as const
const flag = { kind: 'flag', isRequired: false } as const
const pictures = ['svg', 'png', 'jpg', 'jpeg', 'webp', 'avif'] as const
const oneOf = (...choices: string[]) => ({ kind: 'choice', choices, isRequired: true }) as const
const like = (pattern: RegExp, example: string) => ({ kind: 'pattern', pattern, example, isRequired: true }) as const
const media = (...endings: string[]) => ({ kind: 'media', endings, isRequired: true }) as const
const maybe = <Rule extends AttributeRule>(rule: Rule) => ({ ...rule, isRequired: false })

const asked = ['Question', 'Scenario', 'Why']
const boxes = ['card', 'Callout', 'Practice', 'Template', 'Summary', 'Unverified']
const anywhere = [...boxes, ...asked, 'Step', 'Side', 'Bubble', 'Checklist', 'Figure', 'Phone', 'Audio', 'Video']

const question = {
  id: like(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'otp-ai-hoi'),
  kind: oneOf(...questionKinds),
  outcome: maybe(oneOf('1', '2', '3')),
  difficulty: maybe(oneOf('1', '2', '3')),
  skill: maybe(like(/^\d\.\d$/, '4.2')),
  must: flag,
  points: maybe(like(/^([1-9]|[1-9]\d)$/, '1')),
  part: maybe(oneOf('all')),
  tones: maybe(oneOf('ignore')),
  tolerance: maybe(like(/^\d{1,9}([.,]\d{1,6})?$/, '0.5')),
  unit: maybe(words),
}

/** The registered components of docs/authoring.md. What is not here is refused. */
export const rules: ReadonlyMap<string, ComponentRule> = new Map<string, ComponentRule>(
  Object.entries<ComponentRule>({
    Callout: {
      attributes: { kind: oneOf('note', 'warn', 'right', 'wrong'), title: words },
      within: ['card', 'Practice', 'Template', 'Summary', 'Unverified'],
      holds: 'blocks',
    },
    Steps: {
      attributes: { note: maybe(words) },
      within: ['card', 'Practice'],
      holds: { only: ['Step'], least: 1, most: 20 },
    },
    Step: { attributes: {}, within: ['Steps'], holds: 'blocks' },
    Phone: {
      attributes: { title: words, alt: words },
      within: ['card', 'Step', 'Side', 'Callout', 'Practice', ...asked],
      holds: { only: ['paragraph', 'list', 'Push'], least: 1, most: 20 },
    },
    Push: { attributes: { hit: flag, bad: flag }, within: ['Phone'], holds: 'words' },
    Figure: {
      attributes: { src: media(...pictures), alt: words },
      within: ['card', 'Step', 'Side', 'Callout', 'Practice', 'Unverified', ...asked],
      holds: 'words',
    },
    Compare: { attributes: {}, within: ['card', 'Practice'], holds: { only: ['Side'], least: 2, most: 2 } },
    Side: {
      attributes: { kind: oneOf('fake', 'real'), title: words, from: maybe(words) },
      within: ['Compare'],
      holds: 'blocks',
    },
    Bubble: { attributes: {}, within: ['card', 'Side', 'Callout', 'Practice', ...asked], holds: 'blocks' },
    Sign: { attributes: { n: like(/^[1-9]$/, '1') }, within: ['Bubble'], holds: 'words', isInline: true },
    Term: { attributes: { meaning: words }, within: anywhere, holds: 'words', isInline: true },
    Checklist: {
      attributes: { title: words },
      within: ['card', 'Practice', 'Template', 'Summary'],
      holds: { only: ['paragraph', 'list'], least: 1, most: 20 },
    },
    Practice: {
      attributes: { title: words, minutes: like(/^\d{1,3}$/, '5') },
      within: ['card'],
      holds: 'blocks',
      isTopLevel: true,
    },
    Template: { attributes: { title: words }, within: ['card'], holds: 'blocks', isTopLevel: true },
    Summary: { attributes: { title: words }, within: ['card'], holds: 'blocks', isTopLevel: true },
    Audio: {
      attributes: { src: media('opus', 'ogg', 'mp3'), title: words, size: words },
      within: ['card'],
      holds: 'blocks',
      isTopLevel: true,
    },
    Video: {
      attributes: {
        src: media('mp4', 'webm'),
        captions: media('vtt'),
        poster: media(...pictures),
        title: words,
        size: words,
      },
      within: ['card'],
      holds: 'blocks',
      isTopLevel: true,
    },
    Source: {
      attributes: { year: like(/^(19|20)\d\d$/, '2025'), href: { kind: 'https', isRequired: false } },
      within: [...boxes, 'Figure', 'Side', 'Step', ...asked],
      holds: 'words',
      isInline: true,
    },
    Unverified: { attributes: {}, within: [...boxes, 'Step', 'Side', ...asked], holds: 'blocks', isInline: true },
    Question: { attributes: { ...question, scenario: flag }, within: ['card'], holds: 'blocks', isTopLevel: true },
    Scenario: { attributes: { ...question, title: words }, within: ['card'], holds: 'blocks', isTopLevel: true },
    Why: { attributes: {}, within: ['Question', 'Scenario'], holds: 'blocks' },
  }),
)

export function isQuestion(name: string | null | undefined): boolean {
  return name === 'Question' || name === 'Scenario'
}
