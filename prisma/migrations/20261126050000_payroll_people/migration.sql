-- CreateEnum
CREATE TYPE "AdjustmentKind" AS ENUM ('allowance', 'deduction');

-- CreateTable
CREATE TABLE "Employee" (
    "number" TEXT NOT NULL,
    "personId" TEXT,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "managerNumber" TEXT,
    "group" TEXT,
    "startsOn" DATE NOT NULL,
    "endsOn" DATE,

    CONSTRAINT "Employee_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "EmployeeTerms" (
    "employeeNumber" TEXT NOT NULL,
    "from" DATE NOT NULL,
    "jobTitle" TEXT NOT NULL,
    "rateMinor" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "weeklyMinutes" INTEGER NOT NULL,

    CONSTRAINT "EmployeeTerms_pkey" PRIMARY KEY ("employeeNumber","from")
);

-- CreateTable
CREATE TABLE "PayAdjustment" (
    "id" UUID NOT NULL,
    "kind" "AdjustmentKind" NOT NULL,
    "name" TEXT NOT NULL,
    "basisPoints" INTEGER,
    "amountMinor" INTEGER,
    "currency" TEXT,
    "employeeNumber" TEXT,
    "from" DATE NOT NULL,
    "until" DATE,

    CONSTRAINT "PayAdjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "BankAccount" (
    "employeeNumber" TEXT NOT NULL,
    "iban" TEXT NOT NULL,
    "lastFour" TEXT NOT NULL,
    "bic" TEXT,
    "changedAt" TIMESTAMPTZ(3) NOT NULL,
    "changedBy" TEXT NOT NULL,

    CONSTRAINT "BankAccount_pkey" PRIMARY KEY ("employeeNumber")
);

-- CreateTable
CREATE TABLE "PayrollDraft" (
    "id" UUID NOT NULL,
    "ownerId" TEXT NOT NULL,
    "content" TEXT NOT NULL,
    "madeAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "PayrollDraft_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "Employee_personId_key" ON "Employee"("personId");

-- CreateIndex
CREATE INDEX "Employee_managerNumber_idx" ON "Employee"("managerNumber");

-- CreateIndex
CREATE INDEX "Employee_endsOn_idx" ON "Employee"("endsOn");

-- CreateIndex
CREATE INDEX "PayAdjustment_employeeNumber_idx" ON "PayAdjustment"("employeeNumber");

-- CreateIndex
CREATE INDEX "PayrollDraft_madeAt_idx" ON "PayrollDraft"("madeAt");

-- AddForeignKey
ALTER TABLE "EmployeeTerms" ADD CONSTRAINT "EmployeeTerms_employeeNumber_fkey" FOREIGN KEY ("employeeNumber") REFERENCES "Employee"("number") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "BankAccount" ADD CONSTRAINT "BankAccount_employeeNumber_fkey" FOREIGN KEY ("employeeNumber") REFERENCES "Employee"("number") ON DELETE CASCADE ON UPDATE CASCADE;
