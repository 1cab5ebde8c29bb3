import { batch } from '@preact/signals';
import type { Start } from '../../protocol.js';
import { call, listen, whoIsThere } from '../api.js';
import { languageOf } from '../words/words.js';
import { apply } from './changes.js';
import { channels, joinedRooms } from './channels.js';
import { forgetAll, forgetHistory } from './messages.js';
import { people } from './people.js';
import { go, here, place } from './place.js';
import { app, link, me, setClock, workspace } from './session.js';
import { forgetTraffic, loadTraffic } from './traffic.js';
import { dialog, inspectorOpen } from './ui.js';
import { home, views } from './views.js';

const goneErrors = new Set(['user_not_found', 'account_inactive']);
let stopListening: () => void = () => undefined;

/** Becomes a person: everything that the former one saw goes, and the page listens in the new one's name. */
export function enter(person: string): void {
  stopListening();
  if (person === '') return void enterAsSomebody();
  batch(() => {
    me.value = person;
    link.value = 'connecting';
    views.value = [];
    home.value = null;
    dialog.value = null;
    forgetAll();
  });
  stopListening = listen(person, {
    onChange: (change) => (change.type === 'reset' ? startAgain() : apply(change)),
    onOpen: () => void begin(),
    onLost: () => {
      link.value = 'lost';
    },
  });
}

/** Asks for everything that is on the first screen; after a lost connection, again. */
async function begin(): Promise<void> {
  const asked = me.peek();
  const answer = await call(asked, 'start', {});
  if (me.peek() !== asked) return;
  if (!answer.ok) {
    // The address names nobody who is here: they were deactivated, or the workspace was made anew.
    if (goneErrors.has(answer.error)) return enter('');
    link.value = 'lost';
    return;
  }
  batch(() => fill(answer));
  if (inspectorOpen.peek()) void loadTraffic();
}

function fill(start: Start): void {
  me.value = start.me;
  workspace.value = start.workspace;
  people.value = new Map(start.people.map((person) => [person.id, person]));
  channels.value = new Map(start.channels.map((channel) => [channel.id, channel]));
  app.value = start.app;
  views.value = start.views;
  setClock(start.clock);
  forgetHistory();
  link.value = 'on';
  if (place.peek().kind === 'nowhere' || !stillThere()) goToFirstRoom();
  else go(place.peek(), 'replace');
}

function stillThere(): boolean {
  const at = place.peek();
  return at.kind !== 'channel' || channels.peek().has(at.channel);
}

/** A wide page opens the first room; a phone begins with the list. */
function goToFirstRoom(): void {
  const room = joinedRooms.peek().find((channel) => channel.is_general) ?? joinedRooms.peek()[0];
  const narrow = matchMedia('(max-width: 760px)').matches;
  go(room && !narrow ? { kind: 'channel', channel: room.id } : { kind: 'nowhere' }, 'replace');
}

/** Nobody is named in the address: begin as an employee like most (heads come first), who speaks as the browser does. */
async function enterAsSomebody(): Promise<void> {
  const answer = await whoIsThere();
  const people = answer.ok ? answer.people : [];
  const like = people.findLast((person) => languageOf(person.locale) === languageOf(navigator.language));
  const person = like ?? people[0];
  if (person) return enter(person.id);
  link.value = 'lost';
  setTimeout(() => enter(here().as), 1_000);
}

function startAgain(): void {
  forgetTraffic();
  batch(() => {
    forgetAll();
    views.value = [];
    home.value = null;
  });
  void begin();
}

/** Two windows can be two people, so who one is stands in the address. */
export function becomePerson(person: string): void {
  if (person === me.peek()) return;
  enter(person);
  go(place.peek());
}

export function enterFromAddress(): void {
  const { as, place: to } = here();
  place.value = to;
  enter(as);
}

/** Back and Forward in the browser. */
export function followAddress(): void {
  const { as, place: to } = here();
  place.value = to;
  if (as && as !== me.peek()) enter(as);
}
