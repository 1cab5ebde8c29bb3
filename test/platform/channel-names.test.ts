import { withChannelNames } from '../../src/platform/channel-names.js';

const channels = new Map([
  ['C1', { name: 'general', isPrivate: false }],
  ['G1', { name: 'redundancies', isPrivate: true }],
]);
const workspace = {
  channel: async (id: string) => {
    const known = channels.get(id);
    return known ? { id, ...known, isArchived: false, isMember: true } : null;
  },
};

describe('a channel that somebody mentions', () => {
  it.each([
    ['is named', 'see <#C1> and <#C1|>', 'see <#C1|general> and <#C1|general>'],
    ['keeps the name that Slack gave it', '<#C1|the-old-name>', '<#C1|the-old-name>'],
    ['keeps its name to its members when it is private', '<#G1>', '<#G1>'],
    ['stays as it is when nobody knows it', '<#C9> <@U1>', '<#C9> <@U1>'],
  ])('%s', async (_, typed, named) => {
    expect(await withChannelNames(workspace, typed)).toBe(named);
  });
});
