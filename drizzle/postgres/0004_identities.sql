CREATE TABLE "aliases" (
	"person_id" text PRIMARY KEY NOT NULL,
	"kept_id" text NOT NULL,
	"merge_id" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "identity_claims" (
	"person_id" text NOT NULL,
	"hash" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "identity_claims_person_id_hash_pk" PRIMARY KEY("person_id","hash")
);
--> statement-breakpoint
CREATE TABLE "identity_numbers" (
	"person_id" text PRIMARY KEY NOT NULL,
	"hash" text NOT NULL,
	"ciphertext" text NOT NULL,
	"key_id" text NOT NULL,
	"set_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "kept_apart" (
	"one_id" text NOT NULL,
	"other_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"decided_by" text,
	CONSTRAINT "kept_apart_one_id_other_id_pk" PRIMARY KEY("one_id","other_id")
);
--> statement-breakpoint
CREATE TABLE "merges" (
	"id" text PRIMARY KEY NOT NULL,
	"kept_id" text NOT NULL,
	"folded_id" text NOT NULL,
	"reason" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"made_by" text,
	"moved" jsonb NOT NULL,
	"undone_at" timestamp (3) with time zone,
	"undone_by" text,
	"undo_reason" text
);
--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "aliases" ADD CONSTRAINT "aliases_merge_id_merges_id_fk" FOREIGN KEY ("merge_id") REFERENCES "public"."merges"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_claims" ADD CONSTRAINT "identity_claims_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "identity_numbers" ADD CONSTRAINT "identity_numbers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_one_id_people_id_fk" FOREIGN KEY ("one_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "kept_apart" ADD CONSTRAINT "kept_apart_other_id_people_id_fk" FOREIGN KEY ("other_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_kept_id_people_id_fk" FOREIGN KEY ("kept_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "merges" ADD CONSTRAINT "merges_folded_id_people_id_fk" FOREIGN KEY ("folded_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "aliases_by_kept" ON "aliases" USING btree ("kept_id","person_id");--> statement-breakpoint
CREATE INDEX "identity_claims_by_hash" ON "identity_claims" USING btree ("hash","person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "identity_numbers_by_hash" ON "identity_numbers" USING btree ("hash");--> statement-breakpoint
CREATE INDEX "kept_apart_by_other" ON "kept_apart" USING btree ("other_id");--> statement-breakpoint
CREATE INDEX "merges_by_kept" ON "merges" USING btree ("kept_id");--> statement-breakpoint
CREATE INDEX "merges_by_folded" ON "merges" USING btree ("folded_id");--> statement-breakpoint
CREATE INDEX "people_by_folded" ON "people" USING btree ("folded","birth_year");