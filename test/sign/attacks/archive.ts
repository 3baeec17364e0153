import { appendRevision, makePdf, streamText } from '../../pdf/samplePdf.ts'
import { type Attack, catalogUpdate, changed, evil, update } from './attack.ts'

export const archiveAttacks: readonly Attack[] = [
  { name: 'the version names an object that is missing', attack: catalogUpdate('/Version 25 0 R'), rules: changed },
  { name: 'the version is a stream', attack: catalogUpdate('/Version 20 0 R', { 20: evil }), rules: changed },
  { name: 'the version falls', attack: catalogUpdate('/Version /1.4'), rules: changed },
  { name: 'there is no such version', attack: catalogUpdate('/Version /9.9'), rules: changed },
  {
    name: 'the extensions hold a script',
    attack: catalogUpdate('/Extensions 20 0 R', { 20: '<< /JS << /S /JavaScript /JS (1) >> >>' }),
    rules: changed,
  },
  {
    name: 'an extension holds more than its level',
    attack: catalogUpdate('/Extensions << /ADBE << /BaseVersion /1.7 /ExtensionLevel 3 /A << >> >> >>'),
    rules: changed,
  },
  {
    name: 'the validation data hold a script',
    attack: catalogUpdate('/DSS << /Certs [] /X << /S /JavaScript /JS (1) >> >>'),
    rules: changed,
  },
  {
    name: 'the validation data have a key that JavaScript objects have',
    attack: catalogUpdate('/DSS << /Certs [] /constructor 20 0 R >>', { 20: evil }),
    rules: changed,
  },
  {
    name: 'the validation data have a key with a question mark',
    attack: catalogUpdate('/DSS << /Certs? [] >>'),
    rules: changed,
  },
  { name: 'the validation data name a page', attack: catalogUpdate('/DSS << /Certs [3 0 R] >>'), rules: changed },
  {
    name: 'the validation data name an object that is missing',
    attack: catalogUpdate('/DSS << /Certs [25 0 R] >>'),
    rules: changed,
  },
  {
    name: 'a certificate is said to stand in another file',
    attack: catalogUpdate('/DSS << /Certs [20 0 R] >>', { 20: streamText('/F (other)', '') }),
    rules: changed,
  },
  {
    name: 'a key of the validation data stands twice',
    attack: catalogUpdate('/DSS << /Certs [] /Certs [20 0 R] >>', { 20: streamText('', 'x') }),
    rules: changed,
  },
  ...['(yesterday)', '40 0 R', '25 0 R', '(D:20261123150405Z and more)'].map((value) => ({
    name: `the time of the last change is ${value}`,
    before: () => appendRevision(makePdf(), { 30: '<< /ModDate (D:20260101) >>' }, { trailer: '/Info 30 0 R' }),
    attack: update({ 30: `<< /ModDate ${value} >>`, ...(value === '40 0 R' ? { 40: evil } : {}) }, '/Info 30 0 R'),
    rules: changed,
  })),
]
