import { Mrkdwn } from '../blocks/index.js';
import { Icon } from '../parts/Icon.js';
import { names } from '../store/names.js';
import { t } from '../store/session.js';
import type { Notice } from '../text/rows.js';

/** In Slack such a line comes from Slackbot, and goes with the next reload. */
export function NoticeLine({ notice }: { notice: Notice }) {
  return (
    <div class="notice" role="note">
      <span class="notice-mark">
        <Icon name="bolt" />
      </span>
      <div>
        <p class="message-above">{t('notice.only-you')}</p>
        <Mrkdwn text={notice.text} names={names.value} />
      </div>
    </div>
  );
}
