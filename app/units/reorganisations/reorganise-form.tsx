import { dayOf } from '#app/i18n/day.ts'
import { useWords } from '#app/i18n/words.tsx'
import { Field } from '#app/ui/field.tsx'
import { boxOf } from '#app/units/desk/box-of.ts'
import { DeskRefused } from '#app/units/desk/desk-refused.tsx'
import { SelectField } from '#app/units/desk/select-field.tsx'
import { UnitField } from '#app/units/desk/unit-field.tsx'
import { mergedWith, placesInSight } from '#app/units/reorganisations/form-places.ts'
import { MorePlaces } from '#app/units/reorganisations/more-places.tsx'
import type { ReorganisationKind } from '#app/units/reorganisations/reorganisation.ts'
import { SplitFields, type Splitting } from '#app/units/reorganisations/split-fields.tsx'
import { type Facts, lightTypes, type UnitType } from '#app/units/unit.ts'

type Props = {
  action: string
  kind: ReorganisationKind
  unit: Facts
  splitting: Splitting | null
  /** The types that may be chosen. */
  open: readonly UnitType[]
  typed?: {
    problems: Record<string, string>
    values: Record<string, string>
    choices: Record<string, Array<{ unitId: string; name: string }>>
  }
}

/** The boxes of one decision: what it rests on, and what it says. */
export function ReorganiseForm({ action, kind, unit, splitting, open, typed }: Props) {
  const { reorganise: t, types } = useWords().units
  const { problems, values, choices } = typed ?? { problems: {}, values: {}, choices: {} }
  const keeps = kind === 'rename' || kind === 'change-type'
  const kept = { name: unit.name, code: unit.code ?? '' }
  const isLight = open.every((type) => lightTypes.includes(type))
  const box = boxOf(
    { problems, values },
    {
      type: open.includes(unit.type) ? unit.type : (open[0] ?? ''),
      ...(isLight && { effectiveDay: dayOf(new Date()) }),
      ...(keeps && kept),
    },
  )
  const target = (name: string, label: string) => (
    <UnitField {...box(name)} label={label} choices={choices[name] ?? []} />
  )
  const isNamed = keeps || kind === 'establish' || kind === 'merge'
  return (
    <form className="flow" method="post" action={action}>
      <DeskRefused problems={problems} />
      {isLight ? <p>{t.lightWhy}</p> : null}
      <Field {...box('number')} label={t.number} eg={t.numberEg} autoComplete="off" />
      <Field {...box('decisionDay')} label={t.decisionDay} type="date" />
      <Field {...box('effectiveDay')} label={t.effectiveDay} eg={t.effectiveDayEg} type="date" />
      {kind === 'merge' ? (
        <>
          <MorePlaces
            places={mergedWith.map((place) => <div key={place}>{target(`with${place}`, t.with(place))}</div>)}
            more={t.moreUnits}
            isOpen={mergedWith.slice(placesInSight).some((place) => values[`with${place}`])}
          />
          {target('into', t.into)}
        </>
      ) : null}
      {kind === 'move' ? target('parent', t.parent) : null}
      {kind === 'dissolve' ? target('successor', t.successor) : null}
      {isNamed ? (
        <>
          <Field {...box('name')} label={t.name} eg={t.nameEg} autoComplete="off" />
          <Field {...box('code')} label={t.code} eg={t.codeEg} autoComplete="off" />
        </>
      ) : null}
      {isNamed && kind !== 'rename' ? (
        <SelectField {...box('type')} label={t.type} options={open.map((value) => ({ value, label: types[value] }))} />
      ) : null}
      {splitting ? <SplitFields {...{ box, target, values, splitting }} /> : null}
      <button type="submit" className="btn main" name="step" value="preview">
        {t.see}
      </button>
    </form>
  )
}
