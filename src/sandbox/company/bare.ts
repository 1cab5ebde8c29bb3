import type { Company } from './company.js';

/** The smallest company: for tests. */
export const bare: Company = {
  team: { name: 'Quiet Street', domain: 'quiet-street' },
  people: [
    {
      name: 'hazel',
      realName: 'Hazel Finch',
      title: 'Managing director',
      department: 'Management',
      language: 'en',
      color: '7b4f2e',
      isAdmin: true,
      isOwner: true,
    },
    {
      name: 'robin',
      realName: 'Robin Heron',
      title: 'Head of IT',
      department: 'IT',
      manager: 'hazel',
      language: 'en',
      color: '2b6f8a',
    },
    {
      name: 'ana',
      realName: 'Ana Albastru',
      title: 'Shop floor supervisor',
      department: 'Shop floor',
      manager: 'hazel',
      language: 'ro',
      color: '2a5fb0',
    },
    {
      name: 'jay',
      realName: 'Jay Juniper',
      title: 'Front desk lead',
      department: 'Front desk',
      manager: 'hazel',
      language: 'en',
      color: '33638f',
    },
  ],
  rooms: [
    { name: 'general', isGeneral: true, hasApp: true, topic: '', purpose: 'For everyone' },
    {
      name: 'it-triage',
      isPrivate: true,
      hasApp: true,
      members: ['robin', 'hazel'],
      topic: '',
      purpose: 'Where IT takes its tickets',
    },
  ],
  talk: [],
};
