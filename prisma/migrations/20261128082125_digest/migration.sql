-- CreateTable
CREATE TABLE "Feed" (
    "id" UUID NOT NULL,
    "url" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "siteUrl" TEXT,
    "topic" TEXT NOT NULL,
    "addedById" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,
    "isMuted" BOOLEAN NOT NULL DEFAULT false,
    "etag" TEXT,
    "lastModified" TEXT,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "readAt" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "trouble" TEXT,
    "brokenSince" TIMESTAMPTZ(3),
    "isBrokenTold" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "Feed_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "FeedItem" (
    "id" UUID NOT NULL,
    "feedId" UUID NOT NULL,
    "guid" TEXT NOT NULL,
    "link" TEXT,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "storyId" UUID NOT NULL,

    CONSTRAINT "FeedItem_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Story" (
    "id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "link" TEXT,
    "canonical" TEXT,
    "publishedAt" TIMESTAMPTZ(3) NOT NULL,
    "seenAt" TIMESTAMPTZ(3) NOT NULL,
    "reports" INTEGER NOT NULL DEFAULT 1,
    "editionDay" DATE,

    CONSTRAINT "Story_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "DigestEdition" (
    "day" DATE NOT NULL,
    "channel" TEXT NOT NULL,
    "stories" INTEGER NOT NULL,
    "postedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestEdition_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "DigestFollower" (
    "personId" TEXT NOT NULL,
    "topics" TEXT[],
    "hour" TEXT,
    "lastDay" DATE,

    CONSTRAINT "DigestFollower_pkey" PRIMARY KEY ("personId")
);

-- CreateTable
CREATE TABLE "DigestLater" (
    "personId" TEXT NOT NULL,
    "storyId" UUID NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestLater_pkey" PRIMARY KEY ("personId","storyId")
);

-- CreateTable
CREATE TABLE "DigestWatch" (
    "id" UUID NOT NULL,
    "word" TEXT NOT NULL,
    "ownerId" TEXT NOT NULL,
    "addedAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "DigestWatch_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "MarketRate" (
    "symbol" TEXT NOT NULL,
    "day" DATE NOT NULL,
    "value" DECIMAL(18,6) NOT NULL,
    "source" TEXT NOT NULL,

    CONSTRAINT "MarketRate_pkey" PRIMARY KEY ("symbol","day")
);

-- CreateIndex
CREATE UNIQUE INDEX "Feed_url_key" ON "Feed"("url");

-- CreateIndex
CREATE INDEX "Feed_nextAt_idx" ON "Feed"("nextAt");

-- CreateIndex
CREATE INDEX "FeedItem_storyId_idx" ON "FeedItem"("storyId");

-- CreateIndex
CREATE UNIQUE INDEX "FeedItem_feedId_guid_key" ON "FeedItem"("feedId", "guid");

-- CreateIndex
CREATE INDEX "Story_seenAt_idx" ON "Story"("seenAt");

-- CreateIndex
CREATE INDEX "Story_canonical_idx" ON "Story"("canonical");

-- CreateIndex
CREATE INDEX "Story_editionDay_idx" ON "Story"("editionDay");

-- CreateIndex
CREATE UNIQUE INDEX "DigestWatch_word_ownerId_key" ON "DigestWatch"("word", "ownerId");

-- AddForeignKey
ALTER TABLE "FeedItem" ADD CONSTRAINT "FeedItem_feedId_fkey" FOREIGN KEY ("feedId") REFERENCES "Feed"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "FeedItem" ADD CONSTRAINT "FeedItem_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DigestLater" ADD CONSTRAINT "DigestLater_storyId_fkey" FOREIGN KEY ("storyId") REFERENCES "Story"("id") ON DELETE CASCADE ON UPDATE CASCADE;
