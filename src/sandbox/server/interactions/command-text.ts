import { findChannel } from '../workspace/channels.js';
import type { World } from '../world.js';

/** Names become references: `@ana` → `<@U…|ana>`, `#general` → `<#C…|general>`. */
export function escaped(world: World, text: string, viewer: string): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => userReference(world, id))
    .replace(/<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g, (_all, id: string) => channelReference(world, id))
    .replace(/(^|\s)@([\p{L}\p{N}._-]+)/gu, (all, before: string, name: string) => {
      const person = Object.values(world.state.people).find((one) => one.name === name.toLowerCase());
      return person ? `${before}${userReference(world, person.id)}` : all;
    })
    .replace(/(^|\s)#([\p{L}\p{N}_-]+)/gu, (all, before: string, name: string) => {
      const channel = findChannel(world, name, viewer);
      return channel ? `${before}${channelReference(world, channel.id)}` : all;
    })
    .replace(/(^|\s)(https?:\/\/[^\s<>]+)/g, '$1<$2>');
}

/** References become names again, for commands that don't ask for them. */
export function unescaped(world: World, text: string): string {
  return text
    .replace(/<@([UW][A-Z0-9]+)(?:\|[^>]*)?>/g, (all, id: string) => `@${world.state.people[id]?.name ?? all}`)
    .replace(/<#([CG][A-Z0-9]+)(?:\|[^>]*)?>/g, (all, id: string) => `#${world.state.channels[id]?.name ?? all}`);
}

const userReference = (world: World, id: string) => `<@${id}|${world.state.people[id]?.name ?? ''}>`;
const channelReference = (world: World, id: string) => `<#${id}|${world.state.channels[id]?.name ?? ''}>`;
