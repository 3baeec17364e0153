import { applyEdits } from '../text/edit.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { ChineseCommand } from './command.ts'
import { DONE, FAULT, TROUBLE } from './exitCode.ts'
import type { Host } from './host.ts'
import { findInputs, type Input } from './inputs.ts'
import { readDocument } from './readDocument.ts'
import type { Session } from './session.ts'
import { encodeSource } from './sourceText.ts'

interface FormatOptions {
  readonly check?: true
}

type Outcome = 'same' | 'changed' | 'failed'

export function formatCommand(session: Session): ChineseCommand {
  return new ChineseCommand('format')
    .description('把公文源文件整理成规范写法，不改变内容')
    .usage('[选项] <文件…>')
    .argument('<文件...>', '公文源文件、文件夹或通配符；- 表示标准输入，结果写到标准输出')
    .option('--check', '只检查，不动文件；有文件要整理就以 1 退出')
    .examples('hongtou format 通知.gw.md', 'hongtou format 发文 --check')
    .action((patterns: readonly string[], options: FormatOptions) =>
      session.run((host) => runFormat(host, patterns, options, session)),
    )
}

async function runFormat(
  host: Host,
  patterns: readonly string[],
  options: FormatOptions,
  session: Session,
): Promise<number> {
  const outcomes: Outcome[] = []
  for (const input of await findInputs(host, patterns)) {
    try {
      outcomes.push(await formatOne(host, input, options.check === true))
    } catch (error) {
      session.complain(error)
      outcomes.push('failed')
    }
  }
  if (outcomes.includes('failed')) return TROUBLE
  return options.check && outcomes.includes('changed') ? FAULT : DONE
}

async function formatOne(host: Host, input: Input, check: boolean): Promise<Outcome> {
  const { source, document } = await readDocument(host, createWorkspace(host.files), input)
  const { format } = await import('../format/format.ts')
  const text = applyEdits(source.text, format(document))
  const outcome = text === source.text ? 'same' : 'changed'
  if (check) {
    if (outcome === 'changed') host.terminal.err(`${input.name} 需要整理。用 hongtou format ${input.name} 整理。\n`)
  } else if (input.standardInput) {
    host.terminal.out(text)
  } else if (outcome === 'changed') {
    await host.files.write(input.uri, encodeSource({ ...source, text }))
    host.terminal.err(`已整理 ${input.name}。\n`)
  }
  return outcome
}
