/** A company as data: who works there, where they talk, and what they said lately. */
export interface Company {
  team: { name: string; domain: string };
  people: Employee[];
  rooms: Room[];
  /** Oldest first. */
  talk: Line[];
}

export interface Employee {
  /** The handle, by which the rest of the company's data refers to them. */
  name: string;
  realName: string;
  title: string;
  department: string;
  /** Whom they report to. */
  manager?: string;
  language: 'en' | 'ro';
  color: string;
  isAdmin?: boolean;
  isOwner?: boolean;
  isAway?: boolean;
}

export interface Room {
  name: string;
  isPrivate?: boolean;
  isGeneral?: boolean;
  topic: string;
  purpose: string;
  /** Handles; absent: everyone. */
  members?: string[];
  /** Whether the app is in it from the start. */
  hasApp?: boolean;
}

export interface Line {
  room: string;
  from: string;
  /** Office days before the newest one, and the time in London. */
  daysAgo: number;
  at: string;
  text: string;
  /** A name for this line, so that others can answer it. */
  key?: string;
  /** The key of the line that this one answers. */
  answers?: string;
  reactions?: Record<string, string[]>;
}
