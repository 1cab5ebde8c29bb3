export type { Form } from './form.js';
export type { Seen } from './message.js';
export { type AtThePage, enter } from './person.js';
