import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { vitePlugin as remix } from '@remix-run/dev'
import browserslist from 'browserslist'
import { browserslistToTargets } from 'lightningcss'
import { defineConfig, type Plugin } from 'vite'
import remixConfig from './remix.config.js'

/** What runs on the server beside the app itself: each its own file in build/server, sharing one copy of every module. */
const entries = {
  index: './server.ts',
  admin: './bin/admin.ts',
  'compile-lesson': './app/lessons/compile-child.server.ts',
  'certificate-pdf': './app/certificates/pdf-worker.server.ts',
  'read-list': './app/intake/reading/read-child.server.ts',
  'take-people-in': './app/intake/work-child.server.ts',
  'beside-serving': './app/requirements/beside/beside-serving.server.ts',
}

/** Sharp edge: Remix overrides the input of the user's config, so it is set after it. */
const serverEntries: Plugin = {
  name: 'server-entries',
  enforce: 'post',
  config(_, { isSsrBuild }) {
    if (isSsrBuild) return { build: { rollupOptions: { input: entries, output: { entryFileNames: '[name].js' } } } }
  },
}

/** Assets are compressed once, at build time, as tightly as can be. */
const compressed: Plugin = {
  name: 'compressed-assets',
  apply: 'build',
  closeBundle() {
    for (const file of readdirSync('build/client', { recursive: true, encoding: 'utf8' })) {
      if (!/\.(js|css|svg)$/.test(file)) continue
      const bytes = readFileSync(join('build/client', file))
      writeFileSync(join('build/client', `${file}.br`), brotliCompressSync(bytes))
      writeFileSync(join('build/client', `${file}.gz`), gzipSync(bytes))
    }
  },
}

export default defineConfig(({ isSsrBuild }) => ({
  plugins: [remix(remixConfig), serverEntries, ...(isSsrBuild ? [] : [compressed])],
  css: { transformer: 'lightningcss', lightningcss: { targets: browserslistToTargets(browserslist('chrome >= 90')) } },
  build: {
    target: isSsrBuild ? 'node20' : 'chrome90',
    cssMinify: 'lightningcss',
    cssTarget: 'chrome90',
    assetsInlineLimit: 0,
  },
  ssr: { noExternal: [] },
}))
