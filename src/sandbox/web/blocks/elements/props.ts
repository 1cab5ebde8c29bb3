import type { PlainTextElement } from '@slack/types';
import type { Control } from '../kit.js';
import type { AnyElement } from '../values/slots.js';

/** What every element is given: itself, as it arrived. */
export interface ElementProps<Element extends { type: string }> {
  element: Element & AnyElement;
}

interface Described {
  placeholder?: PlainTextElement;
  focus_on_load?: boolean;
}

/** The attributes that tie a control to its label, hint and error. Outside of a form the placeholder names it. */
export function bound({ place }: Control, element: Described, name: string) {
  return {
    id: place.controlId,
    'aria-describedby': place.describedBy || undefined,
    'aria-invalid': place.invalid || undefined,
    'aria-required': place.required || undefined,
    'aria-label': place.labelId ? undefined : (element.placeholder?.text ?? name),
    'data-bk-focus': element.focus_on_load || undefined,
  };
}
