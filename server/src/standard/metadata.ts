/** An item of the metadata of a 公文. */
export interface MetadataItem {
  /** Ours: the short names of the standard are not public. */
  readonly name: string
  /** As the standard calls it. */
  readonly item: string
  readonly clause: string
  readonly type: 'Text' | 'seq Text' | 'Date'
}

/** The core items of GB/T 33480—2016 in its order; 标题 (4.9) is left out, for every file has a title of its own. */
export const METADATA_ITEMS = [
  { name: 'identifier', item: '公文标识', clause: '4.1', type: 'Text' },
  { name: 'genre', item: '文种', clause: '4.2', type: 'Text' },
  { name: 'copyNumber', item: '份号', clause: '4.3', type: 'Text' },
  { name: 'secrecy', item: '密级和保密期限', clause: '4.4', type: 'Text' },
  { name: 'urgency', item: '紧急程度', clause: '4.5', type: 'Text' },
  { name: 'issuerMark', item: '发文机关标志', clause: '4.6', type: 'seq Text' },
  { name: 'docNumber', item: '发文字号', clause: '4.7', type: 'Text' },
  { name: 'approvers', item: '签发人', clause: '4.8', type: 'seq Text' },
  { name: 'addressees', item: '主送机关', clause: '4.10', type: 'seq Text' },
  { name: 'attachments', item: '附件说明', clause: '4.11', type: 'seq Text' },
  { name: 'signatories', item: '发文机关或签发人署名', clause: '4.12', type: 'seq Text' },
  { name: 'issueDate', item: '成文日期', clause: '4.13', type: 'Date' },
  { name: 'notes', item: '附注', clause: '4.14', type: 'seq Text' },
  { name: 'copyTo', item: '抄送机关', clause: '4.15', type: 'seq Text' },
  { name: 'printer', item: '印发机关', clause: '4.16', type: 'Text' },
  { name: 'printDate', item: '印发日期', clause: '4.17', type: 'Date' },
  { name: 'releaseLevel', item: '发布层次', clause: '4.18', type: 'Text' },
] as const satisfies readonly MetadataItem[]

/** Names of the elements in English, as they stand in metadata. */
export type MetadataName = (typeof METADATA_ITEMS)[number]['name']

/** What a 公文 says of itself: dates as `2026-11-22`, an empty list for what it does not say. */
export type Metadata = Readonly<Record<MetadataName, readonly string[]>>
