import type { PlanBlock, TaskCardBlock } from '@slack/types';
import { Link } from '../inline/Link.js';
import { useKit } from '../kit.js';
import { Icon, type IconName } from '../parts/Icon.js';
import { RichText } from '../richtext/RichText.js';
import type { Key } from '../words/index.js';

const states: Record<string, { icon: IconName; key: Key }> = {
  pending: { icon: 'waiting', key: 'task.pending' },
  in_progress: { icon: 'waiting', key: 'task.in_progress' },
  complete: { icon: 'done', key: 'task.complete' },
  error: { icon: 'cross', key: 'task.error' },
};

export function TaskCard({ block }: { block: TaskCardBlock }) {
  const { names, say } = useKit();
  const state = states[block.status] ?? { icon: 'waiting', key: 'task.pending' };
  const { details, output, sources } = block;
  const head = (
    <>
      <span class="bk-task-icon" role="img" aria-label={say(state.key)} title={say(state.key)}>
        <Icon name={state.icon} />
      </span>
      <span>{block.title}</span>
    </>
  );
  if (!details && !output && !sources?.length) return <div class={`bk-task bk-task-${block.status}`}>{head}</div>;
  return (
    <details class={`bk-task bk-task-${block.status}`}>
      <summary>{head}</summary>
      {details && <RichText block={details} names={names} />}
      {output && <RichText block={output} names={names} />}
      {sources && sources.length > 0 && (
        <div class="bk-hint">
          {say('task.sources')}:{' '}
          {sources.map((source, index) => (
            <span key={source.url}>
              {index > 0 && ', '}
              <Link url={source.url}>{source.text}</Link>
            </span>
          ))}
        </div>
      )}
    </details>
  );
}

export function Plan({ block }: { block: PlanBlock }) {
  const { say } = useKit();
  const tasks = (block.tasks ?? []).filter(isTask);
  const done = tasks.filter((task) => task.status === 'complete').length;
  return (
    <section class="bk-plan">
      <div class="bk-plan-head">
        <strong>{block.title}</strong> <span class="bk-hint">{say('plan.done', { done, all: tasks.length })}</span>
      </div>
      {tasks.map((task) => (
        <TaskCard key={task.task_id} block={task} />
      ))}
    </section>
  );
}

const isTask = (task: TaskCardBlock | Record<string, unknown>): task is TaskCardBlock =>
  'task_id' in task && 'title' in task && 'status' in task;
