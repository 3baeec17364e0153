// `npm run demo`: every example is linted as for issue, printed, signed with a test identity and verified.
import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const program = join(root, 'dist/cli.mjs')
const folder = join(root, 'out/demo')
const PASSWORD_VARIABLE = 'HONGTOU_DEMO_PASSWORD'

/** Runs a command as a user would; an exit code other than 0 ends the demo. */
function hongtou(...args: readonly string[]): { readonly out: string; readonly err: string } {
  const environment = { ...process.env, [PASSWORD_VARIABLE]: 'demo' }
  const run = spawnSync(process.execPath, [program, ...args], { encoding: 'utf8', env: environment })
  if (run.status !== 0) {
    process.stderr.write(`hongtou ${args.join(' ')}\n${run.stdout}${run.stderr}`)
    process.exit(1)
  }
  return { out: run.stdout, err: run.stderr }
}

/** The first issuer that a document names. */
function issuerOf(source: string): string {
  return /^发文机关[:：]\s*\[?([^,，\]\n]+)/m.exec(readFileSync(source, 'utf8'))?.[1]?.trim() ?? '某某机关'
}

function demonstrate(source: string): string {
  const name = basename(source, '.gw.md')
  const at = (ending: string): string => join(folder, name + ending)
  const password = ['--password-env', PASSWORD_VARIABLE]
  const { summary } = JSON.parse(hongtou('lint', source, '--stage', 'issue', '--format', 'json').out)
  const pages = /共 (\d+) 页/.exec(hongtou('render', source, '-o', at('-未签章.pdf'), '--force').err)?.[1]
  hongtou('cert', 'new', '--name', issuerOf(source), '-o', at('.p12'), '--force', ...password)
  hongtou('sign', at('-未签章.pdf'), '--p12', at('.p12'), '-o', at('.pdf'), '--force', ...password)
  const verdict = JSON.parse(hongtou('verify', at('.pdf'), '--trust', at('.pem'), '--format', 'json').out)
  const signed = verdict.valid && verdict.trusted ? '签章有效且受信任' : '签章无效'
  return `${name}　${summary.errors} 处错误，${summary.warnings} 处警告；${pages} 页；${signed}（${verdict.signatures.length} 个）`
}

mkdirSync(folder, { recursive: true })
const examples = readdirSync(join(root, 'examples'))
  .filter((name) => name.endsWith('.gw.md'))
  .sort()
const lines = examples.map((name) => demonstrate(join(root, 'examples', name)))
const pdfs = examples.map((name) => name.replace('.gw.md', '.pdf')).join(' ')
console.log([...lines, `PDF 在 ${folder}：${pdfs}`, '测试证书（.p12、.pem）在同一个文件夹，只供试用。'].join('\n'))
