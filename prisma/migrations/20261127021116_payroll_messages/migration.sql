-- CreateEnum
CREATE TYPE "PayrollMessageKind" AS ENUM ('cutOff', 'payday', 'slips', 'missingAccounts');

-- CreateTable
CREATE TABLE "PayrollMessage" (
    "id" UUID NOT NULL,
    "kind" "PayrollMessageKind" NOT NULL,
    "channel" TEXT,
    "text" TEXT,
    "rule" JSONB NOT NULL,
    "isPaused" BOOLEAN NOT NULL DEFAULT false,
    "nextAt" TIMESTAMPTZ(3),
    "lastDueAt" TIMESTAMPTZ(3),
    "lastSaid" TEXT,
    "changedBy" TEXT NOT NULL,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PayrollMessage_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "PayrollMessage_nextAt_idx" ON "PayrollMessage"("nextAt");
