-- CreateEnum
CREATE TYPE "ApprovalState" AS ENUM ('open', 'approved', 'returned', 'withdrawn');

-- CreateTable
CREATE TABLE "Approval" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "level" INTEGER NOT NULL,
    "state" "ApprovalState" NOT NULL DEFAULT 'open',
    "requesterId" TEXT NOT NULL,
    "barredIds" TEXT[],
    "deciderIds" TEXT[],
    "toldIds" TEXT[],
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "actingFor" TEXT,
    "reason" TEXT,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Delegation" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "delegateId" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "note" TEXT,

    CONSTRAINT "Delegation_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Approval_state_askedAt_idx" ON "Approval"("state", "askedAt");

-- CreateIndex
CREATE INDEX "Approval_kind_subject_idx" ON "Approval"("kind", "subject");

-- CreateIndex
CREATE INDEX "Delegation_personId_lastDay_idx" ON "Delegation"("personId", "lastDay");

-- CreateIndex
CREATE INDEX "Delegation_delegateId_lastDay_idx" ON "Delegation"("delegateId", "lastDay");
