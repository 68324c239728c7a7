import { colours, type Shape, sheet, type TextShape } from '#app/certificates/shape.ts'

/** The paper as the PDF draws it, in the page's own font. Keeps its daylight in every theme. */
export function CertificatePicture({ shapes, label }: { shapes: Shape[]; label: string }) {
  return (
    <svg viewBox={`0 0 ${sheet.width} ${sheet.height}`} role="img" aria-label={label} lang="vi">
      {shapes.map((shape, at) =>
        shape.kind === 'text' ? (
          <Words key={at} shape={shape} />
        ) : (
          <path
            key={at}
            d={shape.d}
            fill={shape.stroke ? 'none' : colours[shape.colour]}
            stroke={shape.stroke ? colours[shape.colour] : undefined}
            strokeWidth={shape.stroke}
          />
        ),
      )}
    </svg>
  )
}

function Words({ shape: { x, y, size, words, isBold, colour, align } }: { shape: TextShape }) {
  return (
    <text x={x} y={y} fontSize={size} fontWeight={isBold ? 600 : 400} fill={colours[colour]} textAnchor={align}>
      {words}
    </text>
  )
}
