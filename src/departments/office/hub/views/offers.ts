import type { Button, KnownBlock } from '@slack/types';
import { actions, button, section } from '../../../../platform/blocks.js';
import type { Desk, Offer } from '../../../../platform/doors/doors.js';
import { shorten } from '../../../../platform/mrkdwn.js';
import type { Language } from '../../../../platform/words/words.js';
import { offerId } from '../ids.js';

/** The person's text, as a button carries it. */
export interface Request {
  text: string;
  /** The message that has the whole of it. */
  ts?: string;
}

const BUTTON_VALUE = 2000;

/** The message is named only where the text had to be cut. */
export function requestValue({ text, ts = '' }: Request): string {
  const whole = `|${text}`;
  return whole.length <= BUTTON_VALUE ? whole : `${ts}|${shorten(text, BUTTON_VALUE - ts.length - 1)}`;
}

export function readRequest(value: string): Request {
  const [, ts, text] = /^(\d+\.\d+)?\|([\s\S]*)$/.exec(value) ?? [];
  return { text: text ?? '', ...(ts && { ts }) };
}

export const titleOf = (desk: Desk, language: Language): string => desk.words.in(language).plain(desk.title);
export const aboutOf = (desk: Desk, language: Language): string => desk.words.in(language).plain(desk.about);

const offersOf = (desks: readonly Desk[]): { desk: Desk; offer: Offer; id: string }[] =>
  desks.flatMap((desk) => (desk.offers ?? []).map((offer, index) => ({ desk, offer, id: offerId(desk.name, index) })));

export const hasOffers = (desks: readonly Desk[]): boolean => offersOf(desks).length > 0;

const offerButton = (desk: Desk, offer: Offer, id: string, language: Language, request: Request): Button =>
  button(id, desk.words.in(language).plain(offer.label), { value: requestValue(request) });

/** Each desk with what it is for, over its buttons. */
export const deskCards = (desks: readonly Desk[], language: Language): KnownBlock[] =>
  desks.flatMap((desk) => {
    const buttons = offersOf([desk]).map(({ offer, id }) => offerButton(desk, offer, id, language, { text: '' }));
    return [
      section(`*${titleOf(desk, language)}*\n${aboutOf(desk, language)}`),
      ...(buttons.length > 0 ? [actions(`offers.${desk.name}`, buttons.slice(0, 25))] : []),
    ];
  });

/** Every form that could take the request, each with the sentence that says what for. */
export const offerList = (desks: readonly Desk[], language: Language, request: Request): KnownBlock[] =>
  offersOf(desks)
    .slice(0, 40)
    .map(({ desk, offer, id }) => {
      const say = desk.words.in(language);
      const text = `*${say.plain(offer.label)}*\n${say.plain(offer.description)}`;
      return section(text, offerButton(desk, offer, id, language, request));
    });

/** All buttons in one row, for App Home. */
export function offerRow(desks: readonly Desk[], language: Language): KnownBlock[] {
  const buttons = offersOf(desks).map(({ desk, offer, id }) => offerButton(desk, offer, id, language, { text: '' }));
  return buttons.length > 0 ? [actions('office.hub.offers', buttons.slice(0, 25))] : [];
}
