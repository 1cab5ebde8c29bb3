import type { KnownBlock, ModalView } from '@slack/types';
import { answersOf } from '../../../../platform/answers.js';
import { actions, button, context, input, modal, section } from '../../../../platform/blocks.js';
import type { OpenView } from '../../../../platform/doors/doors.js';
import { escapeText } from '../../../../platform/mrkdwn.js';
import { fields, ids } from '../ids.js';
import { MAX_NAME } from '../service/projects.js';
import type { Project } from '../sheet.js';
import type { Say } from '../words.js';

/** So many fit with two blocks each; of more, the newest put away are left out. */
const SHOWN = 45;

/** What hours can be booked on. */
export const projectsView = (say: Say, projects: readonly Project[]): ModalView =>
  modal({
    callbackId: ids.projectsView,
    title: say.plain('projects.title'),
    close: say.plain('form.close'),
    blocks: [
      section(say('projects.about')),
      actions('add', [button(ids.addProject, say.plain('button.addProject'), { style: 'primary' })]),
      ...(projects.length === 0 ? [context(say('projects.none'))] : []),
      ...projects.slice(0, SHOWN).flatMap((project) => rows(say, project)),
      ...(projects.length > SHOWN ? [context(say('projects.more', { count: projects.length - SHOWN }))] : []),
    ],
  });

const rows = (say: Say, { id, name, archivedAt }: Project): KnownBlock[] => [
  section(archivedAt ? `~${escapeText(name)}~ · ${say('projects.archived')}` : `*${escapeText(name)}*`),
  actions(`project-${id}`, [
    ...(archivedAt ? [] : [button(ids.editProject, say.plain('button.rename'), { value: id })]),
    button(ids.archiveProject, say.plain(archivedAt ? 'button.reopenProject' : 'button.archiveProject'), {
      value: `${archivedAt ? 'reopen' : 'archive'}/${id}`,
    }),
  ]),
];

export const projectForm = (say: Say, project: Project | null): ModalView =>
  modal({
    callbackId: ids.projectForm,
    title: say.plain(project ? 'projects.rename' : 'projects.add'),
    submit: say.plain('day.save'),
    close: say.plain('form.close'),
    metadata: project?.id ?? '',
    blocks: [
      input(
        fields.name,
        say.plain('projects.name'),
        { type: 'plain_text_input', max_length: MAX_NAME, ...(project && { initial_value: project.name }) },
        { hint: say.plain('projects.nameHint') },
      ),
    ],
  });

/** A name is found by what is typed of it: it needs a letter, and no colon, after which a note begins. */
export function readProject(say: Say, { values, privateMetadata }: OpenView) {
  const name = String(answersOf(values)[fields.name] ?? '')
    .trim()
    .replace(/\s+/g, ' ');
  const wrong = !/\p{L}/u.test(name) ? 'projects.noName' : name.includes(':') ? 'projects.unwritableName' : null;
  if (wrong) return { errors: { [fields.name]: say.plain(wrong) } };
  return { id: privateMetadata || null, name: name.slice(0, MAX_NAME) };
}
