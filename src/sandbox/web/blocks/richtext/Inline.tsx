import type { RichTextElement } from '@slack/types';
import type { ComponentChildren } from 'preact';
import { DateText } from '../inline/DateText.js';
import { Emoji } from '../inline/Emoji.js';
import { Link } from '../inline/Link.js';
import { Broadcast, ChannelMention, GroupMention, PersonMention } from '../inline/Mention.js';
import type { Names } from '../names.js';

interface Props {
  element: RichTextElement;
  names: Names;
}

/** One run of rich text, in its styles. */
export const Inline = ({ element, names }: Props) => (
  <Styled style={element.style}>
    <Bare element={element} names={names} />
  </Styled>
);

function Bare({ element, names }: Props) {
  switch (element.type) {
    case 'text':
      return <>{element.text}</>;
    case 'link':
      return <Link url={element.url}>{element.text || element.url.replace(/^mailto:/, '')}</Link>;
    case 'user':
      return <PersonMention id={element.user_id} names={names} />;
    case 'channel':
      return <ChannelMention id={element.channel_id} names={names} />;
    case 'usergroup':
      return <GroupMention names={names} />;
    case 'broadcast':
      return <Broadcast range={element.range} />;
    case 'emoji':
      return <Emoji name={element.name} />;
    case 'date':
      return <DateText {...element} names={names} />;
    case 'color':
      return <Colour value={element.value} />;
    default:
      return <>{'team_id' in element ? element.team_id : ''}</>;
  }
}

function Colour({ value }: { value: string }) {
  const colour = /^#[0-9a-f]{3,8}$/i.test(value) ? value : 'transparent';
  return (
    <span class="bk-colour">
      {value} <span class="bk-colour-patch" style={{ backgroundColor: colour }} aria-hidden="true" />
    </span>
  );
}

type Style = { bold?: boolean; italic?: boolean; strike?: boolean; underline?: boolean; code?: boolean };

function Styled({ style, children }: { style: Style | undefined; children: ComponentChildren }) {
  let drawn = children;
  if (style?.code) drawn = <code>{drawn}</code>;
  if (style?.underline) drawn = <u>{drawn}</u>;
  if (style?.strike) drawn = <s>{drawn}</s>;
  if (style?.italic) drawn = <i>{drawn}</i>;
  if (style?.bold) drawn = <b>{drawn}</b>;
  return <>{drawn}</>;
}
