import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makePdf } from '../../pdf/samplePdf.ts'
import { judge } from '../../support/judges.ts'
import { sign } from '../signing.ts'
import { ALL_ATTACKS } from './all.ts'

/** What another judge says of a file: its words, and whether somebody who looks no further takes the file for good. */
interface Opinion {
  readonly words: string
  readonly good: boolean
}

/** Answers are long; what is looked for is that a signature is said to be valid, and what reservation goes with it. */
function ofPdfsig(path: string): Opinion {
  const { stdout } = judge('pdfsig', ['-nocert', path])
  if (!stdout.includes('Signature Validation')) return { words: '没有签名', good: false }
  if (!stdout.includes('Signature is Valid') || /Digest Mismatch|Signature is Invalid/.test(stdout))
    return { words: '无效', good: false }
  if (stdout.includes(' - Total document signed')) return { words: '**有效**', good: true }
  return { words: '**有效**，未覆盖全部', good: true }
}

function ofMutool(path: string): Opinion {
  const { stdout } = judge('mutool', ['sign', '-v', path])
  if (!stdout.includes('Verifying signature')) return { words: '没有签名', good: false }
  if (stdout.includes('The document is unchanged since signing')) return { words: '**有效**', good: true }
  if (stdout.includes('signature is valid but there have been edits')) return { words: '有效，有改动', good: false }
  return { words: '无效', good: false }
}

/** Every attack with a Chinese title before pdfsig and mutool, as a table in Markdown, and how many each fell for. */
export async function judgeTable(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'hongtou-judges-'))
  const path = join(folder, 'f.pdf')
  const rows: (readonly [title: string, pdfsig: Opinion, mutool: Opinion])[] = []
  try {
    for (const { title, before, attack } of Object.values(ALL_ATTACKS).flat()) {
      if (title === undefined) continue
      writeFileSync(path, await attack(await sign(before?.() ?? makePdf())))
      rows.push([title, ofPdfsig(path), ofMutool(path)])
    }
  } finally {
    rmSync(folder, { recursive: true })
  }
  const count = (column: 1 | 2): number => rows.filter((row) => row[column].good).length
  return [
    `共 ${rows.length} 种：pdfsig 说有效的 ${count(1)} 种，mutool 说有效而不提改动的 ${count(2)} 种，红头一律判为无效。`,
    '',
    '| 手法 | pdfsig | mutool | 红头 |',
    '|---|---|---|---|',
    ...rows.map(
      ([title, pdfsig, mutool]) => `| ${title.replaceAll('|', '\\|')} | ${pdfsig.words} | ${mutool.words} | 无效 |`,
    ),
    '',
  ].join('\n')
}

const START = '<!-- 攻击手法与各家的判断：由 npm run signature-judges 生成 -->\n'
const END = '<!-- 生成的部分到此为止 -->\n'

/** The generated part of docs/signatures.md. */
export function tableIn(document: string): string {
  return document.slice(document.indexOf(START) + START.length, document.indexOf(END))
}

export function withTable(document: string, table: string): string {
  return document.slice(0, document.indexOf(START) + START.length) + table + document.slice(document.indexOf(END))
}
