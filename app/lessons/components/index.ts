import type { ComponentType } from 'react'
import { Audio } from '#app/lessons/components/audio.tsx'
import { Bubble } from '#app/lessons/components/bubble.tsx'
import { Callout } from '#app/lessons/components/callout.tsx'
import { Checklist, Tick, Ticks } from '#app/lessons/components/checklist.tsx'
import { Compare, GoodPoint, GoodPoints, Side } from '#app/lessons/components/compare.tsx'
import { Figure } from '#app/lessons/components/figure.tsx'
import { HeadCell } from '#app/lessons/components/head-cell.tsx'
import { Link } from '#app/lessons/components/link.tsx'
import { Phone, PhoneRow, PhoneText } from '#app/lessons/components/phone.tsx'
import { Practice } from '#app/lessons/components/practice.tsx'
import { Push } from '#app/lessons/components/push.tsx'
import { Sign, SignPoint, Signs } from '#app/lessons/components/sign.tsx'
import { Source } from '#app/lessons/components/source.tsx'
import { Step, Steps } from '#app/lessons/components/steps.tsx'
import { Summary } from '#app/lessons/components/summary.tsx'
import { TableRegion } from '#app/lessons/components/table-region.tsx'
import { Template } from '#app/lessons/components/template.tsx'
import { Term } from '#app/lessons/components/term.tsx'
import { Unverified } from '#app/lessons/components/unverified.tsx'
import { Video } from '#app/lessons/components/video.tsx'

/**
 * What lessons are drawn with: the registered components, their inner parts, `a` for links, `th` for heads of tables.
 * Props come from attributes that passed rules.ts, so each component may trust its own prop types.
 */
// biome-ignore lint/suspicious/noExplicitAny: the map of MDX holds components of every shape
export const components: Readonly<Record<string, ComponentType<any>>> = {
  Audio,
  Bubble,
  Callout,
  Checklist,
  Compare,
  Figure,
  GoodPoint,
  GoodPoints,
  Phone,
  PhoneRow,
  PhoneText,
  Practice,
  Push,
  Side,
  Sign,
  SignPoint,
  Signs,
  Source,
  Step,
  Steps,
  Summary,
  TableRegion,
  Template,
  Term,
  Tick,
  Ticks,
  Unverified,
  Video,
  a: Link,
  th: HeadCell,
}
