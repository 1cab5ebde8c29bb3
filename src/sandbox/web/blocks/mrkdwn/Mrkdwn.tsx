import { useMemo } from 'preact/hooks';
import { DateText } from '../inline/DateText.js';
import { Emoji } from '../inline/Emoji.js';
import { Link } from '../inline/Link.js';
import { Broadcast, ChannelMention, GroupMention, PersonMention } from '../inline/Mention.js';
import type { Names } from '../names.js';
import { type Node, parseMrkdwn } from './parse.js';

/** A text in Slack's mrkdwn. */
export function Mrkdwn({ text, names, verbatim = false }: { text: string; names: Names; verbatim?: boolean }) {
  const nodes = useMemo(() => parseMrkdwn(text, { verbatim }), [text, verbatim]);
  return (
    <span class="bk-text">
      <Nodes nodes={nodes} names={names} />
    </span>
  );
}

const Nodes = ({ nodes, names }: { nodes: Node[]; names: Names }) => (
  <>
    {nodes.map((node, index) => (
      <Drawn key={`${index}-${node.type}`} node={node} names={names} />
    ))}
  </>
);

const wrappers = { bold: 'b', italic: 'i', strike: 's', code: 'code' } as const;

function Drawn({ node, names }: { node: Node; names: Names }) {
  switch (node.type) {
    case 'text':
      return <>{node.text}</>;
    case 'emoji':
      return <Emoji name={node.name} />;
    case 'user':
      return <PersonMention id={node.id} label={node.label} names={names} />;
    case 'channel':
      return <ChannelMention id={node.id} label={node.label} names={names} />;
    case 'usergroup':
      return <GroupMention label={node.label} names={names} />;
    case 'broadcast':
      return <Broadcast range={node.range} />;
    case 'date':
      return <DateText {...node} names={names} />;
    default:
      return <Wrapped node={node} names={names} />;
  }
}

type Wrapping = Extract<Node, { children: Node[] }>;

function Wrapped({ node, names }: { node: Wrapping; names: Names }) {
  const children = <Nodes nodes={node.children} names={names} />;
  if (node.type === 'link') return <Link url={node.url}>{children}</Link>;
  if (node.type === 'pre') return <span class="bk-pre">{children}</span>;
  if (node.type === 'quote') return <span class="bk-quote">{children}</span>;
  const Tag = wrappers[node.type];
  return <Tag>{children}</Tag>;
}
