import { type Inspected, inspectPackage, type Property } from '../record/archive/inspect.ts'
import { unpackZip } from '../record/archive/zip.ts'
import { Failure } from '../text/failure.ts'
import { formatMessage, message } from '../text/message.ts'
import { DONE, FAULT } from './exitCode.ts'
import type { Host } from './host.ts'
import { type Input, readBytes } from './inputs.ts'
import { conclusion } from './report/verdict.ts'
import { withPress } from './withPress.ts'

const SCHEMA = 1
const PACKAGE_LIMIT = 2_000_000_000
const LIMITS = { files: 10_000, bytes: 2_000_000_000 }
const PROPERTIES: readonly Property[] = ['真实性', '完整性', '可用性', '安全性']

/** 四性检测 of an archive package; its exit code is that of `verify`. */
export async function verifyPackage(
  host: Host,
  input: Input,
  trusted: readonly Uint8Array[],
  format: 'pretty' | 'json',
): Promise<number> {
  const files = unpackZip(await readBytes(host, input, PACKAGE_LIMIT), LIMITS)
  const items = await withPress(host, {}, (press) =>
    inspectPackage(
      files,
      async (pdf) => {
        try {
          const verdict = await press.verify(pdf, trusted)
          return { valid: verdict.valid, summary: message(`${conclusion(verdict)}。`) }
        } catch (error) {
          if (!(error instanceof Failure)) throw error
          return { valid: false, summary: error.sentence }
        }
      },
      host.crypto,
    ),
  )
  host.terminal.out(format === 'json' ? json(items) : pretty(input.name, items))
  return passed(items) ? DONE : FAULT
}

function passed(items: readonly Inspected[]): boolean {
  return items.every((item) => item.passed !== false)
}

function json(items: readonly Inspected[]): string {
  const plain = items.map(({ item, evidence, ...rest }) => ({
    ...rest,
    item: formatMessage(item),
    evidence: formatMessage(evidence),
  }))
  return `${JSON.stringify({ schema: SCHEMA, valid: passed(items), items: plain }, undefined, 2)}\n`
}

function pretty(name: string, items: readonly Inspected[]): string {
  const mark = ({ passed: well }: Inspected) => (well === undefined ? '[人工]' : well ? '[通过]' : '[不符]')
  const groups = PROPERTIES.map((property) => {
    const lines = items
      .filter((item) => item.property === property)
      .map((item) => `  ${mark(item)} ${formatMessage(item.item)}：${formatMessage(item.evidence)}\n`)
    return `${property}\n${lines.join('')}`
  })
  const count = (well: boolean | undefined) => items.filter((item) => item.passed === well).length
  const head = `${name}：四性检测${passed(items) ? '没有发现问题' : '发现问题'}。自动核对通过${count(true)}项、不符${count(false)}项，由人核对${count(undefined)}项。\n`
  return head + groups.join('')
}
