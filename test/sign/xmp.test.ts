import assert from 'node:assert/strict'
import { readXmp, XmpError } from '../../server/src/sign/xmp.ts'

const rdf = (body: string): string =>
  `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:a="urn:a#" xmlns:b="urn:b#">${body}</rdf:RDF></x:xmpmeta>`

describe('what XMP metadata say', () => {
  const spellings = {
    'elements in two descriptions':
      '<rdf:Description rdf:about=""><a:x>1</a:x></rdf:Description><rdf:Description rdf:about=""><a:l><rdf:Seq><rdf:li rdf:parseType="Resource"><b:y>2</b:y></rdf:li></rdf:Seq></a:l></rdf:Description>',
    'attributes in one':
      '<rdf:Description rdf:about="" a:x="1">\n <a:l>\n <rdf:Seq>\n <rdf:li b:y="2"/>\n </rdf:Seq>\n </a:l>\n</rdf:Description>',
    'a description for a structure, and other prefixes':
      '<rdf:Description rdf:about="" xmlns:c="urn:a#"><c:l><rdf:Seq><rdf:li><rdf:Description xmlns:d="urn:b#" d:y="2"/></rdf:li></rdf:Seq></c:l><c:x>1</c:x></rdf:Description>',
  }
  for (const [name, body] of Object.entries(spellings))
    it(`is the same in ${name}`, () => {
      assert.deepEqual(readXmp(rdf(body)), {
        '{urn:a#}l': { list: 'Seq', items: [{ fields: { '{urn:b#}y': { text: '2' } } }] },
        '{urn:a#}x': { text: '1' },
      })
    })

  it('keeps the language of a text', () => {
    const title = '<a:t><rdf:Alt><rdf:li xml:lang="x-default">题名</rdf:li></rdf:Alt></a:t>'
    assert.deepEqual(readXmp(rdf(`<rdf:Description rdf:about="">${title}</rdf:Description>`)), {
      '{urn:a#}t': { list: 'Alt', items: [{ text: '题名', language: 'x-default' }] },
    })
  })

  it('is not the same when a name is cut elsewhere', () => {
    const of = (uri: string, name: string) =>
      readXmp(rdf(`<rdf:Description rdf:about="" xmlns:c="${uri}"><c:${name}>1</c:${name}></rdf:Description>`))
    assert.notDeepEqual(of('urn:c#', 'title'), of('urn:c#ti', 'tle'))
  })

  const refused = {
    'a document type': '<!DOCTYPE x [<!ENTITY e "1">]>',
    'another encoding': `<?xml version="1.0" encoding="GBK"?>${rdf('<rdf:Description rdf:about="" a:x="1"/>')}`,
    'no XML': '<x',
    'what nests without end': rdf(
      `<rdf:Description rdf:about="">${'<a:x rdf:parseType="Resource">'.repeat(3000)}${'</a:x>'.repeat(3000)}</rdf:Description>`,
    ),
    'no RDF': '<x/>',
    'a property twice': rdf('<rdf:Description rdf:about="" a:x="1"><a:x>1</a:x></rdf:Description>'),
    'a prefix that nobody declared': rdf('<rdf:Description rdf:about=""><z:x>1</z:x></rdf:Description>'),
    'text between properties': rdf('<rdf:Description rdf:about="">text<a:x>1</a:x></rdf:Description>'),
    'a reference': rdf('<rdf:Description rdf:about=""><a:x rdf:resource="urn:c"/></rdf:Description>'),
    'a value of two': rdf('<rdf:Description rdf:about=""><a:x><rdf:Seq/><rdf:Bag/></a:x></rdf:Description>'),
    'an attribute beside a value': rdf('<rdf:Description rdf:about=""><a:x b:y="1"><rdf:Seq/></a:x></rdf:Description>'),
  }
  for (const [name, text] of Object.entries(refused))
    it(`is not read out of ${name}`, () => {
      assert.throws(() => readXmp(text), XmpError)
    })
})
