import { FRONT_MATTER_KEYS, type FrontMatterKey } from './frontMatterKeys.ts'

/** JSON Schema of the front matter, made from the table of keys: every value is a text or a list of texts, every key optional. */
export function frontMatterSchema(): object {
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: '公文开头信息',
    description: '由 server/src/standard/frontMatterKeys.ts 生成（npm run generate），请勿手改。',
    type: 'object',
    properties: Object.fromEntries(FRONT_MATTER_KEYS.map((record) => [record.key, propertyOf(record)])),
    additionalProperties: false,
  }
}

function propertyOf(record: FrontMatterKey): object {
  const text = {
    type: 'string',
    ...(record.values ? { enum: ['', ...record.values] } : {}),
    ...(record.pattern ? { pattern: `^(?:${record.pattern})?$` } : {}),
  }
  const shape = record.list ? { anyOf: [text, { type: 'array', items: text }] } : text
  return { description: record.description, ...shape, examples: [record.example] }
}
