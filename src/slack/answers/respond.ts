const TIMEOUT_MS = 10_000;

/** What goes to a `response_url`: Slack takes five within half an hour. */
interface Response {
  text: string;
  blocks?: unknown[];
  replace_original?: boolean;
  delete_original?: boolean;
}

/** Answers at the place where the person acted. */
export async function respond(url: string, response: Response): Promise<void> {
  const answer = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify({ response_type: 'ephemeral', replace_original: false, ...response }),
    redirect: 'error',
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (!answer.ok) throw new Error(`response_url answered ${answer.status}`);
}
