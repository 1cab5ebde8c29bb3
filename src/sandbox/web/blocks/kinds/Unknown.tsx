import { useKit } from '../kit.js';

/** Something that a newer Slack may know. */
export function Unknown({ type }: { type: string }) {
  const { say } = useKit();
  return <div class="bk-unknown">{say('block.unknown', { type })}</div>;
}
