const systems = [
  [/iPhone/, 'iPhone'],
  [/iPad/, 'iPad'],
  [/Android/, 'Android'],
  [/CrOS/, 'ChromeOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'Mac'],
  [/Linux/, 'Linux'],
] as const

const browsers = [
  [/Zalo/i, 'Zalo'],
  [/FBAN|FBAV/, 'Facebook'],
  [/coc_coc_browser/, 'Cốc Cốc'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/EdgA?\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/Firefox\/|FxiOS/, 'Firefox'],
  [/Chrome\/|CriOS/, 'Chrome'],
  [/Safari\//, 'Safari'],
] as const

/** A few words by which people know their own device: "Chrome, Android". Never the whole user agent. */
export function deviceOf(userAgent: string | null): string {
  const known = [nameIn(browsers, userAgent), nameIn(systems, userAgent)].filter((word) => word !== '')
  return known.join(', ') || '?'
}

function nameIn(list: ReadonlyArray<readonly [RegExp, string]>, userAgent: string | null): string {
  return list.find(([sign]) => sign.test((userAgent ?? '').slice(0, 500)))?.[1] ?? ''
}
