-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'tech', 'support');

-- CreateEnum
CREATE TYPE "push_mode" AS ENUM ('swipe', 'typed');

-- CreateEnum
CREATE TYPE "vendor_state" AS ENUM ('none', 'waiting', 'registered', 'refused');

-- CreateEnum
CREATE TYPE "pending_purpose" AS ENUM ('sign_in', 'step_up');

-- CreateEnum
CREATE TYPE "push_status" AS ENUM ('sending', 'pending', 'approved', 'denied', 'expired', 'failed', 'superseded');

-- CreateEnum
CREATE TYPE "sent_token_status" AS ENUM ('sending', 'sent', 'ignored', 'failed', 'unclear');

-- CreateEnum
CREATE TYPE "mail_link_purpose" AS ENUM ('invitation', 'password_reset');

-- CreateTable
CREATE TABLE "firm" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "requires_second_factor" BOOLEAN NOT NULL DEFAULT false,
    "rule_changed_at" TIMESTAMPTZ(3),
    "rule_changed_by" TEXT,
    "push_mode" "push_mode" NOT NULL DEFAULT 'swipe',
    "default_country" CHAR(2),
    "active_employees" INTEGER NOT NULL DEFAULT 0,
    "active_without_number" INTEGER NOT NULL DEFAULT 0,
    "active_admins" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "firm_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "employee" (
    "id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "firm_requires_second_factor" BOOLEAN NOT NULL,
    "firm_is_operator" BOOLEAN NOT NULL,
    "role" "role" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "mobile_number" TEXT,
    "number_proven_at" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "changed_by" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "vendor_user_id" TEXT,
    "vendor_state" "vendor_state" NOT NULL DEFAULT 'none',
    "vendor_refusal" TEXT,
    "wrong_tokens_in_row" INTEGER NOT NULL DEFAULT 0,
    "tokens_locked_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "employee_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "credential_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "password_at" TIMESTAMPTZ(3) NOT NULL,
    "second_factor_at" TIMESTAMPTZ(3),
    "second_factor" TEXT,
    "browser" TEXT NOT NULL,
    "place" TEXT NOT NULL,

    CONSTRAINT "session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "pending_sign_in" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "purpose" "pending_purpose" NOT NULL,
    "replaces_session_id" TEXT,
    "return_to" TEXT,
    "password_at" TIMESTAMPTZ(3) NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "tries_left" INTEGER NOT NULL DEFAULT 5,
    "browser" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "browser_id" TEXT NOT NULL,

    CONSTRAINT "pending_sign_in_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "push" (
    "id" UUID NOT NULL,
    "pending_sign_in_id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "vendor_user_id" TEXT NOT NULL,
    "vendor_request_id" TEXT,
    "status" "push_status" NOT NULL DEFAULT 'sending',
    "match_number" TEXT NOT NULL,
    "typed_code_hash" TEXT,
    "typed_tries_left" INTEGER NOT NULL DEFAULT 3,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "last_asked_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),
    "consumed_at" TIMESTAMPTZ(3),

    CONSTRAINT "push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sent_token" (
    "id" UUID NOT NULL,
    "pending_sign_in_id" TEXT,
    "employee_id" UUID NOT NULL,
    "firm_id" UUID NOT NULL,
    "status" "sent_token_status" NOT NULL DEFAULT 'sending',
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sent_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consumed_token" (
    "digest" TEXT NOT NULL,
    "consumed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "consumed_token_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "callback_nonce" (
    "nonce" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "callback_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "mail_link" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "purpose" "mail_link_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_browser" (
    "employee_id" UUID NOT NULL,
    "browser_id" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("employee_id","browser_id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "firm_id" UUID NOT NULL,
    "actor_id" UUID,
    "actor_name" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "target_id" UUID,
    "target_name" TEXT,
    "place" TEXT,
    "browser" TEXT,
    "request_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "article_vote" (
    "article" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "helpful" BOOLEAN NOT NULL,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "article_vote_pkey" PRIMARY KEY ("article","employee_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "firm_id_requires_second_factor_is_operator_key" ON "firm"("id", "requires_second_factor", "is_operator");

-- CreateIndex
CREATE UNIQUE INDEX "employee_email_key" ON "employee"("email");

-- CreateIndex
CREATE INDEX "employee_firm_id_active_name_id_idx" ON "employee"("firm_id", "active", "name", "id");

-- CreateIndex
CREATE INDEX "employee_firm_id_active_email_id_idx" ON "employee"("firm_id", "active", "email", "id");

-- CreateIndex
CREATE INDEX "employee_mobile_number_idx" ON "employee"("mobile_number");

-- CreateIndex
CREATE UNIQUE INDEX "employee_firm_id_id_key" ON "employee"("firm_id", "id");

-- CreateIndex
CREATE INDEX "session_employee_id_last_seen_at_idx" ON "session"("employee_id", "last_seen_at");

-- CreateIndex
CREATE INDEX "session_expires_at_idx" ON "session"("expires_at");

-- CreateIndex
CREATE INDEX "pending_sign_in_employee_id_idx" ON "pending_sign_in"("employee_id");

-- CreateIndex
CREATE INDEX "pending_sign_in_expires_at_idx" ON "pending_sign_in"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "push_vendor_request_id_key" ON "push"("vendor_request_id");

-- CreateIndex
CREATE INDEX "push_pending_sign_in_id_created_at_idx" ON "push"("pending_sign_in_id", "created_at");

-- CreateIndex
CREATE INDEX "push_employee_id_created_at_idx" ON "push"("employee_id", "created_at");

-- CreateIndex
CREATE INDEX "sent_token_employee_id_created_at_idx" ON "sent_token"("employee_id", "created_at");

-- CreateIndex
CREATE INDEX "sent_token_firm_id_created_at_idx" ON "sent_token"("firm_id", "created_at");

-- CreateIndex
CREATE INDEX "sent_token_created_at_idx" ON "sent_token"("created_at");

-- CreateIndex
CREATE INDEX "sent_token_pending_sign_in_id_idx" ON "sent_token"("pending_sign_in_id");

-- CreateIndex
CREATE INDEX "consumed_token_spent_at_idx" ON "consumed_token"("consumed_at");

-- CreateIndex
CREATE INDEX "callback_nonce_seen_at_idx" ON "callback_nonce"("seen_at");

-- CreateIndex
CREATE INDEX "mail_link_employee_id_created_at_idx" ON "mail_link"("employee_id", "created_at");

-- CreateIndex
CREATE INDEX "audit_event_firm_id_id_idx" ON "audit_event"("firm_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_firm_id_actor_id_id_idx" ON "audit_event"("firm_id", "actor_id", "id" DESC);

-- AddForeignKey
ALTER TABLE "employee" ADD CONSTRAINT "employee_firm_rule_fkey" FOREIGN KEY ("firm_id", "firm_requires_second_factor", "firm_is_operator") REFERENCES "firm"("id", "requires_second_factor", "is_operator") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "credential" ADD CONSTRAINT "credential_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "session" ADD CONSTRAINT "session_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "pending_sign_in" ADD CONSTRAINT "pending_sign_in_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_pending_sign_in_id_fkey" FOREIGN KEY ("pending_sign_in_id") REFERENCES "pending_sign_in"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "push" ADD CONSTRAINT "push_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_token" ADD CONSTRAINT "sent_token_pending_sign_in_id_fkey" FOREIGN KEY ("pending_sign_in_id") REFERENCES "pending_sign_in"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "sent_token" ADD CONSTRAINT "sent_token_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mail_link" ADD CONSTRAINT "mail_link_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "known_browser" ADD CONSTRAINT "known_browser_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_vote" ADD CONSTRAINT "article_vote_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;
