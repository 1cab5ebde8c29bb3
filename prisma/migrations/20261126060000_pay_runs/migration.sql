-- CreateEnum
CREATE TYPE "PayRunState" AS ENUM ('draft', 'submitted', 'approved', 'paid');

-- CreateTable
CREATE TABLE "PayRun" (
    "id" UUID NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "payday" DATE NOT NULL,
    "state" "PayRunState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "preparedBy" TEXT NOT NULL,
    "preparers" TEXT[],
    "computedAt" TIMESTAMPTZ(3) NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "submittedBy" TEXT,
    "submittedAt" TIMESTAMPTZ(3),
    "returnedFor" TEXT,
    "approvedBy" TEXT,
    "approvedAt" TIMESTAMPTZ(3),
    "paidBy" TEXT,
    "paidAt" TIMESTAMPTZ(3),

    CONSTRAINT "PayRun_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PayslipRow" (
    "runId" UUID NOT NULL,
    "employeeNumber" TEXT NOT NULL,
    "currency" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "lines" JSONB NOT NULL,
    "gross" BIGINT NOT NULL,
    "deducted" BIGINT NOT NULL,
    "net" BIGINT NOT NULL,

    CONSTRAINT "PayslipRow_pkey" PRIMARY KEY ("runId","employeeNumber","currency")
);

-- CreateTable
CREATE TABLE "PaidSheetRow" (
    "runId" UUID NOT NULL,
    "sheetId" TEXT NOT NULL,
    "employeeNumber" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "first" DATE NOT NULL,
    "last" DATE NOT NULL,
    "isOpen" BOOLEAN NOT NULL,
    "pieces" JSONB NOT NULL,

    CONSTRAINT "PaidSheetRow_pkey" PRIMARY KEY ("runId","sheetId","employeeNumber")
);

-- CreateTable
CREATE TABLE "RunFinding" (
    "runId" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "whom" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "evidence" JSONB NOT NULL,
    "mark" TEXT NOT NULL,

    CONSTRAINT "RunFinding_pkey" PRIMARY KEY ("runId","check","whom")
);

-- CreateTable
CREATE TABLE "CheckOverride" (
    "runId" UUID NOT NULL,
    "check" TEXT NOT NULL,
    "whom" TEXT NOT NULL,
    "mark" TEXT NOT NULL,
    "by" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CheckOverride_pkey" PRIMARY KEY ("runId","check","whom")
);

-- CreateIndex
CREATE INDEX "PayslipRow_personId_idx" ON "PayslipRow"("personId");

-- CreateIndex
CREATE INDEX "PaidSheetRow_sheetId_idx" ON "PaidSheetRow"("sheetId");

-- AddForeignKey
ALTER TABLE "PayslipRow" ADD CONSTRAINT "PayslipRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PayRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "PaidSheetRow" ADD CONSTRAINT "PaidSheetRow_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PayRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "RunFinding" ADD CONSTRAINT "RunFinding_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PayRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CheckOverride" ADD CONSTRAINT "CheckOverride_runId_fkey" FOREIGN KEY ("runId") REFERENCES "PayRun"("id") ON DELETE CASCADE ON UPDATE CASCADE;


-- A day is paid by one run at most, also when two people begin one at the same time.
ALTER TABLE "PayRun" ADD CONSTRAINT "PayRun_days" CHECK ("from" <= "until");
ALTER TABLE "PayRun" ADD CONSTRAINT "PayRun_no_day_twice"
  EXCLUDE USING gist (daterange("from", "until", '[]') WITH &&);

-- What was approved stays as it is: a run can then only be marked as paid, and what it consists of can't be touched at all.
CREATE FUNCTION "pay_run_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD."state" IN ('approved', 'paid') THEN
    IF TG_OP = 'UPDATE' AND OLD."state" = 'approved' AND NEW."state" = 'paid'
      AND to_jsonb(NEW) - '{state,paidBy,paidAt}'::text[] = to_jsonb(OLD) - '{state,paidBy,paidAt}'::text[]
    THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'an approved pay run is kept as it is: % is refused', TG_OP;
  END IF;
  RETURN CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
END
$$;

CREATE TRIGGER "pay_run_keep" BEFORE UPDATE OR DELETE ON "PayRun" FOR EACH ROW EXECUTE FUNCTION "pay_run_keep"();

CREATE FUNCTION "pay_run_part_keep"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (
    SELECT FROM "PayRun" JOIN (SELECT DISTINCT "runId" FROM "touched") AS "runs" ON "PayRun"."id" = "runs"."runId"
    WHERE "PayRun"."state" IN ('approved', 'paid')
  ) THEN
    RAISE EXCEPTION 'an approved pay run is kept as it is: % is refused', TG_OP;
  END IF;
  RETURN NULL;
END
$$;

-- One check for each statement, since a run is written in thousands of rows.
DO $$
DECLARE
  part text;
BEGIN
  FOREACH part IN ARRAY ARRAY['PayslipRow', 'PaidSheetRow', 'RunFinding', 'CheckOverride'] LOOP
    EXECUTE format('CREATE TRIGGER "kept_on_insert" AFTER INSERT ON %I REFERENCING NEW TABLE AS "touched"
      FOR EACH STATEMENT EXECUTE FUNCTION "pay_run_part_keep"()', part);
    EXECUTE format('CREATE TRIGGER "kept_on_update" AFTER UPDATE ON %I REFERENCING OLD TABLE AS "touched"
      FOR EACH STATEMENT EXECUTE FUNCTION "pay_run_part_keep"()', part);
    EXECUTE format('CREATE TRIGGER "kept_on_move" AFTER UPDATE ON %I REFERENCING NEW TABLE AS "touched"
      FOR EACH STATEMENT EXECUTE FUNCTION "pay_run_part_keep"()', part);
    EXECUTE format('CREATE TRIGGER "kept_on_delete" AFTER DELETE ON %I REFERENCING OLD TABLE AS "touched"
      FOR EACH STATEMENT EXECUTE FUNCTION "pay_run_part_keep"()', part);
  END LOOP;
END
$$;
