-- CreateEnum
CREATE TYPE "role" AS ENUM ('admin', 'tech', 'support');

-- CreateEnum
CREATE TYPE "push_mode" AS ENUM ('swipe', 'unusual', 'typed');

-- CreateEnum
CREATE TYPE "vendor_state" AS ENUM ('none', 'waiting', 'registered', 'refused');

-- CreateEnum
CREATE TYPE "vendor" AS ENUM ('authy', 'verify');

-- CreateEnum
CREATE TYPE "auth_strength" AS ENUM ('any', 'strong', 'passkey');

-- CreateEnum
CREATE TYPE "passkey_purpose" AS ENUM ('add', 'second_step', 'sign_in');

-- CreateEnum
CREATE TYPE "pending_purpose" AS ENUM ('sign_in', 'step_up', 'prove_number');

-- CreateEnum
CREATE TYPE "push_status" AS ENUM ('sending', 'pending', 'approved', 'denied', 'expired', 'failed', 'superseded');

-- CreateEnum
CREATE TYPE "sent_token_status" AS ENUM ('sending', 'sent', 'ignored', 'failed', 'unclear');

-- CreateEnum
CREATE TYPE "mail_link_purpose" AS ENUM ('invitation', 'password_reset', 'phone_enrollment', 'one_time_pass', 'confirm_number', 'confirm_email');

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
CREATE TYPE "recovery_kind" AS ENUM ('one_time_pass', 'reset', 'sign_out', 'unlock');

-- CreateTable
CREATE TABLE "firm" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "is_operator" BOOLEAN NOT NULL DEFAULT false,
    "requires_second_factor" BOOLEAN NOT NULL DEFAULT false,
    "rule_changed_at" TIMESTAMPTZ(3),
    "rule_changed_by" TEXT,
    "push_mode" "push_mode" NOT NULL DEFAULT 'swipe',
    "allows_push" BOOLEAN NOT NULL DEFAULT true,
    "allows_text" BOOLEAN NOT NULL DEFAULT true,
    "allows_app" BOOLEAN NOT NULL DEFAULT true,
    "allows_passkey_alone" BOOLEAN NOT NULL DEFAULT false,
    "minimum_tech" "auth_strength" NOT NULL DEFAULT 'any',
    "minimum_admin" "auth_strength" NOT NULL DEFAULT 'any',
    "trust_days" INTEGER NOT NULL DEFAULT 0,
    "vendor" "vendor" NOT NULL DEFAULT 'authy',
    "migration_started_at" TIMESTAMPTZ(3),
    "migration_finished_at" TIMESTAMPTZ(3),
    "default_country" CHAR(2),
    "main_line" TEXT,
    "active_employees" INTEGER NOT NULL DEFAULT 0,
    "active_without_number" INTEGER NOT NULL DEFAULT 0,
    "active_admins" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

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
    "pending_email" TEXT,
    "mobile_number" TEXT,
    "number_proven_at" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "version" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "changed_by" TEXT,
    "last_sign_in_at" TIMESTAMPTZ(3),
    "vendor" "vendor" NOT NULL DEFAULT 'authy',
    "vendor_user_id" TEXT,
    "vendor_state" "vendor_state" NOT NULL DEFAULT 'none',
    "vendor_refusal" TEXT,
    "wrong_tokens_in_row" INTEGER NOT NULL DEFAULT 0,
    "tokens_locked_until" TIMESTAMPTZ(3),
    "wrong_codes_in_row" INTEGER NOT NULL DEFAULT 0,
    "codes_locked_until" TIMESTAMPTZ(3),
    "pushes_locked_at" TIMESTAMPTZ(3),
    "enrolled_at" TIMESTAMPTZ(3),
    "tested_at" TIMESTAMPTZ(3),
    "last_method" TEXT,
    "vendor_app_used_at" TIMESTAMPTZ(3),
    "has_passkey" BOOLEAN NOT NULL DEFAULT false,
    "has_app" BOOLEAN NOT NULL DEFAULT false,
    "number_changed_at" TIMESTAMPTZ(3),
    "role_changed_at" TIMESTAMPTZ(3),
    "factor_reset_at" TIMESTAMPTZ(3),
    "watched_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "employee_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "credential" (
    "employee_id" UUID NOT NULL,
    "scheme" TEXT NOT NULL,
    "cost" INTEGER NOT NULL,
    "password_hash" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "reset_by_mail_at" TIMESTAMPTZ(3),
    "blocked_at" TIMESTAMPTZ(3),

    CONSTRAINT "credential_pkey" PRIMARY KEY ("employee_id")
);

