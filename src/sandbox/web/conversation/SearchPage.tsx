import { useSignal } from '@preact/signals';
import { useEffect } from 'preact/hooks';
import type { MessageView } from '../../protocol.js';
import { Mrkdwn } from '../blocks/index.js';
import { Avatar } from '../parts/Avatar.js';
import { PlaceLink } from '../parts/PlaceLink.js';
import type { Place } from '../store/address.js';
import { channels, labelOf } from '../store/channels.js';
import { isReply } from '../store/conversation.js';
import { names } from '../store/names.js';
import { nameOf } from '../store/people.js';
import { go } from '../store/place.js';
import { ask, reader, sentence, t } from '../store/session.js';
import { momentOf } from '../text/dates.js';
import { authorPerson } from './author.js';
import { HeaderBar } from './Header.js';

/** Messages of all conversations that the person may read. The query stands in the address. */
export function SearchPage({ query }: { query: string }) {
  const found = useSignal<MessageView[] | null>(null);
  const error = useSignal('');
  useEffect(() => {
    let asked = true;
    found.value = null;
    if (query)
      void ask('search', { query }).then((answer) => {
        if (!asked) return;
        error.value = answer.ok ? '' : sentence(answer.error);
        found.value = answer.ok ? answer.messages : [];
      });
    return () => {
      asked = false;
    };
  }, [query]);
  return (
    <>
      <HeaderBar>
        <h1 class="main-title">{t('search.title')}</h1>
      </HeaderBar>
      <SearchForm query={query} />
      <div class="search-results">
        {error.value && <p class="error">{error.value}</p>}
        {found.value && <p role="status">{t('search.found', { count: found.value.length })}</p>}
        <ul aria-label={t('search.title')}>
          {found.value?.map((message) => (
            <Result key={`${message.channel}/${message.ts}`} message={message} />
          ))}
        </ul>
      </div>
    </>
  );
}

function SearchForm({ query }: { query: string }) {
  const send = (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.currentTarget instanceof HTMLFormElement)) return;
    const asked = String(new FormData(event.currentTarget).get('query') ?? '').trim();
    go({ kind: 'search', query: asked });
  };
  return (
    <search>
      <form class="search-form" onSubmit={send}>
        <input
          name="query"
          type="search"
          defaultValue={query}
          aria-label={t('search.label')}
          placeholder={t('search.label')}
        />
        <button type="submit" class="button primary">
          {t('search.button')}
        </button>
      </form>
    </search>
  );
}

function Result({ message }: { message: MessageView }) {
  const channel = channels.value.get(message.channel);
  const author = authorPerson(message);
  const to: Place = isReply(message)
    ? { kind: 'channel', channel: message.channel, thread: message.thread_ts ?? message.ts }
    : { kind: 'channel', channel: message.channel, message: message.ts };
  return (
    <li class="result">
      <Avatar person={author} size={32} />
      <div>
        <p class="message-head">
          <PlaceLink to={to}>{channel ? labelOf(channel) : message.channel}</PlaceLink>
          <strong>{nameOf(author)}</strong>
          <small class="time">{momentOf(Number(message.ts) * 1000, reader.value)}</small>
        </p>
        <Mrkdwn text={message.text} names={names.value} />
      </div>
    </li>
  );
}
