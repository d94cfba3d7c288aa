-- CreateEnum
CREATE TYPE "case_kind" AS ENUM ('lost_phone', 'number_change');

-- CreateEnum
CREATE TYPE "case_state" AS ENUM ('received', 'checking', 'asked', 'seconding', 'waiting', 'ready', 'done', 'stopped', 'withdrawn', 'declined', 'found');

-- CreateEnum
CREATE TYPE "loss_reason" AS ENUM ('lost', 'stolen', 'broken', 'new_number');

-- CreateEnum
CREATE TYPE "old_number_works" AS ENUM ('yes', 'no', 'unsure');

-- CreateEnum
CREATE TYPE "evidence_kind" AS ENUM ('call_back', 'admin_confirmed', 'colleague_vouched', 'documents');

-- CreateEnum
CREATE TYPE "message_channel" AS ENUM ('mail', 'text');

-- CreateEnum
CREATE TYPE "recovery_kind" AS ENUM ('one_time_pass', 'reset', 'sign_out');

-- AlterEnum
-- This migration adds more than one value to an enum.
-- With PostgreSQL versions 11 and earlier, this is not possible
-- in a single migration. This can be worked around by creating
-- multiple migrations, each migration adding only one value to
-- the enum.


ALTER TYPE "mail_link_purpose" ADD VALUE 'phone_enrollment';
ALTER TYPE "mail_link_purpose" ADD VALUE 'one_time_pass';

-- AlterTable
ALTER TABLE "article_vote" ADD COLUMN     "missing" TEXT;

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "reset_by_mail_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "factor_reset_at" TIMESTAMPTZ(3),
ADD COLUMN     "number_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "role_changed_at" TIMESTAMPTZ(3),
ADD COLUMN     "watched_until" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "firm" ADD COLUMN     "main_line" TEXT;

-- AlterTable
ALTER TABLE "pending_sign_in" ADD COLUMN     "new_number" TEXT,
ADD COLUMN     "new_vendor_user_id" TEXT,
ADD COLUMN     "enrollment_link_id" TEXT;

-- CreateTable
CREATE TABLE "case_draft" (
    "employee_id" UUID NOT NULL,
    "reason" "loss_reason" NOT NULL,
    "old_number_works" "old_number_works" NOT NULL,
    "requested_number" TEXT,
    "best_time" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "code_hash" TEXT,
    "tries_left" INTEGER NOT NULL DEFAULT 5,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_draft_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "reset_case" (
    "id" UUID NOT NULL,
    "number" SERIAL NOT NULL,
    "kind" "case_kind" NOT NULL,
    "firm_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "role_at_opening" "role" NOT NULL,
    "state" "case_state" NOT NULL,
    "reason" "loss_reason",
    "old_number_works" "old_number_works",
    "old_number" TEXT,
    "requested_number" TEXT,
    "best_time" TEXT NOT NULL DEFAULT '',
    "words" TEXT NOT NULL DEFAULT '',
    "risks" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "page_hash" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "network" TEXT NOT NULL,
    "browser" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "due_at" TIMESTAMPTZ(3),
    "breach_at" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "owner_id" UUID,
    "owner_name" TEXT,
    "owned_at" TIMESTAMPTZ(3),
    "first_approved_by" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "wait_hours" INTEGER NOT NULL DEFAULT 24,
    "waits_until" TIMESTAMPTZ(3),
    "completed_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "alarmed_at" TIMESTAMPTZ(3),
    "breached_at" TIMESTAMPTZ(3),
    "reminded_at" TIMESTAMPTZ(3),

    CONSTRAINT "reset_case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" BIGSERIAL NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "act" TEXT NOT NULL,
    "from_state" "case_state",
    "to_state" "case_state" NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_message" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "event_id" BIGINT NOT NULL,
    "employee_id" UUID NOT NULL,
    "channel" "message_channel" NOT NULL,
    "number" TEXT,
    "stop_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "tried_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_message_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_evidence" (
    "case_id" UUID NOT NULL,
    "kind" "evidence_kind" NOT NULL,
    "by_id" UUID NOT NULL,
    "by_name" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "taken_back_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_evidence_pkey" PRIMARY KEY ("case_id","kind","by_id")
);

-- CreateTable
CREATE TABLE "recovery_request" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "employee_name" TEXT NOT NULL,
    "kind" "recovery_kind" NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_by" UUID NOT NULL,
    "asked_by_name" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "refused_at" TIMESTAMPTZ(3),
    "answered_by" TEXT,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "saved_view" (
    "employee_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("employee_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "reset_case_number_key" ON "reset_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "reset_case_page_hash_key" ON "reset_case"("page_hash");

-- CreateIndex
CREATE INDEX "reset_case_firm_id_opened_at_idx" ON "reset_case"("firm_id", "opened_at");

-- CreateIndex
CREATE INDEX "reset_case_employee_id_opened_at_idx" ON "reset_case"("employee_id", "opened_at");

-- CreateIndex
CREATE INDEX "reset_case_network_opened_at_idx" ON "reset_case"("network", "opened_at");

-- CreateIndex
CREATE INDEX "reset_case_opened_at_idx" ON "reset_case"("opened_at");

-- CreateIndex
CREATE INDEX "case_event_case_id_id_idx" ON "case_event"("case_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "case_message_stop_hash_key" ON "case_message"("stop_hash");

-- CreateIndex
CREATE INDEX "case_message_case_id_idx" ON "case_message"("case_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_message_event_id_employee_id_channel_key" ON "case_message"("event_id", "employee_id", "channel");

-- CreateIndex
CREATE INDEX "recovery_request_firm_id_asked_at_idx" ON "recovery_request"("firm_id", "asked_at");

-- AddForeignKey
ALTER TABLE "reset_case" ADD CONSTRAINT "reset_case_firm_id_employee_id_fkey" FOREIGN KEY ("firm_id", "employee_id") REFERENCES "employee"("firm_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "reset_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "reset_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_message" ADD CONSTRAINT "case_message_event_id_fkey" FOREIGN KEY ("event_id") REFERENCES "case_event"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_evidence" ADD CONSTRAINT "case_evidence_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "reset_case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
