-- CreateEnum
CREATE TYPE "ComplaintMode" AS ENUM ('named', 'confidential', 'anonymous');

-- CreateEnum
CREATE TYPE "ComplaintState" AS ENUM ('received', 'acknowledged', 'underReview', 'measures', 'closed');

-- CreateTable
CREATE TABLE "Complaint" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "mode" "ComplaintMode" NOT NULL,
    "state" "ComplaintState" NOT NULL DEFAULT 'received',
    "edition" INTEGER NOT NULL DEFAULT 1,
    "receivedOn" DATE NOT NULL,
    "isAnnounced" BOOLEAN NOT NULL DEFAULT false,
    "acknowledgeBy" DATE NOT NULL,
    "feedbackBy" DATE NOT NULL,
    "acknowledgedOn" DATE,
    "closedOn" DATE,
    "outcome" TEXT,
    "assigneeId" TEXT,
    "secondId" TEXT,
    "isHeld" BOOLEAN NOT NULL DEFAULT false,
    "eraseOn" DATE,
    "erasedOn" DATE,
    "warnings" TEXT[],
    "formTag" TEXT NOT NULL,
    "receiptTag" TEXT,
    "parties" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "Complaint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintEntry" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "seq" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "on" DATE NOT NULL,
    "isAnnounced" BOOLEAN NOT NULL DEFAULT true,
    "content" TEXT NOT NULL,

    CONSTRAINT "ComplaintEntry_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ComplaintFile" (
    "id" UUID NOT NULL,
    "complaintId" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "content" TEXT NOT NULL,

    CONSTRAINT "ComplaintFile_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DataKey" (
    "id" TEXT NOT NULL,
    "wrapped" TEXT NOT NULL,

    CONSTRAINT "DataKey_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_reference_key" ON "Complaint"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_formTag_key" ON "Complaint"("formTag");

-- CreateIndex
CREATE UNIQUE INDEX "Complaint_receiptTag_key" ON "Complaint"("receiptTag");

-- CreateIndex
CREATE INDEX "Complaint_state_idx" ON "Complaint"("state");

-- CreateIndex
CREATE INDEX "Complaint_eraseOn_idx" ON "Complaint"("eraseOn");

-- CreateIndex
CREATE UNIQUE INDEX "ComplaintEntry_complaintId_seq_key" ON "ComplaintEntry"("complaintId", "seq");

-- CreateIndex
CREATE INDEX "ComplaintFile_complaintId_idx" ON "ComplaintFile"("complaintId");

-- AddForeignKey
ALTER TABLE "ComplaintEntry" ADD CONSTRAINT "ComplaintEntry_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ComplaintFile" ADD CONSTRAINT "ComplaintFile_complaintId_fkey" FOREIGN KEY ("complaintId") REFERENCES "Complaint"("id") ON DELETE CASCADE ON UPDATE CASCADE;
