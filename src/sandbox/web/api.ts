import type { Calls, Change, FileView, Outcome } from '../protocol.js';

export type CallName = keyof Calls;
export type Answer<Name extends CallName> = Outcome<Calls[Name][1]>;

/** Asks the server for something in a person's name. A lost connection is an answer too, never an exception. */
export async function call<Name extends CallName>(
  as: string,
  name: Name,
  request: Calls[Name][0],
): Promise<Answer<Name>> {
  return answerOf(
    fetch(`/_page/${name}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...request, as }),
    }),
  );
}

/** Whom one can be here; asked before anyone is chosen. */
export const whoIsThere = (): Promise<Outcome<{ people: { id: string; locale: string }[] }>> =>
  answerOf(fetch('/_page/people'));

async function answerOf<T>(asked: Promise<Response>): Promise<Outcome<T>> {
  try {
    const response = await asked;
    return (await response.json()) as Outcome<T>;
  } catch {
    return { ok: false, error: 'connection_lost' };
  }
}

/** Uploads files with progress from 0 to 1. `fetch` can't tell how far it is, so this is an XMLHttpRequest. */
export function upload(
  as: string,
  files: File[],
  onProgress: (part: number) => void = () => undefined,
): Promise<Outcome<{ files: FileView[] }>> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open('POST', `/_page/upload?as=${encodeURIComponent(as)}`);
    request.responseType = 'json';
    request.upload.onprogress = (event) => onProgress(event.total ? event.loaded / event.total : 0);
    request.onload = () => resolve(request.response ?? { ok: false, error: `http_${request.status}` });
    request.onerror = () => resolve({ ok: false, error: 'connection_lost' });
    request.send(form);
  });
}

interface Listener {
  onChange(change: Change): void;
  /** After every connection, the first too: what happened before it must be asked for. */
  onOpen(): void;
  onLost(): void;
}

const longestPause = 5_000;

/** Hears of changes until stopped; connects again by itself, soon at first, then every few seconds. */
export function listen(as: string, listener: Listener): () => void {
  let stopped = false;
  let attempts = 0;
  let socket: WebSocket | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const connect = () => {
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    socket = new WebSocket(`${scheme}://${location.host}/_page/changes?as=${encodeURIComponent(as)}`);
    socket.onmessage = (event) => !stopped && listener.onChange(JSON.parse(String(event.data)) as Change);
    socket.onopen = () => {
      attempts = 0;
      listener.onOpen();
    };
    socket.onclose = () => {
      if (stopped) return;
      listener.onLost();
      timer = setTimeout(connect, Math.min(longestPause, 300 * 2 ** attempts++));
    };
  };
  connect();
  return () => {
    stopped = true;
    clearTimeout(timer);
    socket?.close();
  };
}
