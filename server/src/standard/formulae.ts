/** Words with which a 题注 says what was done with the text. */
export const ADOPTION_ACTS = ['通过', '批准', '公布', '发布', '修订', '修正', '施行'] as const

/** Whole lines that close a text: 特此通知。 此复。 以上请示妥否，请批示。 */
const CLOSINGS = [
  /^特此(?:通知|通报|通告|公告|报告|批复|函复|函达|函告|函请|决定|致函|公布|声明)[。！]?$/,
  /^(?:此复|此致|专此(?:函复|报告|函达)?|此令|现予公布|以上(?:报告|意见|情况)?，?请(?:予)?(?:审阅|审示))[。！]?$/,
  /^(?:以上(?:请示|意见|事项|报告|请求)?，?)?(?:如)?(?:妥否|当否|可否|无不妥|是否妥当)，(?:敬)?请[^。，]{1,20}[。！]?$/,
  /^(?:敬请|盼|望|请)(?:予)?(?:函复|复函|批复|批示|审批|予支持|大力支持)(?:为盼|为荷)?[。！]?$/,
]

/** Whether a whole line is a 结语. A longer line is running text. */
export function isClosing(text: string): boolean {
  return text.length <= 40 && CLOSINGS.some((closing) => closing.test(text))
}

/** How a first paragraph that announces something begins; such a line is no 主送机关. */
export const REASON_OPENINGS = /^(?:为|根据|按照|依照|经|鉴于|现|依据|关于|近日|近期|最近|当前|今年|去年|目前)/
/** How such a line ends before its colon. */
export const ANNOUNCING_ENDINGS =
  /(?:如下|下列|以下|以下事项|下列事项|是|为|包括|内容|要求|事项|要点|情况|规定|决定|通知|公告|通告|命令)[：:]$/

/** Words that end the name of an organ, an office or the way a person is addressed: in 主送, 署名 and 印发机关 alike. */
export const ORGAN_OR_PERSON_ENDINGS =
  /(?:政府|机关|部门|机构|单位|企业|组织|公司|集团|银行|学校|大学|学院|医院|法院|检察院|委员会|办公厅|办公室|工作组|领导小组|管理区|开发区|[局委办厅院府会部处校站社厂队所室科区县市省州盟旗乡镇街道团署行馆台]|同志|代表|委员|先生|女士|中心|各位[^，。]{1,8})$/
