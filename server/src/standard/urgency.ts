/** 紧急程度 of a 紧急公文: 《党政机关公文处理工作条例》第九条第三项. */
export const PAPER_URGENCIES: readonly string[] = ['特急', '加急']

/** 紧急程度 of a 电报: 《党政机关公文处理工作条例》第九条第三项. */
export const TELEGRAM_URGENCIES: readonly string[] = ['特提', '特急', '加急', '平急']
