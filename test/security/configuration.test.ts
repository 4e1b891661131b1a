import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../src/main/desktop/contentPolicy'
import { securePreferences } from '../../src/main/desktop/securePreferences'

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string>; engines: Record<string, string> }
const builder = readFileSync('electron-builder.yml', 'utf8')

describe('windows', () => {
  it('are isolated, sandboxed and without Node in page, worker and frame', () => {
    expect(securePreferences).toEqual({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, experimentalFeatures: false, webviewTag: false
    })
  })
  it.each(['window', 'printPdf'])('are made with that, and nothing after it undoes it (%s)', (name) => {
    const preferences = readFileSync(`src/main/desktop/${name}.ts`, 'utf8').match(/webPreferences: \{[\s\S]*?\}/g)!
    expect(preferences).toHaveLength(1)
    const behind = preferences[0]!.split('...securePreferences')[1]
    expect(behind).toBeDefined()
    for (const key of Object.keys(securePreferences)) expect(behind).not.toContain(`${key}:`)
  })
})

describe('the policy of the page', () => {
  const rules = new Map(contentSecurityPolicy.split('; ').map((rule) => [rule.split(' ')[0]!, rule.split(' ').slice(1)]))
  it('loads and runs only what is of the app', () => {
    expect(rules.get('default-src')).toEqual(["'none'"])
    expect(rules.get('script-src')).toEqual(["'self'"])
    expect(rules.get('connect-src')).toEqual(["'self'"])
    expect(rules.get('img-src')).toEqual(["'self'", 'data:', 'blob:'])
    for (const closed of ['object-src', 'base-uri', 'form-action', 'frame-ancestors']) expect(rules.get(closed), closed).toEqual(["'none'"])
    expect(contentSecurityPolicy).not.toMatch(/unsafe-eval|https?:|\*/)
    expect(contentSecurityPolicy.match(/unsafe-inline/g)).toHaveLength(1) // styles
  })
})

describe('what is packaged', () => {
  it('is one exact version of Electron, the one that is tested against', () => {
    const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version?: string }> }
    expect(manifest.devDependencies['electron']).toMatch(/^\d+\.\d+\.\d+$/)
    expect(lock.packages['node_modules/electron']?.version).toBe(manifest.devDependencies['electron'])
    expect(builder).not.toMatch(/electronVersion|electronDist/)
  })
  it('has no way in for other code, and is published nowhere', () => {
    for (const fuse of ['runAsNode: false', 'enableNodeOptionsEnvironmentVariable: false', 'enableNodeCliInspectArguments: false', 'enableEmbeddedAsarIntegrityValidation: true', 'onlyLoadAppFromAsar: true', 'grantFileProtocolExtraPrivileges: false']) {
      expect(builder).toContain(`\n  ${fuse}\n`)
    }
    expect(builder).toContain('\nasar: true\n')
    expect(builder).toContain('\npublish: null\n')
    expect(builder).not.toMatch(/no-sandbox/)
  })
})
