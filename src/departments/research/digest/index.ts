import { lineOption } from '../../../platform/charts/chart.js';
import { drawChart } from '../../../platform/charts/draw.js';
import type { Desk } from '../../../platform/doors/doors.js';
import type { Office } from '../../../platform/office.js';
import type { DocumentSource } from '../../../platform/outbox/documents.js';
import type { Words } from '../../../platform/words/define.js';
import { digestCommand } from './commands.js';
import { atDesk, readingDesk } from './desk.js';
import { DESK } from './feed.js';
import { ownHandlers } from './handlers/own.js';
import { readHandlers } from './handlers/read.js';
import { drawList, OPML, sourceHandlers } from './handlers/sources.js';
import { ids } from './ids.js';
import { jobs } from './jobs.js';
import { CHART } from './letters/edition.js';
import { forget } from './service/forget.js';
import { movesOf } from './service/markets.js';
import { setup } from './setup.js';
import { timersOf } from './timers.js';
import { chartText, drawable, movesChart } from './views/chart.js';
import { words } from './words.js';

/** The digest: every working day one message says what moved and what is new, each line with its source. */
export function digest(office: Office): Desk {
  const room = { office, desk: atDesk(office) };
  const read = readHandlers(room);
  const sources = sourceHandlers(room);
  const own = ownHandlers(room);

  return {
    name: DESK,
    words: words as Words,
    title: 'title',
    about: 'about',
    commands: [digestCommand({ read, sources, own })],
    forms: {
      [ids.addForm]: sources.submitAdd,
      [ids.listForm]: sources.takeList,
      [ids.followForm]: own.saveFollow,
      [ids.watchForm]: own.saveWatch,
      [ids.settingsForm]: own.saveSettings,
    },
    actions: {
      [ids.openEdition]: read.openEdition,
      [ids.stories]: read.turn,
      [ids.later]: read.putAside,
      [ids.sources]: sources.turn,
      [ids.addFeed]: sources.openAdd,
      [ids.feed]: sources.change,
      [ids.follow]: own.openFollow,
      [ids.unwatch]: own.unwatch,
    },
    opensForm: [ids.openEdition, ids.stories, ids.sources, ids.follow],
    jobs,
    timers: timersOf(office, room.desk),
    documents: { [CHART]: drawMoves, [OPML]: drawList },
    home: { order: 60, blocks: read.home },
    setup: { ...setup, more: { label: 'setup.more', open: own.settings } },
    forget,
  };
}

/** The rates of the followed currencies, as they are when the message is sent. */
const drawMoves: DocumentSource = async (look, _day, language) => {
  const say = words.in(language);
  const moves = drawable(await movesOf(await readingDesk(look)));
  if (moves.length === 0) return null;
  const bytes = await drawChart(lineOption(movesChart(say, moves)));
  return { name: 'rates.png', title: chartText(say, moves), bytes };
};
