/** The public plugin: `import remarkGongwen from 'hongtou/remark'`. */
export { remarkGongwen, remarkGongwen as default } from './syntax/remarkGongwen.ts'
