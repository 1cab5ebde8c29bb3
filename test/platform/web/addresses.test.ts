import { isPublic } from '../../../src/platform/web/addresses.js';
import { Web } from '../../../src/platform/web/fetch.js';
import { WebProblem } from '../../../src/platform/web/problem.js';

const web = new Web();
afterAll(() => web.close());

const trouble = (url: string): Promise<string> =>
  web.fetch({ url, timeoutMs: 3_000 }).then(
    () => 'fetched',
    (error: unknown) => (error instanceof WebProblem ? error.trouble : String(error)),
  );

describe('what a feed’s address must not lead to', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://127.0.1/',
    'http://2130706433/',
    'http://0x7f000001/',
    'http://0x7f.0.0.1/',
    'http://0177.0.0.1/',
    'http://017700000001/',
    'http://127.255.255.254/',
    'http://0.0.0.0/',
    'http://0/',
    'http://0.1.2.3/',
    'http://10.0.0.1/',
    'http://10.255.255.255/',
    'http://172.16.0.1/',
    'http://172.31.255.255/',
    'http://192.168.1.1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://169.254.0.1/',
    'http://2852039166/',
    'http://100.64.0.1/',
    'http://100.127.255.255/',
    'http://192.0.0.1/',
    'http://192.0.2.1/',
    'http://198.18.0.1/',
    'http://198.51.100.1/',
    'http://203.0.113.1/',
    'http://224.0.0.1/',
    'http://240.0.0.1/',
    'http://255.255.255.255/',
    'http://[::1]/',
    'http://[::]/',
    'http://[0:0:0:0:0:0:0:1]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::ffff:169.254.169.254]/',
    'http://[::ffff:10.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[64:ff9b::a9fe:a9fe]/',
    'http://[2002:7f00:1::]/',
    'http://[2001:0:7f00:1::]/',
    'http://[fc00::1]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://[fec0::1]/',
    'http://[ff02::1]/',
    'http://[2001:db8::1]/',
    'http://localhost/',
    'http://LOCALHOST/',
    'http://localhost./',
    'http://①②⑦.⓪.⓪.①/',
    'https://127.0.0.1:8443/',
  ])('%s', async (url) => expect(await trouble(url)).toMatch(/^(address|notFound)$/));

  it.each([
    'ftp://example.com/',
    'file:///etc/passwd',
    'gopher://127.0.0.1:6379/_INFO',
    'data:text/xml,<rss/>',
    'javascript:alert(1)',
    'dict://127.0.0.1:11211/',
    'http://user:pass@example.com/',
    'http://example.com@127.0.0.1/',
    'no address',
    '',
    '//example.com/feed',
    'http://',
  ])('or be: %s', async (url) => expect(await trouble(url)).toMatch(/^(scheme|address)$/));

  it('while the whole world may be asked', () => {
    expect(['8.8.8.8', '1.1.1.1', '2606:4700:4700::1111', '93.184.216.34'].every(isPublic)).toBe(true);
    expect(['', 'example.com', '999.1.1.1'].some(isPublic)).toBe(false);
  });
});
