-- CreateEnum
CREATE TYPE "SheetState" AS ENUM ('draft', 'submitted', 'returned', 'approved', 'locked');

-- CreateEnum
CREATE TYPE "HourKind" AS ENUM ('work', 'leave', 'sick', 'holiday', 'unpaid');

-- CreateTable
CREATE TABLE "Project" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "archivedAt" TIMESTAMPTZ(3),
    "updatedBy" TEXT NOT NULL,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Sheet" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "firstDay" DATE NOT NULL,
    "lastDay" DATE NOT NULL,
    "state" "SheetState" NOT NULL DEFAULT 'draft',
    "version" INTEGER NOT NULL DEFAULT 1,
    "lockedVersion" INTEGER,
    "edition" INTEGER NOT NULL DEFAULT 1,
    "submittedAt" TIMESTAMPTZ(3),
    "submittedBy" TEXT,
    "decidedAt" TIMESTAMPTZ(3),
    "decidedBy" TEXT,
    "reason" TEXT,
    "updatedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "Sheet_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SheetEntry" (
    "id" UUID NOT NULL,
    "sheetId" UUID NOT NULL,
    "day" DATE NOT NULL,
    "kind" "HourKind" NOT NULL,
    "projectId" UUID,
    "minutes" INTEGER NOT NULL,
    "nightMinutes" INTEGER NOT NULL DEFAULT 0,
    "note" TEXT,

    CONSTRAINT "SheetEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "SheetVersion" (
    "sheetId" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "entries" JSONB NOT NULL,
    "slices" JSONB NOT NULL,
    "reason" TEXT,
    "byId" TEXT,
    "lockedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SheetVersion_pkey" PRIMARY KEY ("sheetId","version")
);

-- CreateTable
CREATE TABLE "SheetEvent" (
    "id" BIGSERIAL NOT NULL,
    "sheetId" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    "actorId" TEXT,
    "text" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "SheetEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Project_folded_key" ON "Project"("folded");

-- CreateIndex
CREATE INDEX "Sheet_state_lastDay_idx" ON "Sheet"("state", "lastDay");

-- CreateIndex
CREATE INDEX "Sheet_lastDay_firstDay_idx" ON "Sheet"("lastDay", "firstDay");

-- CreateIndex
CREATE UNIQUE INDEX "Sheet_personId_firstDay_key" ON "Sheet"("personId", "firstDay");

-- CreateIndex
CREATE INDEX "SheetEntry_sheetId_day_idx" ON "SheetEntry"("sheetId", "day");

-- CreateIndex
CREATE INDEX "SheetVersion_lockedAt_idx" ON "SheetVersion"("lockedAt");

-- CreateIndex
CREATE INDEX "SheetEvent_sheetId_id_idx" ON "SheetEvent"("sheetId", "id");

-- AddForeignKey
ALTER TABLE "SheetEntry" ADD CONSTRAINT "SheetEntry_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "Sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetEntry" ADD CONSTRAINT "SheetEntry_projectId_fkey" FOREIGN KEY ("projectId") REFERENCES "Project"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetVersion" ADD CONSTRAINT "SheetVersion_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "Sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "SheetEvent" ADD CONSTRAINT "SheetEvent_sheetId_fkey" FOREIGN KEY ("sheetId") REFERENCES "Sheet"("id") ON DELETE CASCADE ON UPDATE CASCADE;
