-- DropIndex
DROP INDEX "Ticket_resolvedAt_idx";

-- CreateIndex
CREATE INDEX "Ticket_resolvedAt_state_idx" ON "Ticket"("resolvedAt", "state");
