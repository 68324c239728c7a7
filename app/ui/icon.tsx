/** Our own line icons on a 24 px grid. An icon never stands alone: always beside its word. */
const shapes = {
  book: 'M4 5c3-1 6-.5 8 1 2-1.5 5-2 8-1v14c-3-1-6-.5-8 1-2-1.5-5-2-8-1zM12 6v14',
  me: 'M8 8a4 4 0 1 0 8 0a4 4 0 1 0 -8 0M4 21c1-5 4-7 8-7s7 2 8 7',
  help: 'M5 4h4l2 5-3 2c1 3 3 5 6 6l2-3 5 2v4c0 1-1 1.5-2 1.5C11 21 4 13 3.5 6c0-1 .5-2 1.5-2z',
  sound: 'M4 9v6h4l5 4V5L8 9zM16.5 9a4 4 0 0 1 0 6M19 6a8 8 0 0 1 0 12',
  check: 'M4 13l5 5L20 6',
  cross: 'M6 6l12 12M18 6L6 18',
  warn: 'M12 3L2 20h20zM12 10v4M12 17v.1',
  clock: 'M3 12a9 9 0 1 0 18 0a9 9 0 1 0 -18 0M12 7v5l4 2',
  cal: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4',
  down: 'M12 4v11M7 10l5 5 5-5M4 20h16',
  search: 'M4 10a6 6 0 1 0 12 0a6 6 0 1 0 -12 0M15 15l6 6',
  next: 'M5 12h14M13 6l6 6-6 6',
  prev: 'M19 12H5M11 6l-6 6 6 6',
  open: 'M9 5l7 7-7 7',
  phone: 'M7 2h10v20H7zM11 18.5h2',
  lock: 'M5 11h14v10H5zM8 11V8a4 4 0 0 1 8 0v3',
  cert: 'M3 4h18v12h-6M3 4v12h6M7 8h10M7 12h5M9 16a3 3 0 1 0 6 0a3 3 0 1 0 -6 0M10 18.5V23l2-1.5 2 1.5v-4.5',
  print: 'M7 8V3h10v5M7 17H4V8h16v9h-3M7 14h10v7H7z',
  flag: 'M5 22V4c5-2 8 3 14 0v10c-6 3-9-2-14 0',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21.5h4',
  people:
    'M5.5 8a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0M2 20c.5-4 3-6 7-6s6.5 2 7 6M16 5a3.5 3.5 0 0 1 0 6.5M18 14.5c2.5.8 3.700 2.800 4 5.5',
  chart: 'M4 3v18h17M8 17v-5M13 17V7M18 17v-8',
  edit: 'M4 20l1-5L16 4l4 4L9 19zM14 6l4 4',
  eye: 'M2 12c3-5 6-7 10-7s7 2 10 7c-3 5-6 7-10 7s-7-2-10-7zM9 12a3 3 0 1 0 6 0a3 3 0 1 0 -6 0',
  exit: 'M14 4H5v16h9M10 12h11M17 8l4 4-4 4',
  nolink: 'M3 9c5-5 13-5 18 0M7 13c3-3 7-3 10 0M12 18v.1M4 3l17 18',
  swap: 'M4 8h14l-3-4M20 16H6l3 4',
  plus: 'M12 5v14M5 12h14',
  table: 'M3 5h18v14H3zM3 10h18M9 10v9',
  home: 'M3 11l9-8 9 8M6 9v11h12V9',
  key: 'M3 15a5 5 0 1 0 10 0a5 5 0 1 0 -10 0M12 11l8-8M16 7l3 3',
  grid: 'M4 4h6v6H4zM14 4h6v6h-6zM4 14h6v6H4zM14 14h6v6h-6z',
  up: 'M12 20V9M7 14l5-5 5 5M4 4h16',
}

export type IconName = keyof typeof shapes

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={shapes[name]} />
    </svg>
  )
}
