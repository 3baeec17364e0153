import type { GongwenDocument } from '../../model/document.ts'
import { metadataOf } from '../../model/metadata.ts'
import { METADATA_ITEMS } from '../../standard/metadata.ts'
import type { Actor } from '../entry.ts'
import type { Linked } from '../log.ts'
import type { ProcessState } from '../state.ts'
import { actorId, actorsOf } from './actors.ts'
import { type Add, writeXml, type XmlNode } from './xmlWriter.ts'

/** Ours: the schema of it is `templates/schemas/归档元数据.xsd`; the XML names of GB/T 33480 and DA/T 46 are not public. */
export const NAMESPACE = 'urn:hongtou:archive:1'

/** A computer file of the package, as DA/T 46 describes it (电子属性, M46). */
export interface PackagedFile {
  readonly path: string
  readonly size: number
  /** 稿本 (M45). */
  readonly draft: string
}

/**
 * 归档元数据: the 18 items of GB/T 33480—2016, the files, everything that was done (业务实体) and who did it (机构人员实体,
 * DA/T 46—2009 M77–M85).
 */
export function metadataXml(
  document: GongwenDocument,
  entries: readonly Linked[],
  state: ProcessState,
  files: readonly PackagedFile[],
): string {
  return writeXml(NAMESPACE, '归档元数据', (add, root) => {
    root.attributes.set('版本', '1')
    addItems(add, add(root, '文件实体'), document, files)
    const actors = actorsOf(entries)
    const actions = add(root, '业务实体块')
    for (const linked of entries) addAction(add, actions, linked, actors, state)
    const people = add(root, '机构人员实体块')
    for (const actor of actors) addActor(add, people, actor, actorId(actors, actor))
  })
}

function addItems(add: Add, parent: XmlNode, document: GongwenDocument, files: readonly PackagedFile[]): void {
  const items = metadataOf(document)
  const title = document.main.title?.value.join('')
  if (title) add(parent, '标题', title)
  for (const { name, item } of METADATA_ITEMS) for (const value of items[name]) add(parent, item, value)
  for (const { path, size, draft } of files) {
    const file = add(parent, '文档')
    add(file, '稿本', draft)
    add(file, '计算机文件名', path)
    add(file, '计算机文件大小', String(size))
  }
}

function addAction(
  add: Add,
  parent: XmlNode,
  { entry, digest }: Linked,
  actors: readonly Actor[],
  { refused }: ProcessState,
): void {
  const action = add(parent, '业务实体')
  add(action, '业务标识符', digest)
  add(action, '机构人员标识符', actorId(actors, entry.actor))
  // Plans are not put on record; what did not count is still something that somebody did.
  add(action, '业务状态', '历史行为')
  add(action, '业务行为', entry.action)
  if (entry.step !== undefined) add(action, '行为步骤', entry.step)
  add(action, '行为时间', entry.time)
  if (entry.opinion !== undefined) add(action, '行为描述', entry.opinion)
  if (refused.some(({ linked }) => linked.digest === digest)) add(action, '行为依据', '流程不允许，不算数')
}

function addActor(add: Add, parent: XmlNode, { name, organ, post, certificate }: Actor, identifier: string): void {
  const person = add(parent, '机构人员实体')
  add(person, '机构人员标识符', identifier)
  add(person, '机构人员类型', '个人')
  add(person, '机构人员名称', name)
  add(person, '所在机构', organ)
  if (post !== undefined) add(person, '个人职位', post)
  if (certificate !== undefined) add(person, '证书', certificate)
}
