import type {
  ActionsBlockElement,
  ContextActionsBlockElement,
  InputBlockElement,
  SectionBlockAccessory,
} from '@slack/types';
import { Unknown } from '../kinds/Unknown.js';
import { MultiSelect } from '../select/MultiSelect.js';
import { Select } from '../select/Select.js';
import { type AnyElement, isElement } from '../values/slots.js';
import { Button, WorkflowButton } from './Button.js';
import { Datepicker, DateTimepicker, Timepicker } from './DateTime.js';
import { FileInput } from './FileInput.js';
import { Checkboxes, RadioButtons } from './Options.js';
import { Overflow } from './Overflow.js';
import { Picture } from './Picture.js';
import { RichTextInput } from './RichTextInput.js';
import { FeedbackButtons, IconButton } from './Small.js';
import { TextInput } from './TextInput.js';

type SlackElement = ActionsBlockElement | ContextActionsBlockElement | InputBlockElement | SectionBlockAccessory;
type Known = SlackElement & AnyElement;

/** Draws an element, whatever it is. */
export function Element({ element }: { element: unknown }) {
  if (!isElement(element)) return null;
  return <Drawn element={element as Known} />;
}

function Drawn({ element }: { element: Known }) {
  switch (element.type) {
    case 'button':
      return <Button element={element} />;
    case 'workflow_button':
      return <WorkflowButton element={element} />;
    case 'icon_button':
      return <IconButton element={element} />;
    case 'feedback_buttons':
      return <FeedbackButtons element={element} />;
    case 'overflow':
      return <Overflow element={element} />;
    case 'image':
      return <Picture source={element} look="bk-picture-accessory" />;
    case 'checkboxes':
      return <Checkboxes element={element} />;
    case 'radio_buttons':
      return <RadioButtons element={element} />;
    default:
      return <DrawnInput element={element} />;
  }
}

function DrawnInput({ element }: { element: Exclude<Known, { type: 'button' }> }) {
  switch (element.type) {
    case 'datepicker':
      return <Datepicker element={element} />;
    case 'timepicker':
      return <Timepicker element={element} />;
    case 'datetimepicker':
      return <DateTimepicker element={element} />;
    case 'plain_text_input':
    case 'email_text_input':
    case 'url_text_input':
    case 'number_input':
      return <TextInput element={element} />;
    case 'rich_text_input':
      return <RichTextInput element={element} />;
    case 'file_input':
      return <FileInput element={element} />;
    default:
      return <DrawnSelect element={element} />;
  }
}

function DrawnSelect({ element }: { element: AnyElement }) {
  if (/^multi_(static|external|users|conversations|channels)_select$/.test(element.type))
    return <MultiSelect element={element} />;
  if (/^(static|external|users|conversations|channels)_select$/.test(element.type)) return <Select element={element} />;
  return <Unknown type={element.type} />;
}
