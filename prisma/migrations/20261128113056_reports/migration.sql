-- CreateEnum
CREATE TYPE "LedgerKind" AS ENUM ('actual', 'budget');

-- CreateTable
CREATE TABLE "LedgerFile" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "hash" TEXT,
    "countedAs" TEXT,
    "state" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "replacesId" UUID,
    "amounts" TEXT NOT NULL,
    "takenBy" TEXT,
    "takenAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT,
    "changedAt" TIMESTAMPTZ(3),
    "rows" INTEGER NOT NULL,
    "firstDay" DATE,
    "lastDay" DATE,
    "trouble" TEXT,

    CONSTRAINT "LedgerFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerEntry" (
    "id" UUID NOT NULL,
    "fileId" UUID NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "day" DATE NOT NULL,
    "account" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "document" TEXT NOT NULL,
    "minor" BIGINT NOT NULL,
    "currency" TEXT NOT NULL,
    "countedAs" TEXT,
    "line" INTEGER NOT NULL,

    CONSTRAINT "LedgerEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerDraft" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "kind" "LedgerKind" NOT NULL,
    "bytes" BYTEA NOT NULL,
    "mapping" JSONB,
    "replacesId" UUID,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "LedgerMapping" (
    "headers" TEXT NOT NULL,
    "mapping" JSONB NOT NULL,
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "LedgerMapping_pkey" PRIMARY KEY ("headers")
);

-- CreateTable
CREATE TABLE "ReportPlan" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "period" TEXT NOT NULL,
    "channel" TEXT,
    "people" TEXT[],
    "ownerId" TEXT NOT NULL,
    "rule" JSONB,
    "nextAt" TIMESTAMPTZ(3),
    "isPaused" BOOLEAN NOT NULL DEFAULT false,
    "skipsEmpty" BOOLEAN NOT NULL DEFAULT true,
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportPlan_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ReportRun" (
    "id" UUID NOT NULL,
    "planId" UUID NOT NULL,
    "dueKey" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "until" DATE NOT NULL,
    "outcome" TEXT NOT NULL,
    "reason" TEXT,
    "byId" TEXT,
    "channel" TEXT,
    "readers" TEXT[],
    "leftOut" TEXT[],
    "reports" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReportRun_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "LedgerFile_countedAs_key" ON "LedgerFile"("countedAs");

-- CreateIndex
CREATE INDEX "LedgerFile_takenAt_idx" ON "LedgerFile"("takenAt");

-- CreateIndex
CREATE UNIQUE INDEX "LedgerEntry_countedAs_key" ON "LedgerEntry"("countedAs");

-- CreateIndex
CREATE INDEX "LedgerEntry_kind_day_idx" ON "LedgerEntry"("kind", "day");

-- CreateIndex
CREATE INDEX "LedgerEntry_fileId_line_idx" ON "LedgerEntry"("fileId", "line");

-- CreateIndex
CREATE INDEX "ReportPlan_nextAt_idx" ON "ReportPlan"("nextAt");

-- CreateIndex
CREATE INDEX "ReportRun_at_idx" ON "ReportRun"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ReportRun_planId_dueKey_key" ON "ReportRun"("planId", "dueKey");

-- AddForeignKey
ALTER TABLE "LedgerEntry" ADD CONSTRAINT "LedgerEntry_fileId_fkey" FOREIGN KEY ("fileId") REFERENCES "LedgerFile"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ReportRun" ADD CONSTRAINT "ReportRun_planId_fkey" FOREIGN KEY ("planId") REFERENCES "ReportPlan"("id") ON DELETE CASCADE ON UPDATE CASCADE;
