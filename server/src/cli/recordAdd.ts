import { append, type Proposal } from '../record/append.ts'
import { awaitsNumber } from '../record/digests.ts'
import type { Actor } from '../record/entry.ts'
import { refuse } from '../record/refuse.ts'
import { readNumber } from '../record/register/numberDocument.ts'
import { type ProcessState, stateOf } from '../record/state.ts'
import { Failure } from '../text/failure.ts'
import type { Message } from '../text/finding.ts'
import { isoTime } from '../text/isoTime.ts'
import { message } from '../text/message.ts'
import { folderOf } from '../text/uri.ts'
import { beside } from '../workspace/beside.ts'
import { digestAttachments } from './attachedFiles.ts'
import { ChineseCommand, wholeNumber } from './command.ts'
import { isThere } from './existing.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { addPasswordOptions, type PasswordOptions } from './password.ts'
import { type Recorded, readProcess, readRecorded, refuseDamaged, refuseOtherFlow, writeLogFile } from './processLog.ts'
import { sayState } from './recordShow.ts'
import { type RegisterOptions, registerOfFolder } from './registerFile.ts'
import { sayNumbered } from './registerTake.ts'
import type { Session } from './session.ts'
import { takeNumber } from './takeNumber.ts'
import { withHand } from './withHand.ts'

interface AddOptions extends PasswordOptions {
  readonly p12?: string
  readonly name: string
  readonly organ: string
  readonly post?: string
  readonly opinion?: string
  readonly to?: string
  readonly flow?: string
  readonly number?: number | 'next'
  readonly series?: string
  readonly reason?: string
  readonly register?: string
}

function numberWish(value: string): number | 'next' {
  return value === 'next' ? value : wholeNumber('--number', 1)(value)
}

export function recordAddCommand(session: Session): ChineseCommand {
  const command = new ChineseCommand('add')
    .description('记一笔：办了流程中的一步，或者退回、批注、传阅、催办、作废')
    .usage('[选项] <文件> <办理>')
    .argument('<文件>', '公文源文件；记录在它旁边的 .gw.log 里')
    .argument('<办理>', '流程中的一步（拟稿、审核、签发……），或者 退回、批注、传阅、催办、作废')
    .requiredOption('--name <姓名>', '办理人')
    .requiredOption('--organ <机关>', '办理人所在的机关')
    .option('--post <职务>', '办理人的职务')
    .option('--opinion <意见>', '办理意见')
    .option('--to <步骤>', '退回到哪一步；催办哪一步')
    .option('--flow <流程>', '流程的名称或文件（默认是记录里写明的，还没有记录的是 发文）')
    .option('--number <号>', '登记时从登记簿取号，写进公文：next 是下一个，也可以写顺序号', numberWish)
    .option('--series <代字>', '取哪个代字的号，例如 某政函（默认看文中的发文字号，再看单位配置）')
    .option('--reason <原因>', '跳号的原因')
    .option('--register <文件>', '登记簿（默认是单位配置旁边的 发文登记.jsonl）')
    .option('--p12 <文件>', '办理人的证书：给这一条签名；不写就不签名，记录里标明')
  return addPasswordOptions(command as ChineseCommand)
    .examples(
      'hongtou record add 通知.gw.md 拟稿 --name 王某 --organ 市政府办公室',
      'hongtou record add 通知.gw.md 签发 --name 李某 --organ 市政府 --post 市长 --opinion 同意，请印发。',
      'hongtou record add 通知.gw.md 退回 --to 拟稿 --name 李某 --organ 市政府 --opinion 请补充依据。',
      'hongtou record add 通知.gw.md 签发 --name 李某 --organ 市政府 --post 市长 --p12 李某.p12',
      'hongtou record add 来文.gw.md 催办 --flow 收文 --to 承办 --name 赵某 --organ 市政府办公室',
      'hongtou record add 通知.gw.md 登记 --number next --name 赵某 --organ 市政府办公室',
      '流程不允许的不记，并说明原因。',
    )
    .action((file: string, action: string, options: AddOptions) =>
      session.run((host) => runAdd(host, file, action, options)),
    ) as ChineseCommand
}

