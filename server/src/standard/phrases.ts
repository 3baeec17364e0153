/** Words with which each 文种 closes and passes over to its matter, as they are commonly written; none of them is prescribed. */
export interface Phrases {
  /** 结语, a line of its own. */
  readonly closings: readonly string[]
  /** 过渡语, from the reason to the matter. */
  readonly transitions: readonly string[]
}

const NONE: Phrases = { closings: [], transitions: [] }

const BY_GENRE: Readonly<Record<string, Phrases>> = {
  决定: { closings: [], transitions: ['现作如下决定：', '现决定如下：'] },
  命令: { closings: ['此令。'], transitions: ['现发布如下命令：'] },
  公告: { closings: ['特此公告。'], transitions: ['现将有关事项公告如下：', '现公告如下：'] },
  通告: { closings: ['特此通告。'], transitions: ['现将有关事项通告如下：', '现通告如下：'] },
  意见: {
    closings: ['以上意见如无不妥，请批转各地、各部门执行。'],
    transitions: ['现提出以下意见：', '现提出如下意见：'],
  },
  通知: {
    closings: ['特此通知。', '请认真贯彻执行。'],
    transitions: ['现将有关事项通知如下：', '现就有关事项通知如下：', '现通知如下：'],
  },
  通报: { closings: ['特此通报。'], transitions: ['现将有关情况通报如下：', '现予以通报。'] },
  报告: { closings: ['特此报告。', '以上报告，请审阅。'], transitions: ['现将有关情况报告如下：', '现报告如下：'] },
  请示: {
    closings: ['妥否，请批示。', '以上请示妥否，请批复。'],
    transitions: ['现将有关情况请示如下：', '现就有关事项请示如下：'],
  },
  批复: { closings: ['此复。', '特此批复。'], transitions: ['现批复如下：', '经研究，现批复如下：'] },
  议案: { closings: ['现提请审议。', '请审议。'], transitions: ['现将有关情况说明如下：'] },
  函: {
    closings: ['特此函告。', '特此函复。', '请予支持并函复。', '盼复。'],
    transitions: ['现将有关事项函告如下：', '现函复如下：', '现就有关事项函商如下：'],
  },
  纪要: { closings: [], transitions: ['会议议定事项如下：', '现将会议议定事项纪要如下：'] },
}

/** None for a 文种 without customary phrases. */
export function phrasesOf(genre: string | undefined): Phrases {
  return (genre !== undefined && BY_GENRE[genre]) || NONE
}

/** What commonly stands in a 附注: a 请示 names whom to ask, which is practice; the others how far they may be spread. */
export function notesOf(genre: string | undefined): readonly string[] {
  return genre === '请示' ? ['联系人：【姓名】，电话：【号码】'] : ['此件公开发布', '此件不公开']
}
