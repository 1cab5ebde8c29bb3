-- CreateEnum
CREATE TYPE "TicketState" AS ENUM ('new', 'in_progress', 'waiting', 'resolved', 'reopened', 'closed', 'not_a_request', 'withdrawn');

-- CreateEnum
CREATE TYPE "TicketPriority" AS ENUM ('low', 'normal', 'high', 'urgent');

-- CreateEnum
CREATE TYPE "TicketCategory" AS ENUM ('till', 'database', 'network', 'account', 'hardware', 'software', 'other');

-- CreateEnum
CREATE TYPE "TicketTargetKind" AS ENUM ('respond', 'resolve');

-- CreateEnum
CREATE TYPE "TicketEventKind" AS ENUM ('raised', 'excerpt', 'taken', 'assigned', 'released', 'asked', 'replied', 'noted', 'told', 'sorted', 'resolved', 'dismissed', 'withdrawn', 'reopened', 'closed', 'rated');

-- CreateTable
CREATE TABLE "Ticket" (
    "number" SERIAL NOT NULL,
    "state" "TicketState" NOT NULL DEFAULT 'new',
    "priority" "TicketPriority" NOT NULL,
    "category" "TicketCategory" NOT NULL,
    "text" TEXT NOT NULL,
    "requesterId" TEXT NOT NULL,
    "behalfOfId" TEXT,
    "assigneeId" TEXT,
    "resolution" TEXT,
    "sourceChannel" TEXT,
    "sourceTs" TEXT,
    "sourceLink" TEXT,
    "triageCard" TEXT,
    "triageChannel" TEXT,
    "owedSince" TIMESTAMPTZ(3) NOT NULL,
    "respondedAt" TIMESTAMPTZ(3),
    "spentMinutes" DOUBLE PRECISION NOT NULL DEFAULT 0,
    "runningSince" TIMESTAMPTZ(3),
    "remindAt" TIMESTAMPTZ(3),
    "closeAt" TIMESTAMPTZ(3),
    "resolvedAt" TIMESTAMPTZ(3),
    "rating" INTEGER,
    "ratingComment" TEXT,
    "ratedAt" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Ticket_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "TicketTarget" (
    "ticketNumber" INTEGER NOT NULL,
    "kind" "TicketTargetKind" NOT NULL,
    "dueAt" TIMESTAMPTZ(3),
    "warnAt" TIMESTAMPTZ(3),
    "warnedAt" TIMESTAMPTZ(3),
    "escalatedAt" TIMESTAMPTZ(3),

    CONSTRAINT "TicketTarget_pkey" PRIMARY KEY ("ticketNumber","kind")
);

-- CreateTable
CREATE TABLE "TicketEvent" (
    "id" BIGSERIAL NOT NULL,
    "ticketNumber" INTEGER NOT NULL,
    "kind" "TicketEventKind" NOT NULL,
    "actorId" TEXT,
    "text" TEXT,
    "detail" JSONB,
    "fileNames" TEXT[],
    "isPrivate" BOOLEAN NOT NULL DEFAULT false,
    "channel" TEXT,
    "ts" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketEvent_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TicketDraft" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "ts" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketDraft_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "CannedReply" (
    "id" UUID NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "CannedReply_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ticket_state_priority_createdAt_idx" ON "Ticket"("state", "priority", "createdAt");

-- CreateIndex
CREATE INDEX "Ticket_requesterId_updatedAt_idx" ON "Ticket"("requesterId", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_behalfOfId_updatedAt_idx" ON "Ticket"("behalfOfId", "updatedAt");

-- CreateIndex
CREATE INDEX "Ticket_assigneeId_state_idx" ON "Ticket"("assigneeId", "state");

-- CreateIndex
CREATE INDEX "Ticket_remindAt_idx" ON "Ticket"("remindAt");

-- CreateIndex
CREATE INDEX "Ticket_closeAt_idx" ON "Ticket"("closeAt");

-- CreateIndex
CREATE UNIQUE INDEX "Ticket_sourceChannel_sourceTs_key" ON "Ticket"("sourceChannel", "sourceTs");

-- CreateIndex
CREATE INDEX "TicketTarget_dueAt_idx" ON "TicketTarget"("dueAt");

-- CreateIndex
CREATE INDEX "TicketTarget_warnAt_idx" ON "TicketTarget"("warnAt");

-- CreateIndex
CREATE INDEX "TicketEvent_ticketNumber_id_idx" ON "TicketEvent"("ticketNumber", "id");

-- CreateIndex
CREATE UNIQUE INDEX "TicketEvent_channel_ts_key" ON "TicketEvent"("channel", "ts");

-- CreateIndex
CREATE INDEX "TicketDraft_createdAt_idx" ON "TicketDraft"("createdAt");

-- CreateIndex
CREATE INDEX "CannedReply_language_title_idx" ON "CannedReply"("language", "title");

-- AddForeignKey
ALTER TABLE "TicketTarget" ADD CONSTRAINT "TicketTarget_ticketNumber_fkey" FOREIGN KEY ("ticketNumber") REFERENCES "Ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TicketEvent" ADD CONSTRAINT "TicketEvent_ticketNumber_fkey" FOREIGN KEY ("ticketNumber") REFERENCES "Ticket"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- Search in both languages: a text is kept as English and as Romanian word stems and as the words themselves, all without
-- diacritics, since many people type none. Each function stands alone, so that a restored dump can build the index.
CREATE FUNCTION help_desk_words(text) RETURNS tsvector LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT to_tsvector('pg_catalog.english', plain.words)
      || to_tsvector('pg_catalog.romanian', plain.words)
      || to_tsvector('pg_catalog.simple', plain.words)
  FROM (SELECT lower(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g')) AS words) AS plain
$$;

CREATE FUNCTION help_desk_query(text) RETURNS tsquery LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT websearch_to_tsquery('pg_catalog.english', plain.words)
      || websearch_to_tsquery('pg_catalog.romanian', plain.words)
      || websearch_to_tsquery('pg_catalog.simple', plain.words)
  FROM (SELECT lower(regexp_replace(normalize($1, NFD), '[\u0300-\u036f]', '', 'g')) AS words) AS plain
$$;

-- CreateIndex
CREATE INDEX "Ticket_words_idx" ON "Ticket" USING GIN (help_desk_words("text" || ' ' || coalesce("resolution", '')));
