-- CreateEnum
CREATE TYPE "CallState" AS ENUM ('ringing', 'escalated', 'held', 'accepted', 'promised', 'done', 'lost');

-- CreateEnum
CREATE TYPE "CallUrgency" AS ENUM ('normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "RingState" AS ENUM ('ringing', 'accepted', 'declined', 'timedOut', 'promised', 'withdrawn');

-- CreateEnum
CREATE TYPE "SwapState" AS ENUM ('asked', 'accepted', 'declined', 'withdrawn');

-- CreateTable
CREATE TABLE "Call" (
    "number" SERIAL NOT NULL,
    "state" "CallState" NOT NULL,
    "urgency" "CallUrgency" NOT NULL DEFAULT 'normal',
    "callerName" TEXT NOT NULL,
    "callerNumber" TEXT,
    "company" TEXT,
    "reason" TEXT NOT NULL,
    "notes" TEXT,
    "language" TEXT,
    "ownerId" TEXT NOT NULL,
    "takenById" TEXT NOT NULL,
    "target" TEXT NOT NULL,
    "rotationId" UUID,
    "queue" TEXT[],
    "managers" TEXT[],
    "ringSeconds" INTEGER NOT NULL,
    "question" TEXT,
    "helpers" TEXT[],
    "promisedAt" TIMESTAMPTZ(3),
    "remindAt" TIMESTAMPTZ(3),
    "missedAt" TIMESTAMPTZ(3),
    "unhappyAt" TIMESTAMPTZ(3),
    "unhappyManagerId" TEXT,
    "unhappyDueAt" TIMESTAMPTZ(3),
    "unhappyLateAt" TIMESTAMPTZ(3),
    "decision" TEXT,
    "decidedById" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "openedAt" TIMESTAMPTZ(3) NOT NULL,
    "acceptedAt" TIMESTAMPTZ(3),
    "finishedAt" TIMESTAMPTZ(3),
    "erasedAt" TIMESTAMPTZ(3),
    "outsideId" TEXT,

    CONSTRAINT "Call_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "CallRing" (
    "id" UUID NOT NULL,
    "callNumber" INTEGER NOT NULL,
    "personId" TEXT NOT NULL,
    "state" "RingState" NOT NULL DEFAULT 'ringing',
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "expiresAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallRing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallEvent" (
    "id" BIGSERIAL NOT NULL,
    "callNumber" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "text" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallRotation" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "members" TEXT[],
    "managerId" TEXT,
    "channel" TEXT,
    "ringSeconds" INTEGER NOT NULL DEFAULT 60,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CallRotation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallShift" (
    "id" UUID NOT NULL,
    "rotationId" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "weekday" INTEGER NOT NULL,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,

    CONSTRAINT "CallShift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallSwap" (
    "id" UUID NOT NULL,
    "rotationId" UUID NOT NULL,
    "fromId" TEXT NOT NULL,
    "toId" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "from" TEXT NOT NULL,
    "backDay" DATE,
    "backFrom" TEXT,
    "state" "SwapState" NOT NULL DEFAULT 'asked',
    "askedAt" TIMESTAMPTZ(3) NOT NULL,
    "settledAt" TIMESTAMPTZ(3),

    CONSTRAINT "CallSwap_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CallTaker" (
    "personId" TEXT NOT NULL,
    "skills" TEXT[],
    "languages" TEXT[],
    "offUntil" TIMESTAMPTZ(3),

    CONSTRAINT "CallTaker_pkey" PRIMARY KEY ("personId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Call_outsideId_key" ON "Call"("outsideId");

-- CreateIndex
CREATE INDEX "Call_state_idx" ON "Call"("state");

-- CreateIndex
CREATE INDEX "Call_callerNumber_idx" ON "Call"("callerNumber");

-- CreateIndex
CREATE INDEX "Call_ownerId_state_idx" ON "Call"("ownerId", "state");

-- CreateIndex
CREATE INDEX "Call_openedAt_idx" ON "Call"("openedAt");

-- CreateIndex
CREATE INDEX "Call_remindAt_idx" ON "Call"("remindAt");

-- CreateIndex
CREATE INDEX "CallRing_callNumber_idx" ON "CallRing"("callNumber");

-- CreateIndex
CREATE INDEX "CallRing_state_expiresAt_idx" ON "CallRing"("state", "expiresAt");

-- CreateIndex
CREATE INDEX "CallRing_personId_state_idx" ON "CallRing"("personId", "state");

-- CreateIndex
CREATE INDEX "CallEvent_callNumber_id_idx" ON "CallEvent"("callNumber", "id");

-- CreateIndex
CREATE UNIQUE INDEX "CallRotation_name_key" ON "CallRotation"("name");

-- CreateIndex
CREATE UNIQUE INDEX "CallShift_rotationId_personId_weekday_from_key" ON "CallShift"("rotationId", "personId", "weekday", "from");

-- CreateIndex
CREATE INDEX "CallSwap_rotationId_day_idx" ON "CallSwap"("rotationId", "day");

-- AddForeignKey
ALTER TABLE "CallRing" ADD CONSTRAINT "CallRing_callNumber_fkey" FOREIGN KEY ("callNumber") REFERENCES "Call"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallEvent" ADD CONSTRAINT "CallEvent_callNumber_fkey" FOREIGN KEY ("callNumber") REFERENCES "Call"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallShift" ADD CONSTRAINT "CallShift_rotationId_fkey" FOREIGN KEY ("rotationId") REFERENCES "CallRotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "CallSwap" ADD CONSTRAINT "CallSwap_rotationId_fkey" FOREIGN KEY ("rotationId") REFERENCES "CallRotation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