-- CreateTable
CREATE TABLE "session" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "consumed_at" TIMESTAMPTZ(3),
    "copied_at" TIMESTAMPTZ(3),
    "tries_left" INTEGER NOT NULL DEFAULT 5,
    "browser" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "browser_id" TEXT NOT NULL,
    "network" TEXT NOT NULL DEFAULT '',
    "proven_by" TEXT,
    "proven_at" TIMESTAMPTZ(3),
    "enrollment_link_id" TEXT,
    "new_number" TEXT,
    "new_vendor_user_id" TEXT,

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
    "code_reason" TEXT,
    "typed_tries_left" INTEGER NOT NULL DEFAULT 3,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "purpose" "pending_purpose" NOT NULL DEFAULT 'sign_in',
    "vendor" "vendor" NOT NULL DEFAULT 'authy',
    "vendor_id" TEXT,
    "vendor_user_id" TEXT,
    "number_hash" TEXT NOT NULL DEFAULT '',
    "status" "sent_token_status" NOT NULL DEFAULT 'sending',
    "failure" TEXT,
    "tries_left" INTEGER NOT NULL DEFAULT 5,
    "consumed_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "sent_token_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "consumed_token" (
    "digest" TEXT NOT NULL,
    "consumed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "consumed_token_pkey" PRIMARY KEY ("digest")
);

-- CreateTable
CREATE TABLE "callback_nonce" (
    "nonce" TEXT NOT NULL,
    "vendor_request_id" TEXT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "callback_nonce_pkey" PRIMARY KEY ("nonce")
);

-- CreateTable
CREATE TABLE "mail_link" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "purpose" "mail_link_purpose" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "mail_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "known_browser" (
    "employee_id" UUID NOT NULL,
    "browser_id" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_method" TEXT,

    CONSTRAINT "known_browser_pkey" PRIMARY KEY ("employee_id","browser_id")
);

-- CreateTable
CREATE TABLE "known_network" (
    "employee_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "known_network_pkey" PRIMARY KEY ("employee_id","network")
);

-- CreateTable
CREATE TABLE "totp_app" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "sealed_secret" TEXT NOT NULL,
    "added_in" TEXT NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "last_step" BIGINT NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "totp_app_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "credential_id" TEXT NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "is_synced" BOOLEAN NOT NULL,
    "is_backed_up" BOOLEAN NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_used_at" TIMESTAMPTZ(3),
    "cloned_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "passkey_challenge" (
    "challenge" TEXT NOT NULL,
    "purpose" "passkey_purpose" NOT NULL,
    "asked_by" TEXT NOT NULL,
    "employee_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "passkey_challenge_pkey" PRIMARY KEY ("challenge")
);

-- CreateTable
CREATE TABLE "recovery_code" (
    "employee_id" UUID NOT NULL,
    "slot" INTEGER NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("employee_id","slot")
);

-- CreateTable
CREATE TABLE "trusted_browser" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "browser" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trusted_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "seen_at" TIMESTAMPTZ(3),
    "not_me_at" TIMESTAMPTZ(3),
    "not_me_hash" TEXT NOT NULL,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "missing" TEXT,
    "voted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "article_vote_pkey" PRIMARY KEY ("article","employee_id")
);

-- CreateTable
CREATE TABLE "rate_limit" (
    "key" VARCHAR(255) NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key")
);

