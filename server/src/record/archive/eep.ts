import { metadataOf } from '../../model/metadata.ts'
import { toBase64 } from '../../text/base64.ts'
import { actionText } from '../entry.ts'
import { actorId, actorsOf } from './actors.ts'
import type { PackageParts } from './archivePackage.ts'
import type { BagFile } from './bag.ts'
import { type Add, writeXml, type XmlNode } from './xmlWriter.ts'

/** DA/T 48—2009; the schema of what we write is `templates/schemas/电子文件封装包.xsd`. */
const NAMESPACE = 'http://www.saac.gov.cn/standards/ERM/encapsulation'
const YEAR = '2009'

/** One computer file of a 文档, in the order of the draft states. */
interface Coded extends BagFile {
  readonly description: string
}

/**
 * The 电子文件封装包 (EEP) of a 公文: 原始型, with the 正本, 定稿, 办文单 and log as the states of the main 文档 and every
 * attachment as a 附属文档. It has no 电子签名块: how the signed element is canonicalised is not public.
 */
export function eepXml(parts: PackageParts): string {
  const { document, entries, name, pdf, sheet, source, attachments } = parts
  const text = new TextEncoder()
  const main: readonly Coded[] = [
    { description: '正本', path: `${name}.pdf`, bytes: pdf },
    { description: '定稿', path: `${name}.gw.md`, bytes: text.encode(source) },
    { description: '发文处理单', path: `${name}-办文单.pdf`, bytes: sheet },
  ]
  return writeXml(NAMESPACE, '电子文件封装包', (add, root) => {
    add(root, '封装包格式描述', '本EEP根据中华人民共和国档案行业标准DA/T 48-2009《基于XML的电子文件封装规范》生成')
    add(root, '版本', YEAR)
    const signed = add(root, '被签名对象')
    signed.attributes.set('eep版本', YEAR)
    add(signed, '封装包类型', '原始型')
    add(signed, '封装包类型描述', '本封装包包含电子文件数据及其元数据，原始封装，未经修改')
    // Equal parts, equal bytes: the time is that of the last thing done, not of packing.
    add(signed, '封装包创建时间', entries.at(-1)?.entry.time ?? '1980-01-01T00:00:00Z')
    const organ = document.issuers[0]?.value ?? ''
    add(signed, '封装包创建单位', organ)
    const content = add(signed, '封装内容')
    const file = add(add(content, '文件实体块'), '文件实体')
    add(file, '聚合层次', '文件')
    add(add(file, '来源'), '立档单位名称', organ)
    add(file, '电子文件号', FILE)
    describe(add, file, parts)
    const data = add(file, '文件数据')
    addDocument(add, data, 1, document.main.title?.value.join('') ?? name, main)
    for (const [index, { path, bytes }] of attachments.entries())
      addDocument(add, data, index + 2, path, [{ description: '附件', path, bytes }])
    addDeeds(add, content, parts)
  })
}

/** A file has no number of its own before the archive gives it one. */
const FILE = '文件1'

function describe(add: Add, file: XmlNode, { document, attachments }: PackageParts): void {
  const items = metadataOf(document)
  const content = add(file, '内容描述')
  const each = (name: string, values: readonly string[]): void => {
    for (const value of values) add(content, name, value)
  }
  each('题名', [document.main.title?.value.join('') ?? ''])
  each('文件编号', items.docNumber)
  each(
    '责任者',
    document.issuers.map(({ value }) => value),
  )
  each('日期', items.issueDate)
  each('文种', items.genre)
  each('紧急程度', items.urgency)
  each('主送', items.addressees)
  each('抄送', items.copyTo)
  const [secrecy] = items.secrecy
  const [level, period] = secrecy?.split('★') ?? []
  each('密级', level === undefined ? [] : [level])
  each('保密期限', period === undefined ? [] : [period])
  const form = add(file, '形式特征')
  add(form, '文件组合类型', attachments.length > 0 ? '组合文件' : '单件')
  add(form, '件数', '1')
  add(form, '语种', '汉语')
  add(form, '稿本', '正本')
}

function addDocument(add: Add, data: XmlNode, nth: number, title: string, files: readonly Coded[]): void {
  const document = add(data, '文档')
  add(document, '文档标识符', `修改0-文档${nth}`)
  add(document, '文档序号', String(nth))
  add(document, '文档主从声明', nth === 1 ? '主文档' : '附属文档')
  add(document, '题名', title)
  for (const [index, { path, bytes, description }] of files.entries()) {
    const id = `修改0-文档${nth}-文档数据${index + 1}`
    const state = add(document, '文档数据')
    state.attributes.set('文档数据ID', id)
    const coding = add(state, '编码')
    coding.attributes.set('编码ID', `${id}-编码1`)
    const facts = add(coding, '电子属性')
    add(facts, '格式信息', path.slice(path.lastIndexOf('.') + 1))
    add(facts, '计算机文件名', path)
    add(facts, '计算机文件大小', String(bytes.length))
    add(coding, '编码描述', `${description}，按RFC 2045以Base64编码`)
    add(coding, '反编码关键字', `base64-${path.slice(path.lastIndexOf('.') + 1)}`)
    add(coding, '编码数据', lines(toBase64(bytes))).attributes.set('编码数据ID', `${id}-编码1-编码数据1`)
  }
}

/** RFC 2045 6.8: no line longer than 76 characters. */
function lines(text: string): string {
  return text.replace(/.{76}(?=.)/g, '$&\n')
}

function addDeeds(add: Add, content: XmlNode, { entries, state }: PackageParts): void {
  const actors = actorsOf(entries)
  const deeds = add(content, '业务实体块')
  for (const [index, { entry, digest }] of entries.entries()) {
    const deed = add(deeds, '业务实体')
    add(deed, '业务标识符', `业务${index + 1}`)
    add(deed, '机构人员标识符', actorId(actors, entry.actor))
    add(deed, '文件标识符', FILE)
    add(deed, '业务状态', '历史行为')
    // DA/T 48 has no element for the step.
    add(deed, '业务行为', actionText(entry))
    add(deed, '行为时间', entry.time)
    if (state.refused.some(({ linked }) => linked.digest === digest)) add(deed, '行为依据', '流程不允许，不算数')
    if (entry.opinion !== undefined) add(deed, '行为描述', entry.opinion)
  }
  const people = add(content, '机构人员实体块')
  for (const actor of actors) {
    const person = add(people, '机构人员实体')
    add(person, '机构人员标识符', actorId(actors, actor))
    add(person, '机构人员类型', '个人')
    add(person, '机构人员名称', actor.name)
    if (actor.post !== undefined) add(person, '个人职位', `${actor.organ}${actor.post}`)
  }
}
