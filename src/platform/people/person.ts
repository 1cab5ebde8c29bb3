import type { Temporal } from '../time.js';
import type { Language } from '../words/words.js';

/** Somebody in the workspace, as Slack tells us of them. */
export interface Person {
  /** Slack's user id, `U…` or `W…`. */
  id: string;
  /** The name shown to colleagues: display name, else real name. Not escaped. */
  name: string;
  /** In small letters; null where Slack doesn't tell it. */
  email: string | null;
  /** What the person chose with `/backoffice language`, else what their Slack locale says. */
  language: Language;
  /** IANA name, such as `Europe/Bucharest`. */
  timeZone: string;
  /** Slack's id of their manager, from the profile field named "Manager". */
  managerId: string | null;
  title: string | null;
  department: string | null;
  /** Workspace admins and owners set up the office. */
  isAdmin: boolean;
  isBot: boolean;
  /** When Slack said that the account was deactivated; null while they work here. */
  deactivatedAt: Temporal.Instant | null;
}

export interface Absence {
  id: string;
  personId: string;
  /** First and last day away, both inclusive, in the person's own zone. */
  from: Temporal.PlainDate;
  until: Temporal.PlainDate;
  note: string | null;
}

/** Reads inside a transaction. People come from Slack; nobody else writes them. */
export interface People {
  get(id: string): Promise<Person | null>;
  many(ids: readonly string[]): Promise<Person[]>;
  /** Who works here under these addresses, in small letters: address → person. */
  withEmails(emails: readonly string[]): Promise<Map<string, Person>>;
  /** Everyone who sets up the office. */
  admins(): Promise<Person[]>;
  /** Of those given, who is away at that moment: an absence, or a Slack status that says vacation or sick. */
  awayAmong(ids: readonly string[], at: Temporal.Instant): Promise<Set<string>>;
  /** Of those given, who says in Slack that they are in a meeting or on another call. */
  busyAmong(ids: readonly string[], at: Temporal.Instant): Promise<Set<string>>;
  /** Those that end on that day or later, the first to begin first. */
  absencesOf(ids: readonly string[], since: Temporal.PlainDate): Promise<Absence[]>;
  addAbsence(absence: Omit<Absence, 'id'>): Promise<Absence>;
  removeAbsence(id: string, personId: string): Promise<boolean>;
  chooseLanguage(id: string, language: Language | null): Promise<void>;
}

export interface StaffMember {
  personId: string;
  role: string;
  /** When work was last handed to them in turn; the longest waiting comes first. */
  lastTurnAt: Temporal.Instant | null;
}

/** Who staffs which desk, and as what. A desk is named as its folder: `it.help-desk`. */
export interface Staff {
  of(desk: string): Promise<StaffMember[]>;
  rolesOf(desk: string, personId: string): Promise<string[]>;
  /** Replaces everyone who holds that role. Returns who came and who went. */
  appoint(desk: string, role: string, personIds: readonly string[]): Promise<{ added: string[]; removed: string[] }>;
  /** The same staff, held: whoever else hands out work there in turn waits until this piece of work is done. */
  hold(desk: string): Promise<StaffMember[]>;
  /** Puts them behind all others, also behind those who took theirs at the same moment. */
  tookTurn(desk: string, personId: string, at: Temporal.Instant): Promise<void>;
}
