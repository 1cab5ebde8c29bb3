-- AlterTable
ALTER TABLE "Person" ADD COLUMN     "forgottenAt" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "erasedAt" TIMESTAMPTZ(3);

-- CreateIndex
CREATE INDEX "Ticket_erasedAt_updatedAt_idx" ON "Ticket"("erasedAt", "updatedAt");