export async function runAdd(host: Host, file: string, action: string, options: AddOptions): Promise<number> {
  if (action === '合并')
    throw new Failure('record-refused', message('“合并”由合并副本的命令来记：hongtou record merge。这里没有记。'))
  const recorded = await readRecorded(host, file)
  const state = await withHand(host, options, async (signing) => {
    return host.locks.hold(recorded.logFile, async () => {
      const { log, flow, flowDigest } = await readProcess(host, file, options.flow)
      refuseDamaged(host, recorded.logFile, log)
      refuseOtherFlow({ log, flowDigest })
      const before = stateOf(flow, log.entries)
      const said = await proposalOf(host, recorded, action, options, signing?.certificate)
      const proposed = { ...said, flow: flowDigest }
      const proposal = await withNumber(host, recorded, before, proposed, options)
      const appended = await append(log.entries, flow, proposal, host.crypto, signing?.hand)
      await keepSettled(host, recorded, action, appended.state)
      await writeLogFile(host, recorded.logFile, appended.entries)
      return appended.state
    })
  })
  host.terminal.err(`已记入 ${host.toPath(recorded.logFile)}。\n`)
  sayState(host, state)
  return DONE
}

/**
 * The proposal with the number from the register, where one is asked for or where the document has one and there is a
 * register, which must know it. What the flow does not allow gets none, and 登记 without a number is refused.
 * @throws Failure `record-refused`, and what taking a number may say
 */
async function withNumber(
  host: Host,
  { input, text }: Recorded,
  before: ProcessState,
  proposal: Proposal,
  { number, ...options }: AddOptions,
): Promise<Proposal> {
  const refusal = refuseNumber(before, proposal.action)
  if (number === undefined && !refusal && awaitsNumber(text))
    throw new Failure(
      'record-refused',
      message('“{0}”要有发文字号，{1} 的还没有填全。请从登记簿取号，或者先把号写进公文。', proposal.action, input.name),
      undefined,
      message('从登记簿取号加 --number next。'),
    )
  if (number === undefined && (refusal || !(await isForRegister(host, input, proposal, options)))) return proposal
  const reason = refusal ?? refuse(before, proposal)
  if (reason) throw new Failure('record-refused', reason)
  const numbered = await takeNumber(host, input, {
    ...options,
    ...(typeof number === 'number' ? { number } : {}),
    actor: actorOf(options, undefined),
  })
  host.terminal.err(sayNumbered(host, input.name, numbered))
  return { ...proposal, document: numbered.document }
}

async function isForRegister(
  host: Host,
  input: Recorded['input'],
  { document }: Proposal,
  options: RegisterOptions,
): Promise<boolean> {
  if (readNumber(document.number ?? '') === undefined) return false
  return isThere(host, await registerOfFolder(host, folderOf(input.uri) as string, options))
}

function refuseNumber({ flow, steps }: ProcessState, action: string): Message | undefined {
  if (steps.some(({ step }) => step.name === action && step.numbers)) return undefined
  const numbering = steps.filter(({ step }) => step.numbers).map(({ step }) => step.name)
  return message(
    '“{0}”不是编号的步骤，不能用 --number。流程“{1}”里编号的步骤：{2}。',
    action,
    flow.name,
    numbering.join('、') || '没有',
  )
}

/** The text that was settled, so that later changes can be shown; its digest stands in the log. */
async function keepSettled(
  host: Host,
  { input, text }: Recorded,
  action: string,
  { steps }: ProcessState,
): Promise<void> {
  const done = steps.find(({ step }) => step.name === action)
  if (!done?.complete || !done.step.settles) return
  await host.files.write(beside(input.uri, '.定稿.md'), new TextEncoder().encode(text))
}

async function proposalOf(
  host: Host,
  recorded: Recorded,
  action: string,
  { opinion, to, ...person }: AddOptions,
  certificate: string | undefined,
): Promise<Proposal> {
  return {
    time: isoTime(host.clock),
    actor: actorOf(person, certificate),
    action,
    ...(to === undefined ? {} : { step: to }),
    ...(opinion === undefined ? {} : { opinion }),
    document: recorded.document,
    attachments: await digestAttachments(host, recorded),
  }
}

/** Who acts, as the options say it, with the certificate that is signed with. */
export function actorOf(
  { name, organ, post }: Pick<AddOptions, 'name' | 'organ' | 'post'>,
  certificate: string | undefined,
): Actor {
  return {
    name,
    organ,
    ...(post === undefined ? {} : { post }),
    ...(certificate === undefined ? {} : { certificate }),
  }
}
