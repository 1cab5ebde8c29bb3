import type {
  ActionsBlock,
  AlertBlock,
  ContextActionsBlock,
  ContextBlock,
  FileBlock,
  HeaderBlock,
  ImageBlock,
} from '@slack/types';
import { Element } from '../elements/Element.js';
import { Picture } from '../elements/Picture.js';
import { useKit } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { TextObject } from '../mrkdwn/TextObject.js';
import { Icon, type IconName } from '../parts/Icon.js';

export const Header = ({ block }: { block: HeaderBlock }) => (
  <h3 class="bk-header">
    <PlainText text={block.text.text} emoji={block.text.emoji !== false} />
  </h3>
);

export const Actions = ({ block }: { block: ActionsBlock | ContextActionsBlock }) => (
  <div class={block.type === 'actions' ? 'bk-actions' : 'bk-actions bk-actions-small'}>
    {block.elements.map((element, index) => (
      <Element key={element.action_id ?? index} element={element} />
    ))}
  </div>
);

export function Context({ block }: { block: ContextBlock }) {
  const { names } = useKit();
  return (
    <div class="bk-context">
      {block.elements.map((element, index) => {
        const key = `${index}-${element.type}`;
        if (element.type === 'image') return <Picture key={key} source={element} look="bk-picture-small" />;
        return <TextObject key={key} text={element} names={names} />;
      })}
    </div>
  );
}

export const Image = ({ block }: { block: ImageBlock }) => (
  <figure class="bk-image">
    {block.title && (
      <figcaption>
        <PlainText text={block.title.text} />
      </figcaption>
    )}
    <Picture source={block} look="bk-picture" />
  </figure>
);

const faces: Record<string, IconName> = {
  info: 'info',
  warning: 'warning',
  error: 'cross',
  success: 'done',
  default: 'info',
};

export function Alert({ block }: { block: AlertBlock }) {
  const { names } = useKit();
  const level = block.level ?? 'default';
  return (
    <div class={`bk-alert bk-alert-${level}`} role="note">
      <Icon name={faces[level] ?? 'info'} />
      <TextObject text={block.text} names={names} />
    </div>
  );
}

export function File({ block }: { block: FileBlock }) {
  const { say } = useKit();
  return (
    <div class="bk-file">
      <Icon name="file" />
      <span class="bk-file-name">{say('block.file', { name: block.external_id })}</span>
    </div>
  );
}
