export type { Form, Sent } from './form.js';
export type { Seen } from './message.js';
export { type AtThePage, enter, type Look } from './person.js';
