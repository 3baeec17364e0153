import { lengthRule } from '../../readings/lengthLimit.ts'

/** 综合性文件一般不超过5000字。 */
export default lengthRule({
  id: 'length-comprehensive',
  name: '部署综合性工作的公文篇幅',
  kind: 'comprehensive',
  about: '综合性文件',
  limit: 5000,
  genre: '意见',
  otherGenre: '通知',
})
