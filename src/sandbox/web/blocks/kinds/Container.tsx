import type { ContainerBlock } from '@slack/types';
import { useId, useState } from 'preact/hooks';
import { BlockList } from '../BlockList.js';
import { Picture } from '../elements/Picture.js';
import { useKit } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { TextObject } from '../mrkdwn/TextObject.js';
import { Icon } from '../parts/Icon.js';
import { RichText } from '../richtext/RichText.js';

/** Blocks with a title around them, which may be folded away. */
export function Container({ block }: { block: ContainerBlock }) {
  const folds = block.is_collapsible === true;
  const [open, setOpen] = useState(!(folds && block.default_collapsed === true));
  const content = useId();
  const divided = !folds && block.has_header_divider === true;
  return (
    <section class={`bk-container bk-container-${block.width ?? 'standard'}`}>
      <header class={divided ? 'bk-container-head bk-container-divided' : 'bk-container-head'}>
        {folds ? (
          <button
            type="button"
            class="bk-container-fold"
            aria-expanded={open}
            aria-controls={content}
            onClick={() => setOpen(!open)}
          >
            <Title block={block} />
            <Icon name="down" />
          </button>
        ) : (
          <Title block={block} />
        )}
      </header>
      <div id={content} hidden={!open}>
        <BlockList blocks={block.child_blocks} />
      </div>
    </section>
  );
}

function Title({ block }: { block: ContainerBlock }) {
  const { names } = useKit();
  const { icon, title, rich_text_title: rich, subtitle } = block;
  return (
    <>
      {icon && <Picture source={icon} look="bk-card-icon" />}
      <div class="bk-container-words">
        <div class="bk-card-title">
          {rich ? <RichText block={rich} names={names} /> : <PlainText text={title?.text ?? ''} />}
        </div>
        {subtitle && (
          <div class="bk-card-subtitle">
            <TextObject text={subtitle} names={names} />
          </div>
        )}
      </div>
    </>
  );
}
