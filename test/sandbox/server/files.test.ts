import { WebClient } from '@slack/web-api';
import type { Sandbox } from '../../../src/sandbox/start.js';
import { ana, aSandbox, call, closeSandboxes, does, general, hazel } from './support/sandbox.js';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await aSandbox({ limits: false });
});
afterEach(closeSandboxes);

const client = () => new WebClient(sandbox.botToken, { slackApiUrl: sandbox.apiUrl, retryConfig: { retries: 0 } });

describe('files of the app', () => {
  it('are uploaded with the client of Slack, several at once, into a thread', async () => {
    const root = await call(sandbox, 'chat.postMessage', { channel: general, text: 'the report' });
    await client().filesUploadV2({
      channel_id: general,
      thread_ts: String(root.ts),
      initial_comment: 'Here it is.',
      file_uploads: [
        { file: Buffer.from('a,b\n1,2\n'), filename: 'report.csv' },
        { content: 'notes', filename: 'notes.txt', title: 'Notes' },
      ],
    });
    const thread = await does(sandbox, ana, 'replies', { channel: general, ts: String(root.ts) });
    const shared = thread.ok ? thread.messages[1] : undefined;
    expect(shared).toMatchObject({
      text: 'Here it is.',
      subtype: 'file_share',
      files: [{ name: 'report.csv', size: 8 }, { title: 'Notes' }],
    });
    const page = await fetch(sandbox.url + shared?.files?.[0]?.page_url);
    expect([await page.text(), page.headers.get('content-security-policy')]).toEqual([
      'a,b\n1,2\n',
      expect.stringContaining('sandbox'),
    ]);
  });

  it('are read with the token only', async () => {
    const person = await sandbox.person('ana');
    const id = await person.uploads('till.txt', 'frozen');
    expect(await call(sandbox, 'files.info', { file: id })).toMatchObject({ error: 'file_not_found' });
    await person.writes('general', 'look', { files: [id] });
    const { file } = await call(sandbox, 'files.info', { file: id });
    const { url_private } = file as { url_private: string };
    expect((await fetch(url_private)).status).toBe(403);
    const read = await fetch(url_private, { headers: { authorization: `Bearer ${sandbox.botToken}` } });
    expect(await read.text()).toBe('frozen');
    expect(await call(sandbox, 'files.delete', { file: id })).toMatchObject({ error: 'cant_delete_file' });
  });

  it('are taken only as long as was said, and shared only where the app is', async () => {
    const ticket = await call(sandbox, 'files.getUploadURLExternal', { filename: 'a.txt', length: 5 });
    expect((await fetch(String(ticket.upload_url), { method: 'POST', body: 'too long' })).status).toBe(400);
    const files = [{ id: ticket.file_id }];
    expect(await call(sandbox, 'files.completeUploadExternal', { files, channel_id: general })).toMatchObject({
      error: 'file_not_found',
    });
    expect((await fetch(String(ticket.upload_url), { method: 'POST', body: 'right' })).status).toBe(200);
    const made = await does(sandbox, hazel, 'create_channel', { name: 'quiet', is_private: false });
    const quiet = made.ok ? made.channel.id : '';
    expect(await call(sandbox, 'files.completeUploadExternal', { files, channel_id: quiet })).toMatchObject({
      error: 'not_in_channel',
    });
    expect(await call(sandbox, 'files.completeUploadExternal', { files, channel_id: 'general' })).toMatchObject({
      error: 'invalid_channel',
    });
    expect(await call(sandbox, 'files.completeUploadExternal', { files, channel_id: general })).toMatchObject({
      ok: true,
    });
    expect(await call(sandbox, 'files.getUploadURLExternal', { filename: 'a.txt' })).toMatchObject({
      error: 'missing_argument',
    });
  });
});
