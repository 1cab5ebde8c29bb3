import { useEffect, useRef } from 'preact/hooks';
import { Avatar } from '../parts/Avatar.js';
import { Icon } from '../parts/Icon.js';
import { t } from '../store/session.js';
import type { Candidate } from './candidates.js';

interface CompletionListProps {
  id: string;
  candidates: Candidate[];
  at: number;
  onChoose(candidate: Candidate): void;
}

export function CompletionList({ id, candidates, at, onChoose }: CompletionListProps) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    list.current?.querySelector('[aria-selected=true]')?.scrollIntoView({ block: 'nearest' });
  }, [at]);
  return (
    <div ref={list} id={id} class="completions" role="listbox" aria-label={t('complete.label')}>
      {candidates.map((candidate, index) => (
        <button
          type="button"
          key={candidate.id}
          id={`${id}-${index}`}
          role="option"
          tabIndex={-1}
          aria-selected={index === at}
          class="completion"
          onPointerDown={stayInText}
          onClick={() => onChoose(candidate)}
        >
          <Lead candidate={candidate} />
          <strong>{candidate.title}</strong>
          {candidate.usage && <span class="completion-usage">{candidate.usage}</span>}
          <small>{candidate.detail}</small>
        </button>
      ))}
    </div>
  );
}

/** A press on a line must not take the focus from the text. */
const stayInText = (event: PointerEvent): void => event.preventDefault();

function Lead({ candidate: { lead } }: { candidate: Candidate }) {
  if ('person' in lead) return <Avatar person={lead.person} size={22} />;
  if ('icon' in lead) return <Icon name={lead.icon} />;
  return (
    <span class="completion-char" aria-hidden="true">
      {lead.char}
    </span>
  );
}
