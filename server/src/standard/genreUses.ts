/** What each 文种 is for (《党政机关公文处理工作条例》 8) and the formats it is printed in, the usual one first. */
export interface GenreUse {
  readonly use: string
  readonly formats: readonly ('文件' | '信函' | '命令' | '纪要')[]
}

/** 上行文 names its 签发人 in the head, and what is made public goes to nobody: neither is a letter (GB/T 9704—2012 7.2.6, 10.1). */
const GENERAL = ['文件'] as const
const GENERAL_OR_LETTER = ['文件', '信函'] as const

export const GENRE_USES: Readonly<Record<string, GenreUse>> = {
  通知: { use: '发布、传达要求下级机关执行或者周知的事项，批转、转发公文', formats: GENERAL_OR_LETTER },
  请示: { use: '向上级机关请求指示、批准', formats: GENERAL },
  报告: { use: '向上级机关汇报工作、反映情况、回复询问', formats: GENERAL },
  函: { use: '不相隶属机关之间商洽工作、询问和答复、请求批准和答复', formats: ['信函', '文件'] },
  批复: { use: '答复下级机关请示事项', formats: GENERAL_OR_LETTER },
  意见: { use: '对重要问题提出见解和处理办法', formats: GENERAL_OR_LETTER },
  纪要: { use: '记载会议主要情况和议定事项', formats: ['纪要', '文件'] },
  决定: { use: '对重要事项作出决策和部署、奖惩、变更或者撤销下级不适当的决定', formats: GENERAL },
  通报: { use: '表彰先进、批评错误、传达重要精神、告知重要情况', formats: GENERAL_OR_LETTER },
  通告: { use: '在一定范围内公布应当遵守或者周知的事项', formats: GENERAL },
  公告: { use: '向国内外宣布重要事项或者法定事项', formats: GENERAL },
  命令: { use: '公布行政法规和规章、宣布重大强制性措施、批准授予和晋升衔级、嘉奖', formats: ['命令'] },
  议案: { use: '各级人民政府向同级人民代表大会或者其常务委员会提请审议事项', formats: GENERAL },
  公报: { use: '公布重要决定或者重大事项', formats: GENERAL },
  决议: { use: '会议讨论通过的重大决策事项', formats: GENERAL },
}
