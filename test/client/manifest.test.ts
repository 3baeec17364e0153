import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { generatedManifest } from '../../scripts/generate-manifest.ts'
import { SEVERITY_NAMES } from '../../server/src/text/severityNames.ts'

const read = (path: string) => readFileSync(path, 'utf8')
const sources = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .map((name) => read(join(folder, name)))

const manifest = JSON.parse(read('package.json'))
const chinese: Record<string, string> = JSON.parse(read('package.nls.json'))
const english: Record<string, string> = JSON.parse(read('package.nls.en.json'))
const bundle: Record<string, string> = JSON.parse(read('l10n/bundle.l10n.en.json'))
const client = sources('client/src')

const matches = (texts: readonly string[], pattern: RegExp): readonly string[] => [
  ...new Set(texts.flatMap((text) => [...text.matchAll(pattern)].map((match) => match[1] as string))),
]
const blanks = (text: string) => (text.match(/\{\d+\}/g) ?? []).sort()

describe('manifest of the extension', () => {
  it('declares exactly the commands that the client registers', () => {
    const registered = matches(client, /command\(context, '([^']+)'/g)
    const declared = manifest.contributes.commands.map(({ command }: { command: string }) => command)
    assert.deepEqual([...registered].sort(), [...declared].sort())
  })

  it('uses only declared commands in menus and keybindings', () => {
    const declared = new Set(manifest.contributes.commands.map(({ command }: { command: string }) => command))
    const entries = [...Object.values(manifest.contributes.menus).flat(), ...manifest.contributes.keybindings]
    for (const { command } of entries as { command: string }[]) assert.ok(declared.has(command), command)
  })

  it('names files that exist', () => {
    const { languages, grammars, snippets, walkthroughs, viewsContainers } = manifest.contributes
    const steps: { media: { image: string } }[] = walkthroughs.flatMap((each: { steps: unknown[] }) => each.steps)
    const paths = [
      ...steps.map(({ media }) => media.image),
      ...languages.flatMap(({ icon }: { icon: Record<string, string> }) => Object.values(icon)),
      ...viewsContainers.activitybar.map(({ icon }: { icon: string }) => icon),
      ...languages.map((each: { configuration: string }) => each.configuration),
      ...[...grammars, ...snippets].map((each) => each.path),
    ]
    for (const path of paths) assert.ok(existsSync(path), path)
  })

  it('registers every view that it declares, and leads only to views and commands that are there', () => {
    const { views, viewsWelcome, walkthroughs, commands } = manifest.contributes
    const declared: string[] = views.hongtou.map(({ id }: { id: string }) => id)
    const registered = matches(client, /\bVIEW = '([^']+)'/g)
    assert.deepEqual([...registered].sort(), [...declared].sort())
    for (const { view } of viewsWelcome) assert.ok(declared.includes(view), view)
    const known = new Set([
      ...commands.map(({ command }: { command: string }) => command),
      ...declared.map((view) => `${view}.focus`),
      // VS Code's own.
      'workbench.action.openSettings',
    ])
    const led = matches(Object.values(chinese), /command:([\w.]+)/g)
    for (const command of led) assert.ok(known.has(command), command)
    assert.ok(walkthroughs[0].steps.length >= 4)
  })

  it('takes no key that VS Code gives to something else in an editor, but for the preview of Markdown', () => {
    // Second keys of the chords that begin with Ctrl+K and need no further condition.
    const taken = 'c d e f i l m o p q r s t u v w x z enter'.split(' ')
    const { keybindings } = manifest.contributes
    for (const { key, mac, when } of keybindings) {
      const [, second] = /^ctrl\+k (\S+)$/.exec(key) ?? []
      assert.ok(second !== undefined && (second === 'v' || !taken.includes(second)), key)
      assert.equal(mac, key.replace('ctrl', 'cmd'))
      assert.match(when, /editorLangId == gongwen/)
    }
  })

  it('has every text in Chinese and in English', () => {
    const used = matches([read('package.json')], /"%([^%"]+)%"/g)
    assert.deepEqual([...used].sort(), Object.keys(chinese).sort())
    assert.deepEqual(Object.keys(english).sort(), Object.keys(chinese).sort())
  })

  it('knows every rule in its settings, as generated: npm run generate', () => {
    for (const [file, text] of generatedManifest()) assert.deepEqual(JSON.parse(read(file)), JSON.parse(text), file)
    const { properties } = manifest.contributes.configuration
    const { enum: names, enumDescriptions: descriptions } = properties['hongtou.rules'].propertyNames
    for (const name of ['docnum-brackets', '慎用语']) assert.ok(names.includes(name), name)
    assert.equal(descriptions.length, names.length)
    assert.match(chinese['rule.docnum-brackets'] ?? '', /^文号用六角括号（GB\/T 9704—2012 7\.2\.5）。默认：错误$/)
    assert.match(
      english['rule.docnum-brackets'] ?? '',
      /^Hexagonal brackets in .*: GB\/T 9704—2012 7\.2\.5\. Default: error$/,
    )
  })

  it('calls the severities what the reports call them', () => {
    for (const [severity, name] of Object.entries(SEVERITY_NAMES)) {
      assert.match(chinese[`severity.${severity}`] ?? '', new RegExp(`^${name}：`))
    }
  })

  it('lets no workspace choose fonts, certificates or templates', () => {
    const { properties } = manifest.contributes.configuration
    for (const name of ['hongtou.fonts', 'hongtou.trustedCertificates', 'hongtou.templates'])
      assert.equal(properties[name].scope, 'machine')
  })
})

describe('English texts of client and server', () => {
  const written = [
    ...matches(client, /\bt\(\s*'([^']+)'/g),
    ...matches([...sources('server/src/lsp'), ...sources('server/src/features')], /\bmessage\(\s*'([^']+)'/g),
  ]

  it('are there for every Chinese one', () => {
    assert.deepEqual(
      written.filter((text) => bundle[text] === undefined),
      [],
    )
  })

  it('have the same blanks to fill in', () => {
    for (const [text, translated] of Object.entries(bundle)) assert.deepEqual(blanks(translated), blanks(text), text)
  })

  it('are there for no text that is gone', () => {
    const all = [...client, ...sources('server/src/lsp'), ...sources('server/src/features')].join('\n')
    assert.deepEqual(
      Object.keys(bundle).filter((text) => !all.includes(`'${text}'`)),
      [],
    )
  })
})

describe('client', () => {
  it('imports VS Code, the language client and types of the protocol, nothing else', () => {
    const imports = matches(client, /^import (?:type )?[^'"]*from '([^'.][^']*)'/gm)
    assert.deepEqual([...imports].sort(), ['vscode', 'vscode-languageclient/node'])
    const values = matches(client, /^import (?!type )[^'"]*from '([^']*server\/src[^']*)'/gm)
    assert.deepEqual(values, [])
    const types = matches(client, /^import type [^'"]*from '([^']*server\/src[^']*)'/gm)
    for (const path of types) assert.match(path, /lsp\/(?:protocol|\w+Protocol)\.ts$/)
  })
})
