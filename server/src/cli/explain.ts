import { Failure } from '../text/failure.ts'
import { message } from '../text/message.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import type { Session } from './session.ts'

export function explainCommand(session: Session): ChineseCommand {
  return new ChineseCommand('explain')
    .description('说明一条规则：依据、正反例、怎样改')
    .usage('<规则>')
    .argument('<规则>', '规则的英文代号或中文名')
    .examples('hongtou explain docnum-brackets', 'hongtou rules   先看有哪些规则')
    .action((rule: string) => session.run((host) => runExplain(host, rule)))
}

async function runExplain(host: Host, name: string): Promise<number> {
  const [{ findRule }, { explain }] = await Promise.all([import('../rules/registry.ts'), import('../rules/explain.ts')])
  const rule = findRule(name)
  if (!rule) throw new Failure('no-rule', message('没有规则“{0}”。用 hongtou rules 查看全部规则。', name))
  host.terminal.out(`${explain(rule).trimEnd()}\n`)
  return DONE
}
