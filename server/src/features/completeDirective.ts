/** On a line that begins with colons: the directives, and in the braces of a divider its options. */
import { DIRECTIVE_NAMES, isBox, isDivider } from '../syntax/directiveNames.ts'
import type { Message } from '../text/finding.ts'
import { message } from '../text/message.ts'
import type { Completion } from './completion.ts'

const DETAILS: Readonly<Record<string, Message>> = {
  附件: message('下面写附件的内容，到下一个附件、印发件或者文末为止'),
  印发: message('下面写随文印发、转发的文件'),
  分页: message('从这里另起一页'),
  目录: message('印出目录'),
  横排: message('里面的宽表横排'),
  原样: message('里面的内容逐行照排，不作整理'),
}

const OPTIONS: readonly (readonly [name: string, detail: Message])[] = [
  ['横排', message('这个附件的各页横排')],
  ['另附', message('不编入正文，只印在附件说明里')],
  ['文件', message('内容在另一个文件里')],
]

/** Undefined where the line is none of a directive. */
export function completeDirective(text: string, lineStart: number, offset: number): readonly Completion[] | undefined {
  const typed = text.slice(lineStart, offset)
  if (!typed.startsWith('::')) return undefined
  const [rest = ''] = /^[^\r\n]*/.exec(text.slice(offset)) ?? []
  if (/^:+[\p{Script=Han}]*$/u.test(typed))
    return rest.trim() === '' ? DIRECTIVE_NAMES.map(whole(lineStart, offset)) : []
  const [, name = '', braces = ''] = /^::([\p{Script=Han}]+)(?:\[[^\]]*\])?\{([^{}]*)$/u.exec(typed) ?? []
  if (!isDivider(name) || (rest !== '' && !rest.startsWith('}'))) return []
  const begun = braces.split(' ').at(-1) ?? ''
  if (begun.includes('=')) return []
  const used = new Set(braces.split(' ').map((option) => option.split('=')[0]))
  return OPTIONS.filter(([option]) => option === begun || !used.has(option)).map(option(offset - begun.length, offset))
}

function whole(start: number, end: number): (name: string) => Completion {
  return (name) => {
    const colons = isBox(name) ? ':::' : '::'
    const before = colons + name + (isDivider(name) ? '[' : isBox(name) ? '\n' : '')
    const behind = isDivider(name) ? ']' : isBox(name) ? '\n:::' : ''
    const detail = DETAILS[name]
    return {
      label: colons + name,
      kind: 'key',
      ...(detail ? { detail } : {}),
      replace: { start, end },
      insert: before + behind,
      caret: before.length,
      goesOn: false,
    }
  }
}

function option(start: number, end: number): (offered: (typeof OPTIONS)[number]) => Completion {
  return ([name, detail]) => {
    const insert = name === '文件' ? '文件=""' : name
    const caret = name === '文件' ? insert.length - 1 : insert.length
    return { label: name, kind: 'value', detail, replace: { start, end }, insert, caret, goesOn: false }
  }
}
