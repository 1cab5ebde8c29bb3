import { FindDialog } from '../find/FindDialog.js';
import { DialogBox } from '../parts/DialogBox.js';
import { Form } from '../parts/Form.js';
import { MessageSomeoneDialog, PeopleDialog, ProfileDialog } from '../people/PeopleDialogs.js';
import { StatusDialog } from '../people/StatusDialog.js';
import { BrowseDialog } from '../rooms/BrowseDialog.js';
import { MembersDialog } from '../rooms/MembersDialog.js';
import { CreateDialog, RenameDialog } from '../rooms/RoomForms.js';
import { type Dialog, dialog } from '../store/ui.js';

export function Dialogs() {
  const open = dialog.value;
  return open && <Shown key={open.kind} open={open} />;
}

function Shown({ open }: { open: Dialog }) {
  switch (open.kind) {
    case 'browse':
      return <BrowseDialog />;
    case 'create':
      return <CreateDialog />;
    case 'message-someone':
      return <MessageSomeoneDialog />;
    case 'rename':
      return <RenameDialog channel={open.channel} />;
    case 'members':
      return <MembersDialog channel={open.channel} />;
    case 'confirm':
      return <Confirm {...open} />;
    case 'status':
      return <StatusDialog />;
    case 'people':
      return <PeopleDialog />;
    case 'profile':
      return <ProfileDialog person={open.person} />;
    case 'find':
      return <FindDialog />;
  }
}

function Confirm({ title, text, button, act }: Extract<Dialog, { kind: 'confirm' }>) {
  return (
    <DialogBox title={title}>
      <Form button={button} onSend={act} danger>
        <p>{text}</p>
      </Form>
    </DialogBox>
  );
}
