import type { Crypto } from '../../ports/crypto.ts'
import type { Message } from '../../text/finding.ts'
import { hex } from '../../text/hex.ts'
import { message } from '../../text/message.ts'
import { automatic, byPeople, fault, type Inspected, type ItemName, notApplicable } from './inspected.ts'
import type { Opened } from './opened.ts'
import { settledEntry } from './settledChecks.ts'

function named(item: string, standard: string): ItemName {
  return { property: '完整性', item, standard }
}

/** 完整性: all that belongs to a 公文 is there, and what describes it. */
export async function integrity(opened: Opened, crypto: Crypto): Promise<readonly Inspected[]> {
  const { bag, state, metadata } = opened
  const lacking = lackingParts(opened)
  const size = [...bag.payload.values()].reduce((sum, { length }) => sum + length, 0)
  const oxum = `${size}.${bag.payload.size}`
  const missing = ['标题', '文种', '成文日期'].filter((item) => !metadata?.items.has(item))
  const ended = state?.ended === '办结'
  return [
    fault(
      named('该有的都有', '内容数据完整性、信息包内容数据完整性'),
      lacking.length === 0 ? undefined : message('缺少：{0}。', lacking.join('、')),
      message('正本、定稿、办文单、办理记录、元数据齐全。'),
    ),
    fault(
      named('附件齐全', '附件数据完整性'),
      await wrongAttachment(opened, crypto),
      message('附件与办理记录里写的一个不差。'),
    ),
    automatic(
      named('总件数和总字节数相符', '总件数相符性、总字节数相符性'),
      bag.info.get('Payload-Oxum') === oxum,
      message('{0}个文件，共{1}字节。', bag.payload.size, size),
    ),
    fault(
      named('元数据必填项齐全', '元数据项完整性、元数据必填著录项目'),
      missing.length === 0 ? undefined : message('缺少：{0}。', missing.join('、')),
      message('标题、文种、成文日期都有。'),
    ),
    automatic(
      named('过程信息完整', '过程信息完整性'),
      ended,
      ended ? message('流程已经办结。') : message('流程没有办结。'),
    ),
    notApplicable(named('编号连续', '连续性元数据项'), '一个归档包只有一件；发文字号有没有跳号，看发文登记。'),
    byPeople(named('属于归档范围', '归档范围'), '对照本单位的归档范围和保管期限表。'),
  ]
}

function lackingParts({ bag, pdfs, sources, log, metadata }: Opened): readonly string[] {
  const required: readonly (readonly [string, boolean])[] = [
    ['正本', pdfs.length === 1],
    ['定稿', sources.length === 1],
    ['办文单', [...bag.payload.keys()].some((path) => path.startsWith('办文单/'))],
    ['办理记录', log !== undefined],
    ['元数据', metadata !== undefined],
  ]
  return required.filter(([, there]) => !there).map(([name]) => name)
}

/** The log says which files went with the document when it was settled. */
async function wrongAttachment(opened: Opened, crypto: Crypto): Promise<Message | undefined> {
  const { bag } = opened
  const entry = settledEntry(opened)
  if (!entry) return message('没有办理记录，无从核对。')
  for (const { name, sha256 } of entry.attachments) {
    const bytes = bag.payload.get(`附件/${name}`)
    if (!bytes) return message('缺少附件“{0}”。', name)
    if (hex(await crypto.digest('SHA-256', bytes)) !== sha256) return message('附件“{0}”与办理记录里的摘要不同。', name)
  }
  const listed = new Set(entry.attachments.map(({ name }) => `附件/${name}`))
  const extra = [...bag.payload.keys()].find((path) => path.startsWith('附件/') && !listed.has(path))
  return extra === undefined ? undefined : message('“{0}”不在办理记录里。', extra)
}
