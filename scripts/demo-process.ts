// `npm run demo:process`: the whole life of a joint 公文, from 拟稿 to 归档, through the commands that people type.
import { spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../', import.meta.url))
const program = join(root, 'dist/cli.mjs')
const folder = join(root, 'out/办文流程')
const PASSWORD_VARIABLE = 'HONGTOU_DEMO_PASSWORD'
const WITH_PASSWORD = ['--password-env', PASSWORD_VARIABLE]
const SOURCE = '通知.gw.md'
const HOST = '某某市教育局'
const PARTNER = '某某市财政局'
const CONSULTED = '某某市司法局'

/** Somebody who acts, with the certificate that signs what is put on record. */
interface Person {
  readonly name: string
  readonly organ: string
  readonly post: string
}

const DRAFTER: Person = { name: '王晓', organ: HOST, post: '科员' }
const OFFICE: Person = { name: '李明', organ: HOST, post: '办公室主任' }
const HEAD: Person = { name: '赵立', organ: HOST, post: '局长' }
const PARTNER_HEAD: Person = { name: '钱宁', organ: PARTNER, post: '局长' }
const LAWYER: Person = { name: '孙洁', organ: CONSULTED, post: '科长' }
const KEEPER: Person = { name: '周敏', organ: HOST, post: '印章管理员' }
const PARTNER_KEEPER: Person = { name: '吴静', organ: PARTNER, post: '印章管理员' }
const PEOPLE = [DRAFTER, OFFICE, HEAD, PARTNER_HEAD, LAWYER, KEEPER, PARTNER_KEEPER]

/** Prints and runs one command as a user would type it; another exit code than the expected one ends the demo. */
function hongtou(args: readonly string[], expected = 0): void {
  console.log(`$ hongtou ${args.map(quoted).join(' ')}`)
  const environment = { ...process.env, [PASSWORD_VARIABLE]: 'demo' }
  const run = spawnSync(process.execPath, [program, ...args], { cwd: folder, encoding: 'utf8', env: environment })
  process.stdout.write(run.stdout + run.stderr)
  if (run.status === expected) return
  console.log(`退出码应当是 ${expected}，实际是 ${run.status}。`)
  process.exit(1)
}

function quoted(argument: string): string {
  return /[\s;&|<>*?()'"]/.test(argument) ? `'${argument}'` : argument
}

function chapter(title: string): void {
  console.log(`\n—— ${title}`)
}

/** Puts on record what somebody did, signed. */
function record({ name, organ, post }: Person, action: string, opinion?: string, more: readonly string[] = []): void {
  const who = ['--name', name, '--organ', organ, '--post', post, '--p12', `证书/${name}.p12`, ...WITH_PASSWORD]
  const said = opinion === undefined ? [] : ['--opinion', opinion]
  hongtou(['record', 'add', SOURCE, action, ...more, ...said, ...who, '--flow', '联合发文.yaml'])
}

function makeKeys(): void {
  mkdirSync(join(folder, '证书'))
  for (const organ of [HOST, PARTNER])
    hongtou(['cert', 'new', '--name', organ, '-o', `证书/${organ}.p12`, ...WITH_PASSWORD])
  for (const { name, organ } of PEOPLE)
    hongtou(['cert', 'new', '--name', name, '--organ', organ, '-o', `证书/${name}.p12`, ...WITH_PASSWORD])
}

/** The document of the examples, dated today; the first draft still lacks what 审核 will ask for. */
function writeDraft(finished: boolean): void {
  const today = new Intl.DateTimeFormat('zh-CN', { dateStyle: 'long', timeZone: 'Asia/Shanghai' }).format(new Date())
  const text = readFileSync(join(root, 'examples/办文流程', SOURCE), 'utf8').replace(
    /^(成文日期|印发日期): .*$/gm,
    `$1: ${today}`,
  )
  writeFileSync(join(folder, SOURCE), finished ? text : text.replace('于2026年12月18日前报送', '尽快报送'))
}

/** 登记 takes the next number from the register, and writes it into the document. */
function register(): void {
  record(DRAFTER, '登记', '印30份。', ['--number', 'next', '--series', '某教'])
  hongtou(['register', 'list'])
}

/** Both organs sign the same file, one behind the other, each in the place that is left for it. */
function seal(): void {
  hongtou(['lint', SOURCE, '--stage', 'issue'])
  hongtou(['render', SOURCE, '-o', '白版.pdf'])
  const sign = (input: string, organ: string, output: string): void =>
    hongtou(['sign', input, '--p12', `证书/${organ}.p12`, '--organ', organ, '-o', output, ...WITH_PASSWORD])
  sign('白版.pdf', HOST, '一枚章.pdf')
  record(KEEPER, '用印')
  sign('一枚章.pdf', PARTNER, '通知-签章.pdf')
  record(PARTNER_KEEPER, '用印')
}

rmSync(folder, { recursive: true, force: true })
mkdirSync(folder, { recursive: true })
for (const name of ['联合发文.yaml', '测算表.gw.md']) cpSync(join(root, 'examples/办文流程', name), join(folder, name))

chapter('试用证书：两个机关的章，七个人的签名')
makeKeys()

chapter('拟稿，审核退回，改好再送')
writeDraft(false)
record(DRAFTER, '拟稿', '请审核。')
record(OFFICE, '退回', '“尽快”不明确，请写明报送的日期。', ['--to', '拟稿'])
writeDraft(true)
record(DRAFTER, '拟稿', '已写明日期。')
record(OFFICE, '审核', '同意，请会签。')

chapter('会签：两个机关不分先后')
record(LAWYER, '会签', '没有意见。')
record(PARTNER_HEAD, '会签', '同意。')

chapter('还没有签发就用印：不许')
const early = ['--name', KEEPER.name, '--organ', KEEPER.organ, '--post', KEEPER.post, '--flow', '联合发文.yaml']
hongtou(['record', 'add', SOURCE, '用印', ...early], 2)

chapter('签发：两位局长都签了，正文不能再动')
record(PARTNER_HEAD, '签发', '同意。')
record(HEAD, '签发', '同意，请印发。')

chapter('复核、登记编号')
record(OFFICE, '复核', '与定稿一致。')
register()

chapter('用印：两枚章依次盖在同一个文件上')
seal()

chapter('印制、核发')
record(DRAFTER, '印制', '印30份。')
record(DRAFTER, '核发')
const TRUST = ['--trust', '证书']
hongtou(['record', 'show', SOURCE, '--flow', '联合发文.yaml'])
hongtou(['record', 'verify', SOURCE, '--flow', '联合发文.yaml', ...TRUST])
hongtou(['record', 'sheet', SOURCE, '--flow', '联合发文.yaml'])

chapter('归档，四性检测')
const sealed = ['--p12', `证书/${HOST}.p12`, ...WITH_PASSWORD]
hongtou(['archive', SOURCE, '--flow', '联合发文.yaml', ...TRUST, ...sealed])
hongtou(['verify', '通知-归档.zip', ...TRUST, '--report', '检测报告.pdf'])
console.log(`\n全部文件在 ${folder}。证书只供试用。`)
