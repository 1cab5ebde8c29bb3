import type { PrismaClient } from '../../generated/prisma/client.js';

/** Empties every table but the list of migrations. The audit refuses that, and so has to be told that it is meant. */
export async function emptyTables({ prisma }: { prisma: PrismaClient }): Promise<void> {
  await prisma.$executeRawUnsafe(`DO $$
    BEGIN
      ALTER TABLE "AuditEntry" DISABLE TRIGGER "audit_refuse";
      EXECUTE (
        SELECT 'TRUNCATE ' || string_agg(quote_ident(tablename), ', ') || ' RESTART IDENTITY CASCADE'
        FROM pg_tables WHERE schemaname = current_schema() AND tablename <> '_prisma_migrations'
      );
      ALTER TABLE "AuditEntry" ENABLE TRIGGER "audit_refuse";
    END $$`);
}
