import pg from 'pg';
import { messageOf } from '../errors/caught.js';

type OnNotify = (payload: string) => void;

export interface Listener {
  listen(channel: string, onNotify: OnNotify): Promise<() => void>;
  close(): Promise<void>;
}

const SHORTEST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 5_000;

/** Hears notifications over a connection of its own, opened at the first `listen`, and again whenever it is lost. */
export function openListener(url: string, onTrouble: (error: Error) => void): Listener {
  const ears = new Map<string, Set<OnNotify>>();
  let connection: Promise<pg.Client> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  const tell = (channel: string, payload: string): void => {
    for (const onNotify of ears.get(channel) ?? []) onNotify(payload);
  };

  const connected = (): Promise<pg.Client> => {
    connection ??= connect(url, ears.keys(), tell, onTrouble).then((client) => {
      client.once('end', () => lost(SHORTEST_PAUSE_MS));
      return client;
    });
    return connection;
  };

  const lost = (pause: number): void => {
    connection = null;
    if (!closed) timer = setTimeout(() => void reconnect(pause), pause).unref();
  };

  const reconnect = async (pause: number): Promise<void> => {
    try {
      await connected();
      for (const channel of ears.keys()) tell(channel, '');
    } catch (error) {
      onTrouble(new Error(`notifications can't be heard: ${messageOf(error)}`, { cause: error }));
      lost(Math.min(pause * 2, LONGEST_PAUSE_MS));
    }
  };

  return {
    async listen(channel, onNotify) {
      const heard = ears.get(channel);
      if (heard) heard.add(onNotify);
      else ears.set(channel, new Set([onNotify]));
      await (await connected()).query(listenTo(channel));
      return () => void ears.get(channel)?.delete(onNotify);
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await connection?.then((client) => client.end()).catch(() => undefined);
    },
  };
}

async function connect(
  url: string,
  channels: Iterable<string>,
  tell: (channel: string, payload: string) => void,
  onTrouble: (error: Error) => void,
): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url, keepAlive: true, connectionTimeoutMillis: 5_000 });
  client.on('notification', ({ channel, payload }) => tell(channel, payload ?? ''));
  client.on('error', onTrouble);
  await client.connect();
  for (const channel of channels) await client.query(listenTo(channel));
  return client;
}

const listenTo = (channel: string): string => `LISTEN ${pg.escapeIdentifier(channel)}`;
