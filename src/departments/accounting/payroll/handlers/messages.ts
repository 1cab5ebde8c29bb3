import { channelTrouble } from '../../../../platform/channel-trouble.js';
import { claimOf } from '../../../../platform/claims.js';
import type { ActionVisit, Answer, FormVisit, OpenView, Visit } from '../../../../platform/doors/doors.js';
import { dayIn } from '../../../../platform/people/days.js';
import { draftOf, readDraft, ruleIn } from '../../../../platform/rule-form/draft.js';
import type { Room } from '../desk.js';
import { require } from '../desk.js';
import { messageFields } from '../message-ids.js';
import { defaultRules, type MessageKind, messageKind, toChannel } from '../messages/message.js';
import { datesOf } from '../service/message-dates.js';
import { keepMessage, pauseMessage, removeMessage, sayNow, seeMessage, seeMessages } from '../service/messages.js';
import { previewTo } from '../service/say-message.js';
import { readWords } from '../views/message-answers.js';
import { messageClaim, messageForm } from '../views/message-form.js';
import { messagesView, pauseClaim } from '../views/messages.js';
import { no, words } from '../words.js';

/** What the payroll says by the calendar: listed, set with its next dates in sight, paused, tried, and taken away. */
export function messageHandlers({ desk, office }: Room) {
  const list = (visit: Visit, news?: string) =>
    desk.look(async (at) =>
      messagesView(words.in(visit.language), await seeMessages(at, visit.person.id), at.office.timeZone, news),
    );

  const filled = (visit: Visit, view: OpenView, haveChanged = false) => {
    const say = words.in(visit.language);
    const { id, kind } = claimed(view.privateMetadata);
    return desk.look(async (at) => {
      await require(at, 'keepMessages', visit.person.id);
      const draft = readDraft(view, defaultRules[kind], String(dayIn(at.office.timeZone, at.now)));
      const read = ruleIn(visit.language, draft);
      const rule = 'rule' in read ? read.rule : null;
      const dates = rule ? datesOf(at, rule) : [];
      const { timeZone } = at.office;
      const shown = { id, kind, ...readWords(view, kind), draft, rule, dates, timeZone, haveChanged };
      return messageForm(say, shown);
    });
  };

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await list(visit) }),

    add: async (visit: ActionVisit): Promise<Answer> => {
      const kind = messageKind.safeParse(visit.value);
      if (!kind.success) throw no('messages.refused.gone');
      return { push: await begin(visit, kind.data) };
    },

    edit: async (visit: ActionVisit): Promise<Answer> =>
      desk.look(async (at) => {
        const message = await seeMessage(at, visit.person.id, visit.value);
        const draft = draftOf(message.rule, String(dayIn(at.office.timeZone, at.now)));
        const dates = datesOf(at, message.rule);
        return {
          push: messageForm(words.in(visit.language), { ...message, draft, dates, timeZone: at.office.timeZone }),
        };
      }),

    redraw: async (visit: ActionVisit): Promise<Answer> => {
      if (!visit.view) throw no('messages.refused.gone');
      return { update: await filled(visit, visit.view) };
    },

    save: async (visit: FormVisit): Promise<Answer> => {
      const say = words.in(visit.language);
      const { id, kind, shown } = claimed(visit.view.privateMetadata);
      const today = await desk.look(async ({ office: settings, now }) => String(dayIn(settings.timeZone, now)));
      const read = ruleIn(visit.language, readDraft(visit.view, defaultRules[kind], today));
      const { channel, text } = readWords(visit.view, kind);
      const trouble = toChannel[kind] ? await channelTrouble(office.workspace, channel) : undefined;
      const errors = {
        ...('errors' in read && read.errors),
        ...(trouble && { [messageFields.channel]: say.plain(`messages.wrong.${trouble}`) }),
        ...(text === '' && { [messageFields.text]: say.plain('messages.wrong.text') }),
      };
      if ('errors' in read || Object.keys(errors).length > 0) return { errors };
      if (JSON.stringify(read.rule) !== shown) return { update: await filled(visit, visit.view, true) };
      await desk.work(visit.key, (at) =>
        keepMessage(at, visit.person.id, id, { kind, channel, text, rule: read.rule }),
      );
      return { beneath: await list(visit, say('messages.saved')) };
    },

    pause: async (visit: ActionVisit): Promise<Answer> => {
      const claim = claimOf(pauseClaim, visit.value);
      if (claim === null) throw no('messages.refused.gone');
      await desk.work(visit.key, (at) => pauseMessage(at, visit.person.id, claim.id, claim.isPaused));
      return { update: await list(visit) };
    },

    preview: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, async (at) => {
        const message = await seeMessage(at, visit.person.id, visit.value);
        await previewTo(at, visit.person.id, message, visit.key);
      });
      return { update: await list(visit, words.in(visit.language)('messages.previewed')) };
    },

    sendNow: async (visit: ActionVisit): Promise<Answer> => {
      const { lastSaid } = await desk.work(visit.key, (at) => sayNow(at, visit.person.id, visit.value, visit.key));
      const news = lastSaid === 'nothingToSay' ? 'messages.nothingNow' : 'messages.sentNow';
      return { update: await list(visit, words.in(visit.language)(news)) };
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => removeMessage(at, visit.person.id, visit.value));
      return { update: await list(visit, words.in(visit.language)('messages.removed')) };
    },
  };

  function begin(visit: Visit, kind: MessageKind) {
    return desk.look(async (at) => {
      await require(at, 'keepMessages', visit.person.id);
      const rule = defaultRules[kind];
      const draft = draftOf(rule, String(dayIn(at.office.timeZone, at.now)));
      const form = { id: null, kind, channel: null, text: null, draft, rule, dates: datesOf(at, rule) };
      return messageForm(words.in(visit.language), { ...form, timeZone: at.office.timeZone });
    });
  }
}

function claimed(metadata: string) {
  const claim = claimOf(messageClaim, metadata);
  if (claim === null) throw no('messages.refused.gone');
  return claim;
}
