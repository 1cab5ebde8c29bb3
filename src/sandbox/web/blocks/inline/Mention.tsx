import type { Names } from '../names.js';
import { sayIn } from '../words/index.js';
import { nameOf } from './nameOf.js';

interface Props {
  id: string;
  label?: string | undefined;
  names: Names;
}

export function PersonMention({ id, label, names }: Props) {
  const shown = nameOf(names, id) ?? label ?? sayIn(names.locale)('mention.person');
  const look = id === names.me ? 'bk-mention bk-mention-me' : 'bk-mention';
  if (!names.person(id)) return <span class={look}>@{shown}</span>;
  return (
    <button type="button" class={look} onClick={() => names.open({ person: id })}>
      @{shown}
    </button>
  );
}

export function ChannelMention({ id, label, names }: Props) {
  const channel = names.channel(id);
  const shown = channel?.name || label || sayIn(names.locale)('mention.channel');
  if (!channel) return <span class="bk-mention">#{shown}</span>;
  return (
    <button type="button" class="bk-mention" onClick={() => names.open({ channel: id })}>
      #{shown}
    </button>
  );
}

export function GroupMention({ label, names }: { label?: string | undefined; names: Names }) {
  const shown = label?.replace(/^@/, '') || sayIn(names.locale)('mention.group');
  return <span class="bk-mention">@{shown}</span>;
}

export const Broadcast = ({ range }: { range: string }) => <span class="bk-mention bk-mention-me">@{range}</span>;
