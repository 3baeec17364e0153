import { isMap, type Node } from 'yaml'
import { type Entry, Nodes } from '../profile/nodes.ts'
import type { Finding, Uri } from '../text/finding.ts'
import { fileName } from '../text/uri.ts'
import {
  type Entitled,
  type Flow,
  type Manner,
  RESERVED_ACTIONS,
  RESTRICTED_ACTIONS,
  type RestrictedAction,
  type Step,
} from './flow.ts'

/** A flow as its file says, and everything in it that could not be read. */
export interface ParsedFlow {
  readonly flow: Flow
  readonly problems: readonly Finding[]
}

const MANNERS: readonly Manner[] = ['一人', '依次', '并行']

/** Reads a flow (`templates/flows/*.yaml`, or an office's own). Never throws; problems are in the order of the file. */
export function parseFlow(text: string, uri: Uri): ParsedFlow {
  const nodes = new Nodes(text, { uri, shown: fileName(uri) })
  let name = fileName(uri).replace(/\.ya?ml$/, '')
  const steps: Step[] = []
  const restricted: Partial<Record<RestrictedAction, Entitled>> = {}
  for (const entry of nodes.root) {
    if (entry.key === '名称') name = nodes.text(entry) || name
    else if (entry.key === '步骤') steps.push(...stepsOf(nodes, entry))
    else if (isRestricted(entry.key)) restricted[entry.key] = restrictionOf(nodes, entry)
    else nodes.report(entry.node, '{0}第{1}行：没有“{2}”这个项目，只有“名称”、“步骤”、“退回”和“作废”。', entry.key)
  }
  const flow: Flow = { name, steps, ...(Object.keys(restricted).length > 0 ? { restricted } : {}) }
  return { flow, problems: nodes.problems.toSorted((a, b) => a.span.start - b.span.start) }
}

function isRestricted(key: string): key is RestrictedAction {
  return RESTRICTED_ACTIONS.some((action) => action === key)
}

function restrictionOf(nodes: Nodes, entry: Entry): Entitled {
  const fields = nodes.below(entry)
  for (const { key, node } of fields) {
    if (!ENTITLED_KEYS.includes(key))
      nodes.report(node, '{0}第{1}行：“{2}”下面没有“{3}”这个项目，只有“机关”、“职务”和“姓名”。', entry.key, key)
  }
  return entitledOf(nodes, fields)
}

/** The texts of an item, where it is there. */
function textsOf(nodes: Nodes, fields: readonly Entry[], key: string): readonly string[] {
  const entry = fields.find((each) => each.key === key)
  return entry ? nodes.texts(entry) : []
}

const ENTITLED_KEYS: readonly string[] = ['机关', '职务', '姓名']

function entitledOf(nodes: Nodes, fields: readonly Entry[]): Entitled {
  const texts = (key: string) => textsOf(nodes, fields, key)
  return { organs: texts('机关'), posts: texts('职务'), names: texts('姓名') }
}

function stepsOf(nodes: Nodes, entry: Entry): readonly Step[] {
  const seen = new Set<string>()
  return nodes.items(entry).flatMap((item) => {
    const step = isMap(item) ? stepOf(nodes, nodes.entries(item)) : undefined
    if (!step) {
      nodes.report(item as Node, '{0}第{1}行：这一步没有“名称”。')
      return []
    }
    if (seen.has(step.name) || RESERVED_ACTIONS.some((each) => each === step.name)) {
      nodes.report(item as Node, '{0}第{1}行：步骤不能叫“{2}”，这个名称已经用了。', step.name)
      return []
    }
    seen.add(step.name)
    return [step]
  })
}

function stepOf(nodes: Nodes, fields: readonly Entry[]): Step | undefined {
  const [name] = textsOf(nodes, fields, '名称')
  if (name === undefined) return undefined
  const participants = textsOf(nodes, fields, '参加')
  const limit = limitOf(nodes, fields)
  const step: Step = {
    name,
    entitled: entitledOf(nodes, fields),
    manner: mannerOf(nodes, fields, participants.length > 0),
    participants,
    optional: isYes(nodes, fields, '可选'),
    settles: isYes(nodes, fields, '定稿'),
    numbers: isYes(nodes, fields, '编号'),
    ...(limit === undefined ? {} : { limit }),
  }
  for (const { key, node } of fields) {
    if (!STEP_KEYS.includes(key)) nodes.report(node, '{0}第{1}行：步骤里没有“{2}”这个项目。', key)
  }
  return step
}

const STEP_KEYS: readonly string[] = ['名称', ...ENTITLED_KEYS, '方式', '参加', '可选', '定稿', '编号', '时限']

function mannerOf(nodes: Nodes, fields: readonly Entry[], several: boolean): Manner {
  const entry = fields.find(({ key }) => key === '方式')
  const text = entry && nodes.text(entry)
  const manner = MANNERS.find((each) => each === text)
  if (entry && !manner) nodes.report(entry.node, '{0}第{1}行：“方式”只能是{2}。', MANNERS.join('、'))
  if (entry && manner && manner !== '一人' && !several)
    nodes.report(entry.node, '{0}第{1}行：“方式”是{2}的步骤要用“参加”列出由谁办理。', manner)
  return several ? (manner ?? '并行') : '一人'
}

function isYes(nodes: Nodes, fields: readonly Entry[], key: string): boolean {
  const entry = fields.find((each) => each.key === key)
  const text = entry && nodes.text(entry)
  if (entry && text !== '是' && text !== '否') nodes.report(entry.node, '{0}第{1}行：“{2}”只能是“是”或“否”。', key)
  return text === '是'
}

/** More is no time limit. */
const MOST_DAYS = 366

function limitOf(nodes: Nodes, fields: readonly Entry[]): number | undefined {
  const entry = fields.find(({ key }) => key === '时限')
  if (!entry) return undefined
  const days = /^([1-9][0-9]{0,2})个?工作日$/.exec(nodes.text(entry) ?? '')
  if (days && Number(days[1]) <= MOST_DAYS) return Number(days[1])
  nodes.report(entry.node, '{0}第{1}行：“时限”要写成“3个工作日”的样子。')
  return undefined
}
