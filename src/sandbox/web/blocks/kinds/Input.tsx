import type { InputBlock } from '@slack/types';
import { useId } from 'preact/hooks';
import { Element } from '../elements/Element.js';
import { PlaceContext, useKit } from '../kit.js';
import { PlainText } from '../mrkdwn/PlainText.js';
import { Icon } from '../parts/Icon.js';

const labelled = new Set(['checkboxes', 'radio_buttons', 'rich_text_input']);

/** A field of a form: label, control, hint, and what is wrong with it. */
export function Input({ block }: { block: InputBlock }) {
  const { form, say } = useKit();
  const id = useId();
  const blockId = block.block_id ?? '';
  const error = form.errors.value[blockId];
  const parts = { label: `${id}-label`, control: `${id}-control`, hint: `${id}-hint`, error: `${id}-error` };
  const place = {
    blockId,
    dispatches: block.dispatch_action === true,
    required: block.optional !== true,
    labelId: parts.label,
    controlId: parts.control,
    describedBy: [error && parts.error, block.hint && parts.hint].filter(Boolean).join(' '),
    invalid: error !== undefined,
  };
  return (
    <div class="bk-field" data-invalid={place.invalid || undefined} data-block={blockId}>
      <Label block={block} id={parts.label} control={parts.control} say={say} />
      <PlaceContext.Provider value={place}>
        <Element element={block.element} />
      </PlaceContext.Provider>
      {error && (
        <div class="bk-error" id={parts.error}>
          <Icon name="warning" size={15} /> {error}
        </div>
      )}
      {block.hint && (
        <div class="bk-hint" id={parts.hint}>
          <PlainText text={block.hint.text} />
        </div>
      )}
    </div>
  );
}

interface LabelProps {
  block: InputBlock;
  id: string;
  control: string;
  say: ReturnType<typeof useKit>['say'];
}

/** Groups and the editor can't be named by a `label` element, so they point at theirs themselves. */
function Label({ block, id, control, say }: LabelProps) {
  const words = (
    <>
      <PlainText text={block.label.text} /> {block.optional && <span class="bk-optional">{say('input.optional')}</span>}
    </>
  );
  if (labelled.has(block.element.type))
    return (
      <div class="bk-label" id={id}>
        {words}
      </div>
    );
  return (
    <label class="bk-label" id={id} htmlFor={control}>
      {words}
    </label>
  );
}
