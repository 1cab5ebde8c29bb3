import type { SectionBlock } from '@slack/types';
import { useContext, useId, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Element } from '../elements/Element.js';
import { PlaceContext, useKit } from '../kit.js';
import { TextObject } from '../mrkdwn/TextObject.js';

export function Section({ block }: { block: SectionBlock }) {
  const { names } = useKit();
  const place = useContext(PlaceContext);
  const id = useId();
  const { text, fields, accessory } = block;
  return (
    <div class="bk-section" data-accessory={accessory?.type}>
      <div class="bk-section-words" id={id}>
        {text && (
          <Folded always={block.expand === true}>
            <TextObject text={text} names={names} />
          </Folded>
        )}
        {fields && (
          <div class="bk-fields">
            {fields.map((field, index) => (
              <div key={`${index}-field`}>
                <TextObject text={field} names={names} />
              </div>
            ))}
          </div>
        )}
      </div>
      {accessory && (
        <div class="bk-accessory">
          <PlaceContext.Provider value={{ ...place, describedBy: id }}>
            <Element element={accessory} />
          </PlaceContext.Provider>
        </div>
      )}
    </div>
  );
}

/** Long texts are folded, as in Slack, until someone wants the rest. */
function Folded({ always, children }: { always: boolean; children: preact.ComponentChildren }) {
  const { say, container } = useKit();
  const frame = useRef<HTMLDivElement>(null);
  const [long, setLong] = useState(false);
  const [open, setOpen] = useState(false);
  const folds = !always && container.type === 'message';
  useLayoutEffect(() => {
    if (folds && !open && frame.current) setLong(frame.current.scrollHeight > frame.current.clientHeight + 24);
  });
  return (
    <>
      <div ref={frame} class={folds && !open ? 'bk-folded' : undefined} data-long={long || undefined}>
        {children}
      </div>
      {folds && long && (
        <button type="button" class="bk-more" aria-expanded={open} onClick={() => setOpen(!open)}>
          {say(open ? 'block.less' : 'block.more')}
        </button>
      )}
    </>
  );
}
