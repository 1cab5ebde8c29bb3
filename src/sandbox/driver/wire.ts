import { WebSocket } from 'ws';
import type { Calls, Change, Outcome } from '../protocol.js';

/** A page without a browser: asks the server, and hears of changes. */
export interface Wire {
  call<Name extends keyof Calls>(name: Name, request: Calls[Name][0]): Promise<Outcome<Calls[Name][1]>>;
  /** The same, and an error when the server says no. */
  need<Name extends keyof Calls>(name: Name, request: Calls[Name][0]): Promise<Calls[Name][1]>;
  onChange(listener: (change: Change) => void): void;
  upload(name: string, bytes: Uint8Array): Promise<string>;
  close(): void;
}

export async function openWire(url: string, as: string): Promise<Wire> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/_page/changes?as=${as}`);
  const listeners: ((change: Change) => void)[] = [];
  socket.on('message', (data) => {
    const change = JSON.parse(String(data)) as Change;
    for (const listener of listeners) listener(change);
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => socket.terminate());
  const call: Wire['call'] = async (name, request) => {
    const reply = await fetch(`${url}/_page/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ as, ...request }),
    });
    return (await reply.json()) as Outcome<Calls[typeof name][1]>;
  };
  return {
    call,
    async need(name, request) {
      const outcome = await call(name, request);
      if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.error}`);
      return outcome;
    },
    onChange: (listener) => void listeners.push(listener),
    upload: (name, bytes) => upload(url, as, name, bytes),
    close: () => socket.close(),
  };
}

async function upload(url: string, as: string, name: string, bytes: Uint8Array): Promise<string> {
  const form = new FormData();
  form.append('file', new Blob([new Uint8Array(bytes)]), name);
  const reply = await fetch(`${url}/_page/upload?as=${as}`, { method: 'POST', body: form });
  const outcome = (await reply.json()) as Outcome<{ files: { id: string }[] }>;
  const [file] = outcome.ok ? outcome.files : [];
  if (!file) throw new Error(`The upload of ${name} was refused.`);
  return file.id;
}
