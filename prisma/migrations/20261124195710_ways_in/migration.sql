-- CreateEnum
CREATE TYPE "vendor" AS ENUM ('authy', 'verify');

-- CreateEnum
CREATE TYPE "auth_strength" AS ENUM ('any', 'strong', 'passkey');

-- CreateEnum
CREATE TYPE "passkey_purpose" AS ENUM ('add', 'second_step', 'sign_in');

-- AlterEnum
ALTER TYPE "recovery_kind" ADD VALUE 'unlock';

-- AlterEnum
ALTER TYPE "mail_link_purpose" ADD VALUE 'confirm_number';

-- AlterEnum
ALTER TYPE "pending_purpose" ADD VALUE 'prove_number';

-- AlterTable
ALTER TABLE "credential" ADD COLUMN     "blocked_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "employee" ADD COLUMN     "codes_locked_until" TIMESTAMPTZ(3),
ADD COLUMN     "enrolled_at" TIMESTAMPTZ(3),
ADD COLUMN     "last_method" TEXT,
ADD COLUMN     "pushes_locked_at" TIMESTAMPTZ(3),
ADD COLUMN     "tested_at" TIMESTAMPTZ(3),
ADD COLUMN     "vendor" "vendor" NOT NULL DEFAULT 'authy',
ADD COLUMN     "vendor_app_used_at" TIMESTAMPTZ(3),
ADD COLUMN     "wrong_codes_in_row" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "firm" ADD COLUMN     "allows_app" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "allows_passkey_alone" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "allows_push" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "allows_text" BOOLEAN NOT NULL DEFAULT true,
ADD COLUMN     "minimum_admin" "auth_strength" NOT NULL DEFAULT 'any',
ADD COLUMN     "minimum_tech" "auth_strength" NOT NULL DEFAULT 'any',
ADD COLUMN     "migration_finished_at" TIMESTAMPTZ(3),
ADD COLUMN     "migration_started_at" TIMESTAMPTZ(3),
ADD COLUMN     "trust_days" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "vendor" "vendor" NOT NULL DEFAULT 'authy';

-- AlterTable
ALTER TABLE "pending_sign_in" ADD COLUMN     "network" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "proven_at" TIMESTAMPTZ(3),
ADD COLUMN     "proven_by" TEXT;

-- AlterTable
ALTER TABLE "sent_token" ADD COLUMN     "number_hash" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "vendor" "vendor" NOT NULL DEFAULT 'authy',
ADD COLUMN     "vendor_id" TEXT;

-- CreateTable
CREATE TABLE "known_network" (
    "employee_id" UUID NOT NULL,
    "network" TEXT NOT NULL,
    "first_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
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
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("employee_id","slot")
);

-- CreateTable
CREATE TABLE "trusted_browser" (
    "id" TEXT NOT NULL,
    "employee_id" UUID NOT NULL,
    "browser" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "proven_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trusted_browser_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "employee_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "seen_at" TIMESTAMPTZ(3),
    "not_me_at" TIMESTAMPTZ(3),
    "not_me_hash" TEXT NOT NULL,

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

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
CREATE INDEX "sent_token_number_hash_created_at_idx" ON "sent_token"("number_hash", "created_at");

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
