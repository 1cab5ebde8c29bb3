import type { WebClient } from '@slack/web-api';
import type { PersonHeardOf } from '../../platform/people/remember.js';
import type { Log } from '../log.js';
import { troubleOf } from '../trouble.js';
import {
  describeUser,
  type FieldIds,
  readFields,
  recogniseFields,
  type SlackUser,
  slackUser,
  teamProfile,
  userProfile,
} from './profile.js';

const FIELDS_KNOWN_MS = 60 * 60_000;

/** Asks Slack about people, with the profile fields that the company added. */
export class SlackPeople {
  #fields: { ids: Promise<FieldIds>; askedAt: number } | undefined;

  constructor(
    private readonly client: WebClient,
    private readonly log: Log,
  ) {}

  async describe(id: string): Promise<PersonHeardOf> {
    const [answer, fields] = await Promise.all([
      this.client.users.info({ user: id, include_locale: true }),
      this.fieldsOf(id),
    ]);
    return { ...describeUser(slackUser.parse(answer.user)), ...fields };
  }

  /** Without the fields when Slack won't tell them: a person without a known manager can still ask for help. */
  async fieldsOf(id: string): Promise<Pick<PersonHeardOf, 'managerId' | 'department'>> {
    try {
      const ids = await this.#fieldIds();
      if (Object.keys(ids).length === 0) return {};
      return readFields(ids, userProfile.parse(await this.client.users.profile.get({ user: id })));
    } catch (error) {
      const trouble = troubleOf(error);
      if (trouble.kind === 'limited') throw error;
      this.log.debug({ person: id, trouble }, 'no profile fields');
      return {};
    }
  }

  /** Everybody, a page at a time. */
  async page(cursor: string | undefined): Promise<{ users: SlackUser[]; next: string | undefined }> {
    const page = await this.client.users.list({ include_locale: true, limit: 200, ...(cursor && { cursor }) });
    const users = (page.members ?? []).map((member) => slackUser.parse(member));
    return { users, next: page.response_metadata?.next_cursor || undefined };
  }

  #fieldIds(): Promise<FieldIds> {
    const askedAt = performance.now();
    if (!this.#fields || askedAt - this.#fields.askedAt > FIELDS_KNOWN_MS) {
      const ids = this.client.team.profile.get({}).then((answer) => recogniseFields(teamProfile.parse(answer)));
      this.#fields = { ids, askedAt };
      ids.catch(() => {
        this.#fields = undefined;
      });
    }
    return this.#fields.ids;
  }
}
