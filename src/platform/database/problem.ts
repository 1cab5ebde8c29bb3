/** Something about the database that a person must mend before the bot can start; the message says what and how. */
export class DatabaseProblem extends Error {
  override name = 'DatabaseProblem';
}

/** Another process has the embedded database's folder. */
export class FolderInUse extends DatabaseProblem {
  override name = 'FolderInUse';
}
