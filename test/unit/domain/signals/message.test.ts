import { cleanMessage } from '../../../../src/domain/signals/message.ts';

describe('cleanMessage', () => {
  test.each([
    [
      "toomanyrequests: You have reached your pull rate limit as 'bob': dckr_jti_xYz-_1. You may",
      "toomanyrequests: You have reached your pull rate limit as '***' You may",
    ],
    [
      'Get "https://auth.docker.io/token?account=bob&scope=repository%3Aacme": EOF',
      'Get "https://auth.docker.io/token?account=***&scope=***": EOF',
    ],
    [
      'Head "https://bob:secret@registry.acme.io/v2/": EOF',
      'Head "https://***@registry.acme.io/v2/": EOF',
    ],
    ['sent Bearer eyJhbGciOi.J9.abc to it', 'sent Bearer *** to it'],
    [
      'Post "https://hook.svc:443/?timeout=10s": EOF',
      'Post "https://hook.svc:443/?timeout=10s": EOF',
    ],
    ['exec: "/nope": stat /nope: no such file', 'exec: "/nope": stat /nope: no such file'],
  ])('%s', (message, clean) => expect(cleanMessage(message)).toBe(clean));
});
