import { z } from 'zod';
import { refuse } from '../refusal.js';
import { flag, text } from './args.js';
import { method } from './method.js';

const anything = z.looseObject({});

const apiTest = method(
  { name: 'api.test', scopes: [], tier: 'none', token: 'none', errors: [], args: anything },
  (_world, args) => {
    const { token: _token, ...rest } = args;
    if (typeof rest.error === 'string') return { ok: false, error: rest.error, args: rest };
    return { args: rest };
  },
);

const authTest = method({ name: 'auth.test', scopes: [], tier: 'none', errors: [], args: anything }, (world) => {
  const { team, app, people } = world.state;
  return {
    url: `${world.address()}/`,
    team: team.name,
    user: people[app.botUserId]?.name ?? '',
    team_id: team.id,
    user_id: app.botUserId,
    bot_id: app.botId,
    is_enterprise_install: false,
  };
});

const teamInfo = method({ name: 'team.info', scopes: ['team:read'], tier: 3, errors: [], args: anything }, (world) => {
  const { id, name, domain } = world.state.team;
  return {
    team: {
      id,
      name,
      url: `${world.address()}/`,
      domain,
      email_domain: `${domain}.example`,
      icon: { image_default: true },
    },
  };
});

const emoji = method(
  {
    name: 'emoji.list',
    scopes: ['emoji:read'],
    tier: 2,
    errors: [],
    args: z.object({ include_categories: flag.optional() }),
  },
  () => ({ emoji: {}, cache_ts: '0' }),
);

const botInfo = method(
  {
    name: 'bots.info',
    scopes: ['users:read'],
    tier: 3,
    errors: ['bot_not_found'],
    args: z.object({ bot: text.optional() }),
  },
  (world, args) => {
    const { botId, id, botUserId } = world.state.app;
    if (args.bot && args.bot !== botId) refuse('bot_not_found');
    return {
      bot: {
        id: botId,
        deleted: false,
        name: world.manifest.name,
        updated: 0,
        app_id: id,
        user_id: botUserId,
        icons: {},
      },
    };
  },
);

const groups = method(
  { name: 'usergroups.list', scopes: ['usergroups:read'], tier: 2, errors: [], args: anything },
  () => ({ usergroups: [] }),
);

export const team = [apiTest, authTest, teamInfo, emoji, botInfo, groups];
