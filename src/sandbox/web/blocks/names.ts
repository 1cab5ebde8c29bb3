import type { ChannelView, PersonView } from '../../protocol.js';

/** Who and what ids stand for, and how the person who looks wants dates and words. */
export interface Names {
  person(id: string): PersonView | undefined;
  channel(id: string): ChannelView | undefined;
  people(): PersonView[];
  channels(): ChannelView[];
  /** Goes to a person's profile, or to a channel. */
  open(ref: { person?: string; channel?: string }): void;
  /** The conversation that the person has before them. */
  here(): string | undefined;
  me: string;
  timeZone: string;
  locale: string;
  now(): number;
}
