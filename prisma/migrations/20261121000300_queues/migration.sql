-- AlterEnum
ALTER TYPE "TicketEventKind" ADD VALUE 'moved';

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN "queueId" UUID;

-- CreateTable
CREATE TABLE "TicketQueue" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "categories" "TicketCategory"[],
    "peopleIds" TEXT[],
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "TicketQueue_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Ticket_queueId_state_idx" ON "Ticket"("queueId", "state");

-- AddForeignKey
ALTER TABLE "Ticket" ADD CONSTRAINT "Ticket_queueId_fkey" FOREIGN KEY ("queueId") REFERENCES "TicketQueue"("id") ON DELETE SET NULL ON UPDATE CASCADE;