-- CreateTable
CREATE TABLE "sent_form" (
    "id" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "attempt" UUID NOT NULL,
    "answer" JSONB,
    "sent_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "sent_form_pkey" PRIMARY KEY ("id")
);

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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
    "state_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT transaction_timestamp(),

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("employee_id","name")
);

-- CreateIndex
CREATE UNIQUE INDEX "firm_id_requires_second_factor_is_operator_key" ON "firm"("id", "requires_second_factor", "is_operator");

-- CreateIndex
CREATE UNIQUE INDEX "employee_email_key" ON "employee"("email");

-- CreateIndex
CREATE INDEX "employee_firm_id_active_name_id_idx" ON "employee"("firm_id", "active", "name", "id");

-- CreateIndex
CREATE INDEX "employee_firm_id_role_active_name_idx" ON "employee"("firm_id", "role", "active", "name");

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
CREATE INDEX "sent_token_number_hash_created_at_idx" ON "sent_token"("number_hash", "created_at");

-- CreateIndex
CREATE INDEX "sent_token_vendor_user_id_created_at_idx" ON "sent_token"("vendor_user_id", "created_at");

-- CreateIndex
CREATE INDEX "sent_token_created_at_idx" ON "sent_token"("created_at");

-- CreateIndex
CREATE INDEX "sent_token_pending_sign_in_id_idx" ON "sent_token"("pending_sign_in_id");

-- CreateIndex
CREATE INDEX "consumed_token_consumed_at_idx" ON "consumed_token"("consumed_at");

-- CreateIndex
CREATE INDEX "callback_nonce_seen_at_idx" ON "callback_nonce"("seen_at");

-- CreateIndex
CREATE INDEX "callback_nonce_vendor_request_id_idx" ON "callback_nonce"("vendor_request_id");

-- CreateIndex
CREATE INDEX "mail_link_employee_id_created_at_idx" ON "mail_link"("employee_id", "created_at");

-- CreateIndex
CREATE INDEX "totp_app_employee_id_idx" ON "totp_app"("employee_id");

-- CreateIndex
CREATE UNIQUE INDEX "passkey_credential_id_key" ON "passkey"("credential_id");

-- CreateIndex
CREATE INDEX "passkey_employee_id_idx" ON "passkey"("employee_id");

-- CreateIndex
CREATE INDEX "passkey_challenge_expires_at_idx" ON "passkey_challenge"("expires_at");

-- CreateIndex
CREATE INDEX "trusted_browser_employee_id_idx" ON "trusted_browser"("employee_id");

-- CreateIndex
CREATE INDEX "trusted_browser_expires_at_idx" ON "trusted_browser"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_not_me_hash_key" ON "notification"("not_me_hash");

-- CreateIndex
CREATE INDEX "notification_employee_id_at_idx" ON "notification"("employee_id", "at");

-- CreateIndex
CREATE INDEX "audit_event_firm_id_id_idx" ON "audit_event"("firm_id", "id" DESC);

-- CreateIndex
CREATE INDEX "audit_event_firm_id_actor_id_id_idx" ON "audit_event"("firm_id", "actor_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "reset_case_number_key" ON "reset_case"("number");

-- CreateIndex
CREATE UNIQUE INDEX "reset_case_page_hash_key" ON "reset_case"("page_hash");

-- CreateIndex
CREATE INDEX "sent_form_sent_at_idx" ON "sent_form"("sent_at");

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
ALTER TABLE "known_network" ADD CONSTRAINT "known_network_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "totp_app" ADD CONSTRAINT "totp_app_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey" ADD CONSTRAINT "passkey_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "passkey_challenge" ADD CONSTRAINT "passkey_challenge_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "trusted_browser" ADD CONSTRAINT "trusted_browser_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_vote" ADD CONSTRAINT "article_vote_employee_id_fkey" FOREIGN KEY ("employee_id") REFERENCES "employee"("id") ON DELETE CASCADE ON UPDATE CASCADE;

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
