/** What a drawing may be made of. No script, style, link, image, animation, filter or foreign content. */
export const elements: ReadonlySet<string> = new Set(
  (
    'svg g path rect circle ellipse line polyline polygon text tspan title desc defs ' +
    'linearGradient radialGradient stop clipPath mask pattern symbol use marker'
  ).split(' '),
)

/** Geometry and presentation; `href` and `xmlns` are looked at apart. */
export const attributes: ReadonlySet<string> = new Set(
  (
    'id version viewBox preserveAspectRatio width height x y x1 y1 x2 y2 cx cy r rx ry fx fy d dx dy points rotate ' +
    'transform fill fill-opacity fill-rule stroke stroke-width stroke-linecap stroke-linejoin stroke-dasharray ' +
    'stroke-dashoffset stroke-miterlimit stroke-opacity opacity color display visibility overflow vector-effect ' +
    'font-family font-size font-weight font-style text-anchor dominant-baseline alignment-baseline letter-spacing ' +
    'word-spacing text-decoration textLength lengthAdjust baseline-shift paint-order xml:space xml:lang lang role focusable ' +
    'aria-label aria-hidden aria-labelledby aria-describedby offset stop-color stop-opacity gradientUnits ' +
    'gradientTransform spreadMethod clip-path clip-rule clipPathUnits mask maskUnits maskContentUnits patternUnits ' +
    'patternContentUnits patternTransform refX refY markerWidth markerHeight markerUnits orient marker-start marker-mid ' +
    'marker-end shape-rendering text-rendering color-interpolation'
  ).split(' '),
)
