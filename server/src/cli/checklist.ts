import type { ChecklistItem } from '../features/checklist.ts'
import { indexLines } from '../text/lines.ts'
import { createWorkspace } from '../workspace/workspace.ts'
import { ChineseCommand } from './command.ts'
import { DONE } from './exitCode.ts'
import type { Host } from './host.ts'
import { singleInput } from './inputs.ts'
import { profileProblems, readForReport, warnOnce } from './readDocument.ts'
import { humanPosition } from './report/humanPosition.ts'
import type { Session } from './session.ts'

export function checklistCommand(session: Session): ChineseCommand {
  return new ChineseCommand('checklist')
    .description('列出核稿清单：工具已核的打勾，其余由人核')
    .usage('<文件>')
    .argument('<文件>', '公文源文件或纯文本（.txt）；- 表示标准输入')
    .examples(
      'hongtou checklist 通知.gw.md',
      'hongtou checklist 通知.gw.md > 核稿清单.md',
      '清单是 Markdown：[x] 工具已核，[!] 工具发现问题，[ ] 由人核对。只列这个文种用得上的条目。',
    )
    .action((file: string) => session.run((host) => runChecklist(host, file)))
}

const MARKS: Readonly<Record<ChecklistItem['state'], string>> = { verified: 'x', faulty: '!', judge: ' ' }

async function runChecklist(host: Host, file: string): Promise<number> {
  const [input, { checklist }] = await Promise.all([singleInput(host, file), import('../features/checklist.ts')])
  const workspace = createWorkspace(host.files)
  const reading = await readForReport(host, workspace, input)
  warnOnce(host, profileProblems(reading))
  const { document, missing, source, plain } = reading
  if (!input.standardInput) await workspace.index(new URL('.', input.uri).href)
  const others = workspace.others(input.uri)
  const items = checklist(document, { clock: host.clock, missing, ...(others.length > 0 ? { others } : {}) })
  const shown = { text: source.text, lines: indexLines(source.text) }
  const placeOf = (item: ChecklistItem): string => {
    const findings = plain ? plain.place(item.findings) : item.findings
    const lines = [...new Set(findings.map(({ span }) => humanPosition(shown, span.start).line))]
    const more = lines.length > MOST_LINES ? '等' : ''
    return `：第${lines.slice(0, MOST_LINES).join('、')}行${more}，共${findings.length}处，用 hongtou lint 查看`
  }
  const title = document.main.title?.value.join('')
  const genre = document.genre ? `（${document.genre.value}）` : ''
  host.terminal.out(`# 核稿清单：${title ?? input.name}${genre}\n`)
  for (const [index, item] of items.entries()) {
    if (items[index - 1]?.group !== item.group) host.terminal.out(`\n## ${item.group}\n\n`)
    const note = item.state === 'faulty' ? placeOf(item) : ''
    host.terminal.out(`- [${MARKS[item.state]}] ${item.text}（${item.clause}）${note}\n`)
  }
  const count = (state: ChecklistItem['state']) => items.filter((item) => item.state === state).length
  host.terminal.out(
    `\n共${items.length}项：工具已核${count('verified')}项，发现问题${count('faulty')}项，由人核对${count('judge')}项。\n`,
  )
  return DONE
}

const MOST_LINES = 5
