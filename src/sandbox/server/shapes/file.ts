import type { StoredFile } from '../state/state.js';
import { filetypeOf, prettyTypeOf } from '../workspace/files.js';
import type { World } from '../world.js';

/** A file as `files.info` and messages give it. */
export function fileShape(world: World, file: StoredFile) {
  if (file.deleted) return { id: file.id, mode: 'tombstone' };
  const address = `${world.address()}/files-pri/${world.state.team.id}-${file.id}`;
  const name = encodeURIComponent(file.name);
  const shares = sharesOf(world, file);
  return {
    id: file.id,
    created: file.created,
    timestamp: file.created,
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: filetypeOf(file.name),
    pretty_type: prettyTypeOf(file.name),
    user: file.user,
    user_team: world.state.team.id,
    editable: false,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    external_type: '',
    is_public: shares.public.length > 0,
    public_url_shared: false,
    display_as_bot: false,
    username: '',
    url_private: `${address}/${name}`,
    url_private_download: `${address}/download/${name}`,
    permalink: `${world.address()}/files/${file.user}/${file.id}/${name}`,
    ...(file.altText && { alt_txt: file.altText }),
    comments_count: 0,
    is_starred: false,
    channels: shares.public,
    groups: shares.private,
    ims: shares.im,
    has_rich_preview: false,
    file_access: 'visible',
  };
}

function sharesOf(world: World, file: StoredFile) {
  const kind = (id: string) => world.state.channels[id]?.kind;
  const ids = Object.keys(file.shares);
  return {
    public: ids.filter((id) => kind(id) === 'public'),
    private: ids.filter((id) => kind(id) === 'private' || kind(id) === 'mpim'),
    im: ids.filter((id) => kind(id) === 'im'),
  };
}
