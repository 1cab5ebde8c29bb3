import { computed } from '@preact/signals';
import { channels, labelOf } from '../store/channels.js';
import { nameOf } from '../store/people.js';
import { openChannel } from '../store/place.js';
import { myself, t, workspace } from '../store/session.js';

/** Two windows can be two people, so a tab says whose it is, where, and whether something waits. */
export const unreadTitle = computed(() => {
  const waiting = [...channels.value.values()].reduce(
    (sum, channel) => sum + (channel.is_im ? channel.unread : channel.mentions),
    0,
  );
  const parts = [openChannel.value && labelOf(openChannel.value), nameOf(myself.value), workspace.value?.name];
  const title = [...parts, t('page.title')].filter(Boolean).join(' · ');
  return waiting > 0 ? `(${waiting}) ${title}` : title;
});
