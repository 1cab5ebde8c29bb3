-- AlterTable
ALTER TABLE "Letter" ADD COLUMN     "trace" TEXT;
