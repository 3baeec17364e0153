// `npm run bench`: measures what docs/performance.md promises and writes it there, misses included.
// Needs a build (dist/) and a quiet machine. `--only=lint,press,sign,record,process,editing,peers` measures a part and writes nothing.
import { writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { RULES } from '../server/src/rules/registry.ts'
import { documentOfBytes } from './documents.ts'
import { editing } from './editing.ts'
import { keystroke, phases, whole } from './lint.ts'
import type { Timing } from './measure.ts'
import { LINTERS, measurePeers, TYPESETTERS } from './peers.ts'
import { documentOfPages, layingOut, printing } from './press.ts'
import { bareNode, idleCli, lintFolder, renderCli, renderPeak, serverStart } from './processes.ts'
import { processLog, register } from './record.ts'
import { type Figure, report } from './report.ts'
import { signing, sm2 } from './signing.ts'

const KB10 = 10_000
const KB20 = 20_000
const MB1 = 1_000_000
const PAGES = [2, 12, 120] as const
/** Target in ms by number of pages. */
const PRINT_TARGETS = { 2: 12, 12: 70, 120: 320 } as const
/** UTF-8 of some 60,000 characters. */
const CHARACTERS_60000 = 180_000

const only = process.argv
  .find((argument) => argument.startsWith('--only='))
  ?.slice(7)
  .split(',')
const wanted = (part: string): boolean => only === undefined || only.includes(part)

const load = loadavg()[0] ?? 0
const figures: Figure[] = []
function note(what: string, timing: Timing, target?: number, remark?: string, target99?: number): void {
  figures.push({
    what,
    timing,
    ...(target !== undefined && { target }),
    ...(target99 !== undefined && { target99 }),
    ...(remark !== undefined && { remark }),
  })
  const bound = target === undefined ? '' : `（目标 ${target}）`
  console.error(`${what}　${timing.median.toFixed(2)} ms${bound}`)
}

const [small, large] = [documentOfBytes(KB20), documentOfBytes(MB1)]

async function measureLint(): Promise<number> {
  note('按键到诊断，20 KB', await keystroke(small, 3000), 1)
  note('按键到诊断，1 MB', await keystroke(large, 6000), 5)
  const [first, second] = [await whole(small, 4000), await whole(large, 10_000)]
  const [of20, of1000] = [await phases(small, 1500), await phases(large, 5000)]
  const split = ({ parse, model, rules }: typeof of20): string =>
    `解析 ${parse.toFixed(1)}，建模 ${model.toFixed(1)}，规则 ${rules.toFixed(1)}`
  note('全文校对，20 KB', first, 3, split(of20))
  note('全文校对，1 MB', second, 80, split(of1000))
  return second.median / first.median
}

async function measurePress(): Promise<void> {
  for (const pages of PAGES) {
    const { layout, pdf } = await printing(await documentOfPages(pages), 4000)
    note(`生成 PDF（热），${pages} 页`, pdf, PRINT_TARGETS[pages], `其中排版 ${layout.median.toFixed(1)}`)
  }
  const fresh = await layingOut(documentOfBytes(CHARACTERS_60000), 4000)
  note('只排版 6 万字，没有一段排过', fresh, 60, '连同解析和建模')
}

/** What pdfsig and OpenSSL take as processes, beside us in process: the start of a process is theirs, not ours. */
async function measureSigning(): Promise<void> {
  const { sign, keyAlone, withP12, verifyThree, growth, pdfsig, openssl } = await signing(2000)
  const beside = sign.median - keyAlone.median
  const of = `私钥运算 ${keyAlone.median.toFixed(1)}，其余 ${beside.toFixed(1)}（目标 3）；连同打开 P12（按标准反复散列密码）${withP12.median.toFixed(1)}；同一文件第 50 次签章是第 25 次的 ${growth.toFixed(2)} 倍`
  note('签章，12 页，RSA-2048，矢量印章', sign, undefined, of)
  const others = [
    pdfsig && `pdfsig ${pdfsig.median.toFixed(0)}`,
    openssl && `openssl cms（最后一个签名）${openssl.median.toFixed(0)}`,
  ]
  const said = others.filter((each) => each !== undefined).join('，')
  note('验证有 3 个签章的 PDF', verifyThree, 20, said === '' ? undefined : `同一文件，整个进程：${said}`)
  const national = await sm2(1000)
  note('SM2 签名', national.sign, 1)
  note('SM2 验签', national.verify, 5)
}

async function measureRecord(): Promise<void> {
  const { state, read, growth: times } = await processLog(3000)
  note('办理记录 10 万条：状态（热）', state, 50)
  note('办理记录 10 万条：读出并核对', read, undefined, `是 1 万条的 ${times.toFixed(1)} 倍（目标 10 倍上下，即线性）`)
  const { next, take } = await register(2000)
  note('登记簿 1 万个号：读出、核对、下一个号', next, 300)
  note('同上，登记一个号', take, 500)
}

async function measureProcesses(): Promise<void> {
  const [bare, idle] = [await bareNode(), await idleCli()]
  const floor = `空的 Node 进程 ${bare.median.toFixed(0)}，hongtou --version ${idle.median.toFixed(0)}`
  note('hongtou render 2 页，整个进程', await renderCli(await documentOfPages(2)), 300, floor)
  const { ready, findings } = await serverStart()
  note('语言服务器就绪（启动到答复 initialize）', ready, 150, `空的 Node 进程 ${bare.median.toFixed(0)}`)
  note('语言服务器第一份诊断（启动到收到，20 KB）', findings)
  const { alone, together, threads, memory } = await lintFolder(documentOfBytes(KB10), 1000)
  const gain = (alone.median / together.median).toFixed(2)
  const how = `单线程 ${alone.median.toFixed(0)}，${threads} 个线程快到 ${gain} 倍；每个线程内存 ${memory.toFixed(0)} MB（目标 80，整个进程的峰值减去 hongtou --version 的，再平分）`
  note('hongtou lint 1000 份 10 KB，整个进程', together, undefined, how)
}

/** 20 documents of 20 KB in a server of its own. */
async function measureEditing(): Promise<void> {
  const { keystroke: key, completion, hover, memory } = await editing()
  const inVsCode = await editing('--max-semi-space-size=4')
  const held = `1000 次改动后进程内存 ${memory.toFixed(0)} MB（目标 150；在 VS Code 里 ${inVsCode.memory.toFixed(0)} MB，扩展收紧了新生代）`
  note('编辑器里打开 20 份 20 KB：按键到诊断', key, 5, held, 20)
  note('同上：补全', completion, undefined, undefined, 20)
  note('同上：悬停', hover, undefined, undefined, 20)
}

const growth = wanted('lint') ? await measureLint() : undefined
if (wanted('press')) await measurePress()
if (wanted('sign')) await measureSigning()
if (wanted('record')) await measureRecord()
if (wanted('process')) await measureProcesses()
if (wanted('editing')) await measureEditing()
const peak = wanted('process') ? await renderPeak(await documentOfPages(120)) : undefined
const linters = wanted('peers') ? await measurePeers(LINTERS, [small, large]) : undefined
const printed = wanted('peers') ? await Promise.all(PAGES.map(documentOfPages)) : []
const typesetters = wanted('peers') ? await measurePeers(TYPESETTERS, printed) : undefined
const text = report({ figures, growth, peak, linters, typesetters, rules: RULES.length, load })
if (only === undefined) writeFileSync(new URL('../docs/performance.md', import.meta.url), text)
console.log(text)
process.exit(0)
