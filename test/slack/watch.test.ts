import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createMetrics } from '../../src/platform/metrics/metrics.js';
import { openHealth } from '../../src/slack/receivers/health.js';

const token = 'a-token-of-sixteen';

describe('whoever watches over the process', () => {
  const metrics = createMetrics();
  const state = { isHealthy: true, problems: [] as string[], breaks: false };
  let server: Server;
  let url: string;

  beforeAll(async () => {
    const text = async () => {
      if (state.breaks) throw new Error('gone');
      return metrics.text();
    };
    server = await openHealth(0, {
      isHealthy: () => state.isHealthy,
      watch: {
        problems: async () => state.problems,
        figures: { token, contentType: metrics.contentType, text },
      },
    });
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  beforeEach(() => Object.assign(state, { isHealthy: true, problems: [], breaks: false }));
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  const look = async (path: string, given?: string) => {
    const answer = await fetch(`${url}${path}`, given === undefined ? {} : { headers: { authorization: given } });
    return { status: answer.status, text: await answer.text() };
  };

  it('hears that it takes requests, until it closes', async () => {
    expect(await look('/healthz')).toEqual({ status: 200, text: 'ok' });
    state.isHealthy = false;
    expect(await look('/healthz')).toEqual({ status: 503, text: 'closing' });
  });

  it('hears what it lacks to work, one in each line', async () => {
    expect(await look('/readyz')).toEqual({ status: 200, text: 'ready' });
    state.problems = ['database'];
    expect(await look('/readyz')).toEqual({ status: 503, text: 'database' });
    state.isHealthy = false;
    expect(await look('/readyz')).toEqual({ status: 503, text: 'slack\ndatabase' });
    // It lives all the same: to start it anew would mend nothing.
    state.isHealthy = true;
    expect((await look('/healthz')).status).toBe(200);
  });

  it('reads its figures with the token alone', async () => {
    metrics.acknowledged('command', 12);
    metrics.transacted('done', 3);
    metrics.slackAnswered('chat.postMessage', 'channel_not_found');
    for (const given of [undefined, 'Bearer wrong', `Basic ${token}`, `Bearer ${token}x`, 'Bearer ', token]) {
      expect((await look('/metrics', given)).status).toBe(401);
    }
    const { status, text } = await look('/metrics', `Bearer ${token}`);
    expect(status).toBe(200);
    expect(text).toContain('switchboard_acknowledgement_seconds_count{kind="command"} 1');
    expect(text).toContain('switchboard_transaction_seconds_count{outcome="done"} 1');
    expect(text).toContain('switchboard_slack_calls_total{method="chat.postMessage",outcome="channel_not_found"} 1');
    expect(text).toContain('process_resident_memory_bytes');
    state.breaks = true;
    expect((await look('/metrics', `Bearer ${token}`)).status).toBe(503);
  });

  it('finds no figures where nobody asked for them', async () => {
    const bare = await openHealth(0, { isHealthy: () => true });
    const answer = await fetch(`http://127.0.0.1:${(bare.address() as AddressInfo).port}/metrics`);
    expect(answer.status).toBe(404);
    bare.close();
  });
});
