export type Style = 'bold' | 'italic' | 'strike';

/** What a mrkdwn text says, read but not yet drawn. */
export type Node =
  | { type: 'text'; text: string }
  | { type: Style | 'code' | 'pre' | 'quote'; children: Node[] }
  | { type: 'link'; url: string; children: Node[] }
  | { type: 'user' | 'channel' | 'usergroup'; id: string; label?: string }
  | { type: 'broadcast'; range: 'here' | 'channel' | 'everyone' }
  | { type: 'date'; timestamp: number; format: string; url?: string; fallback: string }
  | { type: 'emoji'; name: string };

/** Slack knows these three entities and no others. */
export const decode = (text: string): string =>
  text.replace(/&(lt|gt|amp);/g, (_, name: string) => (name === 'lt' ? '<' : name === 'gt' ? '>' : '&'));

/** Adds text to the last text node, so that runs of plain characters stay one node. */
export function addText(nodes: Node[], text: string): void {
  if (!text) return;
  const last = nodes.at(-1);
  if (last?.type === 'text') last.text += text;
  else nodes.push({ type: 'text', text });
}
