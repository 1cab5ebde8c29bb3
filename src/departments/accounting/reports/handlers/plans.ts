import { channelTrouble } from '../../../../platform/channel-trouble.js';
import { claimOf } from '../../../../platform/claims.js';
import type {
  ActionVisit,
  Answer,
  CommandVisit,
  FormVisit,
  OpenView,
  Visit,
} from '../../../../platform/doors/doors.js';
import { readableText } from '../../../../platform/mrkdwn.js';
import { draftOf, readDraft, ruleIn } from '../../../../platform/rule-form/draft.js';
import { type Reading, standingsOf, todayOf } from '../desk.js';
import { may } from '../permissions.js';
import { defaultRule, type Plan } from '../report.js';
import {
  datesOf,
  keepPlan,
  pausePlan,
  planCalled,
  removePlan,
  seePlan,
  seePlans,
  sourceFor,
} from '../service/plans.js';
import { readableBy, titleOf } from '../service/sources.js';
import { homeBlocks } from '../views/home.js';
import { type PlanDraft, planClaim, planForm, readPlan } from '../views/plan-form.js';
import { pauseClaim, plansView } from '../views/plans.js';
import { no } from '../words.js';
import { numberIn, type Room, redrawn, sayFor, shown } from './room.js';
import type { runHandlers } from './runs.js';

