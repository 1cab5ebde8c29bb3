-- CreateEnum
CREATE TYPE "StintKind" AS ENUM ('work', 'break');

-- CreateEnum
CREATE TYPE "StintEnd" AS ENUM ('person', 'forgotten', 'corrected');

-- CreateTable
CREATE TABLE "Stint" (
    "id" UUID NOT NULL,
    "personId" TEXT NOT NULL,
    "projectId" TEXT,
    "kind" "StintKind" NOT NULL,
    "startedAt" TIMESTAMPTZ(3) NOT NULL,
    "endedAt" TIMESTAMPTZ(3),
    "endedBy" "StintEnd",
    "askedAt" TIMESTAMPTZ(3),

    CONSTRAINT "Stint_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "WorkPattern" (
    "personId" TEXT NOT NULL,
    "validFrom" DATE NOT NULL,
    "minutes" INTEGER[],
    "startsOn" DATE,
    "endsOn" DATE,

    CONSTRAINT "WorkPattern_pkey" PRIMARY KEY ("personId","validFrom")
);

-- CreateIndex
CREATE INDEX "Stint_personId_startedAt_idx" ON "Stint"("personId", "startedAt");

-- Nobody is at two things at once. A stint that goes on has no end yet; one that was forgotten counts for nothing until
-- its end is known. The hash stands for the person, because GiST has no equality for text without an extension.
ALTER TABLE "Stint" ADD CONSTRAINT "Stint_apart" EXCLUDE USING gist (
  int8range(hashtextextended("personId", 0), hashtextextended("personId", 0), '[]') WITH &&,
  tstzrange("startedAt", "endedAt") WITH &&
) WHERE ("endedAt" IS NOT NULL OR "endedBy" IS NULL);

ALTER TABLE "Stint" ADD CONSTRAINT "Stint_end" CHECK (
  CASE WHEN "endedAt" IS NULL THEN "endedBy" IS NULL OR "endedBy" = 'forgotten'
  ELSE "endedBy" IS NOT NULL AND "endedBy" <> 'forgotten' AND "endedAt" >= "startedAt" END
);

-- What goes on for too long is looked for every few minutes.
CREATE INDEX "Stint_open" ON "Stint"("startedAt") WHERE "endedBy" IS NULL;

ALTER TABLE "WorkPattern" ADD CONSTRAINT "WorkPattern_week" CHECK (cardinality("minutes") = 7);
