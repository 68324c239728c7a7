import type { Figure } from '#tests/bench/figure.ts'

const heads = ['figure', 'measured', 'limit, same run', 'ratio', 'aim', '']

/** The figures as a Markdown table: read in a terminal, pasted into the README. */
export function tableOf(figures: Figure[]): string {
  const rows = figures.map((figure) => [
    figure.name,
    `${short(figure.value)} ${figure.unit}`,
    figure.limit ? `${short(figure.limit.value)} (${figure.limit.name})` : '',
    figure.ratio === null ? '' : figure.ratio.toPrecision(2),
    aimOf(figure),
    figure.isMet ? 'met' : 'MISSED',
  ])
  const widths = heads.map((head, column) => Math.max(head.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ')} |`
  return [line(heads), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n')
}

function aimOf({ aim, unit, ratio }: Figure): string {
  const [sign, value] = 'atLeast' in aim ? ['≥', aim.atLeast] : ['≤', aim.atMost]
  return ratio === null ? `${sign} ${value} ${unit}` : `${sign} ${value} of the limit`
}

function short(value: number): string {
  return value.toLocaleString('en', { maximumFractionDigits: value >= 100 ? 0 : 1 })
}
