import pg from 'pg';

const server = process.env.BENCH_DATABASE_URL ?? 'postgresql://postgres@127.0.0.1:5432/postgres';

export interface FreshDatabase {
  url: string;
  drop(): Promise<void>;
}

/** An empty database on the server of BENCH_DATABASE_URL, else on the local one. */
export async function freshDatabase(name = 'bench'): Promise<FreshDatabase> {
  const database = `switchboard_${name}_${process.pid}`;
  const run = async (sql: string) => {
    const client = new pg.Client({ connectionString: server });
    await client.connect();
    await client.query(sql).finally(() => client.end());
  };
  await run(`CREATE DATABASE ${database}`);
  const url = new URL(server);
  url.pathname = `/${database}`;
  return { url: url.href, drop: () => run(`DROP DATABASE ${database} WITH (FORCE)`) };
}
