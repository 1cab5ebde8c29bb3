import type { Line } from './company.js';

const day = 24 * 60;

/** What was said in the demo company before anyone looked. `@name` stands for a person. */
export const talk: Line[] = [
  {
    room: 'general',
    from: 'hazel',
    minutesAgo: 4 * day,
    text: 'Good morning everyone. The new delivery entrance opens on Monday; the old one stays locked from then on.',
    reactions: { '+1': ['jay', 'ana', 'olive'], tada: ['toma'] },
  },
  {
    room: 'random',
    from: 'linden',
    minutesAgo: 3 * day + 130,
    text: 'There is a heron on the quay again. No relation to @robin, I am told.',
    key: 'heron',
    reactions: { joy: ['wren', 'jay', 'mihai'] },
  },
  {
    room: 'random',
    from: 'robin',
    minutesAgo: 3 * day + 110,
    text: 'I can neither confirm nor deny.',
    answers: 'heron',
  },
  {
    room: 'managers',
    from: 'hazel',
    minutesAgo: 3 * day,
    text: 'Please send your holiday plans for December by the end of next week.',
  },
  {
    room: 'front-desk',
    from: 'corina',
    minutesAgo: 2 * day + 300,
    text: 'A courier left a parcel for Research at the desk.',
    key: 'parcel',
  },
  {
    room: 'front-desk',
    from: 'linden',
    minutesAgo: 2 * day + 280,
    text: 'Thank you, I will come down for it.',
    answers: 'parcel',
    reactions: { package: ['corina'] },
  },
  {
    room: 'hr-private',
    from: 'ilinca',
    minutesAgo: 2 * day,
    text: 'Contractul pentru noua colegă de la casă este gata de semnat.',
  },
  {
    room: 'shop-floor',
    from: 'ana',
    minutesAgo: 1 * day + 420,
    text: 'Livrarea de ceai a ajuns. Raftul 4 este liber pentru ea.',
    reactions: { tea: ['toma'] },
  },
  {
    room: 'general',
    from: 'wren',
    minutesAgo: 1 * day + 200,
    text: 'The first-aid course is on Thursday at 14:00 in the big meeting room. There are *three* places left.',
  },
  {
    room: 'it-triage',
    from: 'robin',
    minutesAgo: 1 * day + 60,
    text: 'Till 3 had its cable replaced. If it freezes again, it is the card reader.',
  },
  {
    room: 'it-triage',
    from: 'mihai',
    minutesAgo: 1 * day + 50,
    text: 'Am comandat deja un cititor de rezervă.',
    reactions: { eyes: ['robin'] },
  },
  {
    room: 'shop-floor',
    from: 'toma',
    minutesAgo: 190,
    text: 'Casa 3 merge din nou greu de azi-dimineață.',
    key: 'till',
  },
  {
    room: 'shop-floor',
    from: 'ana',
    minutesAgo: 180,
    text: 'Folosește casa 2 până una-alta. Scriu la IT.',
    answers: 'till',
  },
  {
    room: 'general',
    from: 'jay',
    minutesAgo: 75,
    text: 'Visitors from the harbour office arrive at three. Please keep the front lift free.',
  },
];
