import { fromLatin1 } from '../../../server/src/pdf/lexer.ts'
import { type CmsFaults, faultyCms, patch, testSigner, withCms } from '../signing.ts'
import type { Attack } from './attack.ts'

function cms(faults: CmsFaults): Attack['attack'] {
  return (signed) => withCms(signed, (content, signer) => faultyCms(content, signer, faults))
}

export const cmsAttacks: readonly Attack[] = [
  {
    name: 'SHA-1 is used',
    title: '用 SHA-1',
    attack: cms({ digest: { oid: '1.3.14.3.2.26', name: 'sha1' } }),
    rules: ['sign-weak-algorithm'],
  },
  {
    name: 'MD5 is used',
    title: '用 MD5',
    attack: cms({ digest: { oid: '1.2.840.113549.2.5', name: 'md5' } }),
    rules: ['sign-weak-algorithm'],
  },
  {
    name: 'the CMS carries content of its own',
    title: '签名自带内容',
    attack: cms({ embedded: true }),
    rules: ['sign-broken'],
  },
  {
    name: 'the CMS speaks of another kind of content',
    attack: cms({ contentType: '1.2.840.113549.1.7.2' }),
    rules: ['sign-broken'],
  },
  { name: 'the CMS has two signers', title: '签名有两个签名人', attack: cms({ signers: 2 }), rules: ['sign-broken'] },
  { name: 'the CMS has no signer', attack: cms({ signers: 0 }), rules: ['sign-broken'] },
  {
    name: 'the digest is that of other content',
    attack: cms({ digestOf: fromLatin1('other') }),
    rules: ['sign-broken'],
  },
  {
    name: 'the certificate of another stands in it',
    title: '换成别人的证书',
    attack: (signed) =>
      withCms(signed, async (content, signer) =>
        faultyCms(content, signer, { certificate: (await testSigner('另一单位')).certificate }),
      ),
    rules: ['sign-broken', 'sign-untrusted'],
  },
  {
    name: 'the CMS is empty',
    attack: (signed) => withCms(signed, async () => new Uint8Array()),
    rules: ['sign-broken'],
  },
  {
    name: 'the CMS is no DER',
    title: '签名不是 DER',
    attack: (signed) => withCms(signed, async () => fromLatin1('0\x80garbage')),
    rules: ['sign-broken'],
  },
  {
    name: 'something stands in the padding',
    title: '填充里夹带数据',
    attack: (signed) => patch(signed, '00000000>', '00000010>'),
    rules: ['sign-broken'],
  },
  {
    name: 'a digit of the padding is a blank',
    attack: (signed) => patch(signed, '00000000>', '0000 000>'),
    rules: ['sign-broken', 'sign-coverage'],
  },
]
