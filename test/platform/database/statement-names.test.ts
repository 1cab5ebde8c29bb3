import { statementNames } from '../../../src/platform/database/statement-names.js';

describe('statements that the server keeps', () => {
  it('are those that come again, each under one name', () => {
    const nameOf = statementNames();
    expect(['SELECT 1', 'SELECT 2', 'SELECT 1', 'SELECT 2', 'SELECT 1'].map((sql) => nameOf({ sql }))).toEqual([
      ...['', '', 's1', 's2', 's1'],
    ]);
  });

  it('aren’t very long ones, which are lists of many rows', () => {
    const nameOf = statementNames();
    const sql = `INSERT INTO "Letter" VALUES ${'($1), '.repeat(2000)}`;
    expect([nameOf({ sql }), nameOf({ sql }), nameOf({ sql })]).toEqual(['', '', '']);
  });

  it('are only so many, and keep their names when there are no more to be had', () => {
    const nameOf = statementNames(2);
    for (const sql of ['SELECT 1', 'SELECT 2', 'SELECT 3']) nameOf({ sql });
    expect(['SELECT 1', 'SELECT 2', 'SELECT 3'].map((sql) => nameOf({ sql }))).toEqual(['s1', 's2', '']);
    expect(['SELECT 1', 'SELECT 2', 'SELECT 3'].map((sql) => nameOf({ sql }))).toEqual(['s1', 's2', '']);
  });

  it('must come again before they are forgotten', () => {
    const nameOf = statementNames(10, 2);
    const ask = (sql: string) => nameOf({ sql });
    expect(['SELECT 1', 'SELECT 2', 'SELECT 3', 'SELECT 1', 'SELECT 3'].map(ask)).toEqual(['', '', '', '', 's1']);
  });
});
