-- CreateEnum
CREATE TYPE "LetterState" AS ENUM ('pending', 'sending', 'sent', 'ambiguous', 'dead', 'dropped');

-- CreateTable
CREATE TABLE "Person" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "locale" TEXT NOT NULL DEFAULT 'en-US',
    "language" TEXT,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',
    "managerId" TEXT,
    "title" TEXT,
    "department" TEXT,
    "isAdmin" BOOLEAN NOT NULL DEFAULT false,
    "isBot" BOOLEAN NOT NULL DEFAULT false,
    "statusText" TEXT,
    "statusEmoji" TEXT,
    "statusUntil" TIMESTAMPTZ(3),
    "deactivatedAt" TIMESTAMPTZ(3),
    "homeOpenedAt" TIMESTAMPTZ(3),
    "syncedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Person_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "StaffMember" (
    "desk" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "personId" TEXT NOT NULL,
    "lastTurnAt" TIMESTAMPTZ(3),

    CONSTRAINT "StaffMember_pkey" PRIMARY KEY ("desk","role","personId")
);

-- CreateTable
CREATE TABLE "Absence" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "Absence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Setting" (
    "key" TEXT NOT NULL,
    "value" JSONB NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Setting_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "Letter" (
    "id" BIGSERIAL NOT NULL,
    "once" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "lane" TEXT NOT NULL,
    "about" TEXT,
    "target" TEXT,
    "payload" JSONB NOT NULL,
    "state" "LetterState" NOT NULL DEFAULT 'pending',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "notBefore" TIMESTAMPTZ(3),
    "retryAt" TIMESTAMPTZ(3),
    "mayHaveArrived" BOOLEAN NOT NULL DEFAULT false,
    "leaseUntil" TIMESTAMPTZ(3),
    "fence" INTEGER NOT NULL DEFAULT 0,
    "channel" TEXT,
    "ts" TEXT,
    "lastError" TEXT,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "Letter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "RateBucket" (
    "lane" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "refilledAt" TIMESTAMPTZ(3) NOT NULL,
    "pausedUntil" TIMESTAMPTZ(3),

    CONSTRAINT "RateBucket_pkey" PRIMARY KEY ("lane")
);

-- CreateTable
CREATE TABLE "JobCursor" (
    "job" TEXT NOT NULL,
    "cursor" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "JobCursor_pkey" PRIMARY KEY ("job")
);

-- CreateTable
CREATE TABLE "Occurrence" (
    "job" TEXT NOT NULL,
    "dueAt" TIMESTAMPTZ(3) NOT NULL,
    "ranAt" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT NOT NULL,

    CONSTRAINT "Occurrence_pkey" PRIMARY KEY ("job","dueAt")
);

-- CreateTable
CREATE TABLE "Incoming" (
    "key" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Incoming_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "AuditNote" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" TEXT NOT NULL,

    CONSTRAINT "AuditNote_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "seq" BIGINT NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "object" TEXT NOT NULL,
    "detail" TEXT NOT NULL,
    "prevHash" TEXT NOT NULL DEFAULT '',
    "hash" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "StaffMember_personId_idx" ON "StaffMember"("personId");

-- CreateIndex
CREATE INDEX "Absence_personId_lastDay_idx" ON "Absence"("personId", "lastDay");

-- CreateIndex
CREATE UNIQUE INDEX "Letter_once_key" ON "Letter"("once");

-- CreateIndex
CREATE INDEX "Letter_state_lane_id_idx" ON "Letter"("state", "lane", "id");

-- CreateIndex
CREATE INDEX "Letter_channel_ts_idx" ON "Letter"("channel", "ts");

-- CreateIndex
CREATE INDEX "Letter_target_idx" ON "Letter"("target");

-- CreateIndex
CREATE INDEX "Letter_about_idx" ON "Letter"("about");

-- CreateIndex
CREATE INDEX "Incoming_at_idx" ON "Incoming"("at");

-- CreateIndex
CREATE INDEX "AuditEntry_object_seq_idx" ON "AuditEntry"("object", "seq");

-- AddForeignKey
ALTER TABLE "StaffMember" ADD CONSTRAINT "StaffMember_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Absence" ADD CONSTRAINT "Absence_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- By hand, from here on: what Prisma's schema can't say.

-- The outbox looks for letters that wait, among very many that were sent.
CREATE INDEX "Letter_waiting" ON "Letter"("lane", "id") WHERE "state" IN ('pending', 'sending');

-- Each entry of the audit carries a hash over itself and the hash before it. The lock, held until commit, keeps one
-- chain however many write at once. Fields are joined with their length in bytes, so that no two entries can be told as one.
CREATE FUNCTION "audit_field"(value text) RETURNS text LANGUAGE sql IMMUTABLE STRICT AS $$
  SELECT octet_length(convert_to(value, 'UTF8'))::text || ':' || value
$$;

CREATE FUNCTION "audit_chain"() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  last RECORD;
BEGIN
  PERFORM pg_advisory_xact_lock(7236833141);
  SELECT "seq", "hash" INTO last FROM "AuditEntry" ORDER BY "seq" DESC LIMIT 1;
  NEW."seq" := coalesce(last."seq", 0) + 1;
  NEW."prevHash" := coalesce(last."hash", repeat('0', 64));
  NEW."hash" := encode(sha256(convert_to(
    "audit_field"(NEW."prevHash")
      || "audit_field"(NEW."seq"::text)
      || "audit_field"(floor(extract(epoch FROM NEW."at") * 1000)::bigint::text)
      || "audit_field"(NEW."actor")
      || "audit_field"(NEW."action")
      || "audit_field"(NEW."object")
      || "audit_field"(NEW."detail"),
    'UTF8')), 'hex');
  RETURN NEW;
END
$$;

-- Work writes notes, which become entries when it commits: the chain is locked from then on, and not while work goes on.
CREATE FUNCTION "audit_enter"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO "AuditEntry" ("at", "actor", "action", "object", "detail")
  VALUES (NEW."at", NEW."actor", NEW."action", NEW."object", NEW."detail");
  DELETE FROM "AuditNote" WHERE "id" = NEW."id";
  RETURN NULL;
END
$$;

CREATE CONSTRAINT TRIGGER "audit_enter" AFTER INSERT ON "AuditNote" DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION "audit_enter"();

CREATE FUNCTION "audit_refuse"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'the audit is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END
$$;

CREATE TRIGGER "audit_chain" BEFORE INSERT ON "AuditEntry" FOR EACH ROW EXECUTE FUNCTION "audit_chain"();
CREATE TRIGGER "audit_refuse" BEFORE UPDATE OR DELETE OR TRUNCATE ON "AuditEntry"
  FOR EACH STATEMENT EXECUTE FUNCTION "audit_refuse"();
