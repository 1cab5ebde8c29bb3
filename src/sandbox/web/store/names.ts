import { computed } from '@preact/signals';
import { upload } from '../api.js';
import type { Interact } from '../blocks/interact.js';
import type { Names } from '../blocks/names.js';
import { channels, rooms } from './channels.js';
import { people, staff } from './people.js';
import { goToChannel, openChannel } from './place.js';
import { ask, locale, me, now, timeZone } from './session.js';
import { dialog } from './ui.js';

/** What blocks need to know of the workspace. */
export const names = computed(
  (): Names => ({
    person: (id) => people.value.get(id),
    channel: (id) => channels.value.get(id),
    people: () => staff.value,
    channels: () => rooms.value,
    open: ({ person, channel }) => {
      if (channel) goToChannel(channel);
      else if (person) dialog.value = { kind: 'profile', person };
    },
    here: () => openChannel.peek()?.id,
    me: me.value,
    timeZone: timeZone.value,
    locale: locale.value,
    now,
  }),
);

/** What blocks may ask of the server. */
export const interact: Interact = {
  action: (call) => ask('action', call),
  suggest: (call) => ask('suggest', call),
  submit: (call) => ask('submit', call),
  close: (call) => ask('close', call),
  upload: (files) => upload(me.peek(), files),
};
