import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import vue from '@vitejs/plugin-vue'
import { defineConfig } from 'electron-vite'
import type { Plugin } from 'vite'
import { shippedLicences } from './scripts/shippedLicences.mjs'

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url))
const { version } = JSON.parse(readFileSync(at('./package.json'), 'utf8')) as { version: string }
/** Native, or with a .wasm beside it; every other library is bundled. */
const external = ['libsql', 'wasm-xlsxwriter']
const root = at('.')
const define = { __APP_VERSION__: JSON.stringify(version) }
// fflate's Node build declares `require` itself, which a bundled ES module may not do twice; its browser build is the same code.
const resolve = { alias: { '@shared': at('./src/shared'), fflate: at('./node_modules/fflate/esm/browser.js') } }

/**
 * `npx rum` in a checkout: makes the built command executable and links it where npx looks first.
 * Windows needs no link: npx falls back to the "bin" of package.json there.
 */
const linkCommand: Plugin = {
  name: 'link-rum-command',
  writeBundle() {
    if (process.platform === 'win32') return
    chmodSync(at('./out/main/rum.js'), 0o755)
    const link = at('./node_modules/.bin/rum')
    rmSync(link, { force: true })
    if (existsSync(at('./node_modules/.bin'))) symlinkSync('../../out/main/rum.js', link)
  }
}

/** Of the window and the tray. */
const icons: Plugin = {
  name: 'icons',
  generateBundle() {
    for (const fileName of ['icon.png', 'tray.png']) this.emitFile({ type: 'asset', fileName, source: readFileSync(at(`./resources/${fileName}`)) })
  }
}

// Targets are set by hand: the same build must run on the Electron that ships and on the older one of the tests (docs/decisions/001).
export default defineConfig({
  main: {
    define,
    resolve,
    plugins: [linkCommand, icons, shippedLicences({ root, external })],
    build: {
      target: 'node20',
      sourcemap: 'hidden', // says what the bundle is made of (test/security/licences) and where an error of the log was; not shipped
      externalizeDeps: { include: external },
      rolldownOptions: {
        input: {
          index: at('./src/main/index.ts'),
          projectHost: at('./src/main/projectHost.ts'),
          readWorker: at('./src/main/ingest/readWorker.ts'),
          workbookWorker: at('./src/main/export/workbookWorker.ts'),
          rum: at('./src/main/cli/rum.ts')
        },
        output: {
          entryFileNames: '[name].js',
          chunkFileNames: 'chunks/[name]-[hash].js',
          banner: ({ name }) => (name === 'rum' ? '#!/usr/bin/env node' : '')
        }
      }
    }
  },
  preload: {
    define,
    resolve,
    plugins: [shippedLicences({ root })],
    build: {
      target: 'node20',
      externalizeDeps: false,
      rolldownOptions: {
        input: { index: at('./src/preload/index.ts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' } // a sandboxed preload cannot be an ES module
      }
    }
  },
  renderer: {
    root: at('./src/renderer'),
    define: { ...define, __VUE_I18N_LEGACY_API__: false, __VUE_PROD_DEVTOOLS__: false },
    resolve,
    plugins: [vue(), shippedLicences({ root, beside: ['electron'], also: ['main', 'preload'].map((part) => at(`./out/${part}/licences.json`)) })], // built last: its list is the whole
    build: { target: 'chrome130', minify: true, sourcemap: 'hidden', chunkSizeWarningLimit: 4000, rolldownOptions: { input: at('./src/renderer/index.html') } }
  }
})
