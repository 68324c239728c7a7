import type { Colour, PathShape } from '#app/certificates/shape.ts'

const inner = { left: 38, right: 1150, bottom: 802 }
const steps = [
  { right: 312, top: 772 },
  { right: 258, top: 740 },
  { right: 204, top: 708 },
  { right: 150, top: 676 },
]
const treadHeight = 11
const halfWaves = 20

/** The frame of the paper, and at its foot the sun on the river and the stone steps of the landing. */
export function landing(): PathShape[] {
  return [
    fill('M0 0h1188v840H0z', 'white'),
    fill('M360 764V752a76 76 0 0 1 152 0v12z', 'glow'),
    fill('M386 764V752a50 50 0 0 1 100 0v12z', 'sun'),
    wave(752, 'foam'),
    wave(774, 'shallow'),
    wave(794, 'river'),
    line('M396 772h80M412 788h48', 'sun', 5),
    ...steps.flatMap(({ right, top }) => [
      fill(`M${inner.left} ${top}H${right}V${inner.bottom}H${inner.left}z`, 'stone'),
      fill(`M${inner.left} ${top}H${right}v${treadHeight}H${inner.left}z`, 'tread'),
    ]),
    line('M26 26h1136v788H26z', 'river', 3),
    line('M36 36h1116v768H36z', 'rice', 1.5),
  ]
}

/** Whole waves from edge to edge of the frame, so that nothing has to be cut off. */
function wave(top: number, colour: Colour): PathShape {
  const half = (inner.right - inner.left) / halfWaves
  const crests = Array.from({ length: halfWaves }, (_, at) => `q${half / 2} ${at % 2 === 0 ? -12 : 12} ${half} 0`)
  return fill(`M${inner.left} ${top}${crests.join('')}V${inner.bottom}H${inner.left}z`, colour)
}

function fill(d: string, colour: Colour): PathShape {
  return { kind: 'path', d, colour }
}

function line(d: string, colour: Colour, stroke: number): PathShape {
  return { kind: 'path', d, colour, stroke }
}
