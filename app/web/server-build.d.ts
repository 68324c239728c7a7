type Build = import('@remix-run/node').ServerBuild

/** What the Remix plugin makes of app/: the input of the server build. */
declare module 'virtual:remix/server-build' {
  export const entry: Build['entry']
  export const routes: Build['routes']
  export const assets: Build['assets']
  export const publicPath: Build['publicPath']
  export const assetsBuildDirectory: Build['assetsBuildDirectory']
  export const basename: Build['basename']
  export const future: Build['future']
  export const mode: Build['mode']
  export const isSpaMode: Build['isSpaMode']
}
