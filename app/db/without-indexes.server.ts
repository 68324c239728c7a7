import type pg from 'pg'

/**
 * Inside a transaction on PostgreSQL: takes away indexes and foreign keys of all tables, does the work and puts them back.
 * To build an index of a full table, and to compare two full tables, takes a fraction of what each row costs otherwise;
 * and rows may come in any order.
 */
export async function withoutIndexes(client: pg.Client, work: () => Promise<void>): Promise<void> {
  const { rows: keys } = await client.query<{ place: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS place, quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint WHERE contype = 'f' AND connamespace = 'public'::regnamespace ORDER BY conname`)
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(`
    SELECT indexrelid::regclass::text AS name, pg_get_indexdef(indexrelid) AS definition
    FROM pg_index JOIN pg_class ON pg_class.oid = indexrelid
    WHERE relnamespace = 'public'::regnamespace
      AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = indexrelid AND contype <> 'f') ORDER BY relname`)
  for (const { place, name } of keys) await client.query(`ALTER TABLE ${place} DROP CONSTRAINT ${name}`)
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`)
  await work()
  await client.query(`SET LOCAL maintenance_work_mem = '128MB'`)
  for (const { definition } of indexes) await client.query(definition)
  for (const { place, name, definition } of keys)
    await client.query(`ALTER TABLE ${place} ADD CONSTRAINT ${name} ${definition}`)
}