/** Reports as people want them: listed, made, changed, paused and taken away. */
export function planHandlers({ office, desk }: Room, runs: ReturnType<typeof runHandlers>) {
  const list = (visit: Visit, { page = 0, news }: { page?: number; news?: string } = {}) =>
    desk.look(async (at) => {
      const offered = await readableBy(at.look, at.sources, visit.person.id);
      const keepsLedgers = may('keepLedgers', await standingsOf(at, visit.person.id));
      const plans = await seePlans(at, visit.person.id);
      const { timeZone } = at.office;
      return plansView(sayFor(visit), { plans, offered, keepsLedgers, timeZone, page, ...(news && { news }) });
    });
  const pageOf = (visit: ActionVisit) => numberIn(visit.view?.privateMetadata);

  const filled = (visit: Visit, view: OpenView, haveChanged = false) =>
    desk.look(async (at) => {
      const { id, source } = claimed(view.privateMetadata);
      const offered = await sourceFor(at, visit.person.id, source);
      const draft = readPlan(view, await usualDraft(at, visit, source));
      const ruleDraft = readDraft(view, defaultRule[draft.period], String(todayOf(at)));
      const read = ruleIn(visit.language, ruleDraft);
      const rule = 'rule' in read ? read.rule : null;
      const dates = rule ? datesOf(at, rule) : [];
      return planForm(sayFor(visit), {
        ...{ id, offered, draft, ruleDraft, rule, dates, haveChanged, timeZone: at.office.timeZone },
      });
    });

  async function usualDraft(at: Reading, visit: Visit, source: string): Promise<PlanDraft> {
    const offered = await sourceFor(at, visit.person.id, source);
    const { isPrivate, isYearly } = offered.source;
    const channel = isPrivate ? null : at.settings.channel;
    return {
      ...{ name: titleOf(offered, visit.language), period: isYearly ? 'year' : 'week', channel },
      ...{ people: channel ? [] : [visit.person.id], isTimed: true, skipsEmpty: true },
    };
  }

  return {
    open: async (visit: Visit): Promise<Answer> => ({ open: await list(visit) }),
    openShown: async (visit: ActionVisit): Promise<Answer> => shown(visit, await list(visit)),
    home: (visit: Visit) =>
      desk.look(async (at) => {
        const offered = await readableBy(at.look, at.sources, visit.person.id);
        const plans = await seePlans(at, visit.person.id);
        return offered.length + plans.length > 0 ? homeBlocks(sayFor(visit), plans, at.office.timeZone) : [];
      }),
    turn: async (visit: ActionVisit): Promise<Answer> =>
      redrawn(visit, await list(visit, { page: numberIn(visit.value) })),

    /** `/report <name>`: what it comes to now; nothing, or nothing known: all of them. */
    called: async (visit: CommandVisit): Promise<Answer> => {
      const typed = readableText(visit.text).trim();
      if (typed === '') return { open: await list(visit) };
      const plan = await desk.look((at) => planCalled(at, visit.person.id, typed));
      return { open: await runs.figures(visit, plan) };
    },

    add: async (visit: ActionVisit): Promise<Answer> => {
      const form = await desk.look(async (at) => {
        const offered = await sourceFor(at, visit.person.id, visit.value);
        const draft = await usualDraft(at, visit, visit.value);
        const rule = defaultRule[draft.period];
        const [ruleDraft, dates] = [draftOf(rule, String(todayOf(at))), datesOf(at, rule)];
        return planForm(sayFor(visit), {
          ...{ id: null, offered, draft, ruleDraft, rule, dates, timeZone: at.office.timeZone },
        });
      });
      return shown(visit, form);
    },

    edit: async (visit: ActionVisit): Promise<Answer> => {
      const form = await desk.look(async (at) => {
        const plan = await seePlan(at, visit.person.id, visit.value);
        const offered = await sourceFor(at, visit.person.id, plan.source);
        const rule = plan.rule ?? defaultRule[plan.period];
        const [ruleDraft, dates] = [draftOf(rule, String(todayOf(at))), datesOf(at, rule)];
        const draft = { ...plan, isTimed: plan.rule !== null };
        return planForm(sayFor(visit), {
          ...{ id: plan.id, offered, draft, ruleDraft, rule, dates, timeZone: at.office.timeZone },
        });
      });
      return shown(visit, form);
    },

    redraw: async (visit: ActionVisit): Promise<Answer> => {
      if (!visit.view) throw no('refused.noPlan');
      return { update: await filled(visit, visit.view) };
    },

    save: async (visit: FormVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const { id, source, shown: shownRule } = claimed(visit.view.privateMetadata);
      const { draft, today } = await desk.look(async (at) => ({
        draft: readPlan(visit.view, await usualDraft(at, visit, source)),
        today: String(todayOf(at)),
      }));
      const read = ruleIn(visit.language, readDraft(visit.view, defaultRule[draft.period], today));
      const trouble = draft.channel === null ? undefined : await channelTrouble(office.workspace, draft.channel);
      const errors = {
        ...(draft.isTimed && 'errors' in read && read.errors),
        ...(draft.name === '' && { name: say.plain('plan.noName') }),
        ...(trouble && { channel: say.plain(`plan.${trouble}`) }),
      };
      if (Object.keys(errors).length > 0) return { errors };
      const rule = draft.isTimed && 'rule' in read ? read.rule : null;
      if (rule && JSON.stringify(rule) !== shownRule) return { update: await filled(visit, visit.view, true) };
      const { name, period, channel, people, skipsEmpty } = draft;
      await desk.work(visit.key, (at) =>
        keepPlan(at, visit.person.id, id, { name, source, period, channel, people, rule, skipsEmpty }),
      );
      return { beneath: await list(visit, { news: say('plans.saved') }) };
    },

    pause: async (visit: ActionVisit): Promise<Answer> => {
      const claim = claimOf(pauseClaim, visit.value);
      if (!claim) throw no('refused.noPlan');
      await desk.work(visit.key, (at) => pausePlan(at, visit.person.id, claim.id, claim.isPaused));
      return redrawn(visit, await list(visit, { page: pageOf(visit) }));
    },

    remove: async (visit: ActionVisit): Promise<Answer> => {
      await desk.work(visit.key, (at) => removePlan(at, visit.person.id, visit.value));
      return redrawn(visit, await list(visit, { page: pageOf(visit), news: sayFor(visit)('plans.removed') }));
    },

    /** What it comes to now, in a form. */
    look: async (visit: ActionVisit): Promise<Answer> => {
      const plan = await seen(visit);
      return shown(visit, await runs.figures(visit, plan));
    },

    /** The message, the picture and the table, to whoever asks. */
    preview: async (visit: ActionVisit): Promise<Answer> => {
      await runs.preview(visit, await seen(visit));
      return redrawn(visit, await list(visit, { page: pageOf(visit), news: sayFor(visit)('plans.previewed') }));
    },

    sendNow: async (visit: ActionVisit): Promise<Answer> => {
      const say = sayFor(visit);
      const run = await runs.sendNow(visit, await seen(visit));
      const news = run?.reason ? say(`plans.notSent.${run.reason}`) : say('plans.sent');
      // From the message that told of a failure, nothing is open that could be drawn anew.
      if (!visit.view) return { say: { text: news } };
      return redrawn(visit, await list(visit, { page: pageOf(visit), news }));
    },
  };

  function seen(visit: ActionVisit): Promise<Plan> {
    return desk.look((at) => seePlan(at, visit.person.id, visit.value));
  }
}

function claimed(metadata: string) {
  const claim = claimOf(planClaim, metadata);
  if (!claim) throw no('refused.noPlan');
  return claim;
}
