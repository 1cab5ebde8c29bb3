-- CreateTable
CREATE TABLE "Article" (
    "number" SERIAL NOT NULL,
    "language" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "ticketNumber" INTEGER,
    "shown" INTEGER NOT NULL DEFAULT 0,
    "helped" INTEGER NOT NULL DEFAULT 0,
    "archivedAt" TIMESTAMPTZ(3),
    "authorId" TEXT NOT NULL,
    "createdAt" TIMESTAMPTZ(3) NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Article_pkey" PRIMARY KEY ("number")
);

-- CreateIndex
CREATE INDEX "Article_ticketNumber_idx" ON "Article"("ticketNumber");

-- AddForeignKey
ALTER TABLE "Article" ADD CONSTRAINT "Article_ticketNumber_fkey" FOREIGN KEY ("ticketNumber") REFERENCES "Ticket"("number") ON DELETE SET NULL ON UPDATE CASCADE;

-- Search in both languages, as tickets are found.
CREATE INDEX "Article_words_idx" ON "Article" USING GIN (help_desk_words("title" || ' ' || "text"));
