/** Writes into package.json what the manifest has of the rules: the ids that its setting knows, so that the editor completes and checks them. */
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { RULES } from '../server/src/rules/registry.ts'
import type { Severity } from '../server/src/text/finding.ts'

const path = fileURLToPath(new URL('../package.json', import.meta.url))

const NAMES: Readonly<Record<Severity, string>> = { error: '错误', warning: '警告', info: '提示', hint: '建议' }
/** The text of package.json with the settings of today's rules. */
export function generatedManifest(): string {
  const manifest = JSON.parse(readFileSync(path, 'utf8'))
  const setting = manifest.contributes.configuration.properties['hongtou.rules']
  setting.propertyNames = {
    enum: RULES.map(({ id }) => id),
    enumDescriptions: RULES.map(({ name, clause, severity }) => `${name}（${clause}）。默认：${NAMES[severity]}`),
  }
  return `${JSON.stringify(manifest, undefined, 2)}\n`
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(path, generatedManifest())
