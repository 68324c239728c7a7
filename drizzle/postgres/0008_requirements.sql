CREATE TABLE "renewals" (
	"person_id" text NOT NULL,
	"course_id" text NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone,
	CONSTRAINT "renewals_person_id_course_id_opened_at_pk" PRIMARY KEY("person_id","course_id","opened_at")
);
--> statement-breakpoint
CREATE TABLE "calendar_feeds" (
	"person_id" text PRIMARY KEY NOT NULL,
	"secret_hash" text NOT NULL,
	"made_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "message_refusals" (
	"person_id" text NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"is_from_letter" boolean NOT NULL,
	CONSTRAINT "message_refusals_person_id_channel_pk" PRIMARY KEY("person_id","channel")
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"path" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"read_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "changed_people" (
	"person_id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "credits" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"title" text NOT NULL,
	"folded" text NOT NULL,
	"provider" text NOT NULL,
	"category" text NOT NULL,
	"half_hours" integer NOT NULL,
	"form" text NOT NULL,
	"paper" text,
	"began_day" text NOT NULL,
	"completed_day" text NOT NULL,
	"evidence_hash" text NOT NULL,
	"evidence_name" text NOT NULL,
	"evidence_type" text NOT NULL,
	"evidence_bytes" integer NOT NULL,
	"added_at" timestamp (3) with time zone NOT NULL,
	"added_by" text,
	"state" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"decision_reason" text,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revocation_reason" text
);
--> statement-breakpoint
CREATE TABLE "exceptions" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"person_id" text NOT NULL,
	"requirement_id" text,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"due_day" text,
	"reason" text NOT NULL,
	"document_number" text,
	"asked_at" timestamp (3) with time zone,
	"state" text NOT NULL,
	"decided_at" timestamp (3) with time zone,
	"decided_by" text,
	"decision_reason" text,
	"taken_back_at" timestamp (3) with time zone,
	"taken_back_by" text,
	"taken_back_reason" text
);
--> statement-breakpoint
CREATE TABLE "quota_overrides" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"year" integer NOT NULL,
	"half_hours" integer NOT NULL,
	"reason" text NOT NULL,
	"approver" text NOT NULL,
	"document_number" text,
	"at" timestamp (3) with time zone NOT NULL,
	"made_by" text
);
--> statement-breakpoint
CREATE TABLE "reminders" (
	"requirement_id" text NOT NULL,
	"person_id" text NOT NULL,
	"opens_day" text NOT NULL,
	"due_day" text NOT NULL,
	"step" text NOT NULL,
	"day" text NOT NULL,
	"is_sent" boolean NOT NULL,
	CONSTRAINT "reminders_requirement_id_person_id_opens_day_due_day_step_pk" PRIMARY KEY("requirement_id","person_id","opens_day","due_day","step")
);
--> statement-breakpoint
CREATE TABLE "requirement_people" (
	"requirement_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	CONSTRAINT "requirement_people_requirement_id_person_id_from_day_pk" PRIMARY KEY("requirement_id","person_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "requirements" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"unit_name" text NOT NULL,
	"title" text NOT NULL,
	"course_ids" jsonb NOT NULL,
	"programme" text,
	"renewal_course_ids" jsonb NOT NULL,
	"clauses" jsonb NOT NULL,
	"window" jsonb NOT NULL,
	"grace_days" integer NOT NULL,
	"at_least_days" integer NOT NULL,
	"decision_number" text NOT NULL,
	"decision_day" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"created_by" text,
	"published_at" timestamp (3) with time zone,
	"published_by" text,
	"kept_at" timestamp (3) with time zone,
	"ended_at" timestamp (3) with time zone,
	"ended_by" text,
	"end_reason" text
);
--> statement-breakpoint
CREATE TABLE "standing_changes" (
	"unit_id" text NOT NULL,
	"requirement_id" text NOT NULL,
	"standing" text NOT NULL,
	"day" text NOT NULL,
	"change" integer NOT NULL,
	CONSTRAINT "standing_changes_unit_id_requirement_id_standing_day_pk" PRIMARY KEY("unit_id","requirement_id","standing","day")
);
--> statement-breakpoint
CREATE TABLE "standing_versions" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standings" (
	"requirement_id" text NOT NULL,
	"person_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"standing" text NOT NULL,
	"unit_id" text,
	"opens_day" text,
	"due_day" text,
	"late_day" text,
	"done_day" text,
	"exception_id" text,
	"changes_day" text NOT NULL,
	"sort_key" text NOT NULL,
	CONSTRAINT "standings_requirement_id_person_id_from_day_pk" PRIMARY KEY("requirement_id","person_id","from_day")
);
--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "channel" text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "kind" text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "key" text;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "tried_at" timestamp (3) with time zone;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "delivery_id" text;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "renewals" ADD CONSTRAINT "renewals_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "credits" ADD CONSTRAINT "credits_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exceptions" ADD CONSTRAINT "exceptions_requirement_id_requirements_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "quota_overrides" ADD CONSTRAINT "quota_overrides_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_people" ADD CONSTRAINT "requirement_people_requirement_id_requirements_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirement_people" ADD CONSTRAINT "requirement_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "requirements" ADD CONSTRAINT "requirements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "calendar_feeds_by_secret" ON "calendar_feeds" USING btree ("secret_hash");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("key");--> statement-breakpoint
CREATE INDEX "notices_by_person" ON "notices" USING btree ("person_id","read_at","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "credits_once" ON "credits" USING btree ("person_id","folded","completed_day","evidence_hash");--> statement-breakpoint
CREATE INDEX "credits_by_state" ON "credits" USING btree ("state","person_id");--> statement-breakpoint
CREATE INDEX "exceptions_by_person" ON "exceptions" USING btree ("person_id","state");--> statement-breakpoint
CREATE INDEX "exceptions_by_requirement" ON "exceptions" USING btree ("requirement_id","state");--> statement-breakpoint
CREATE INDEX "quota_overrides_by_person" ON "quota_overrides" USING btree ("person_id","year","at");--> statement-breakpoint
CREATE INDEX "reminders_by_person" ON "reminders" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "requirement_people_by_person" ON "requirement_people" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "requirements_by_unit" ON "requirements" USING btree ("unit_id","published_at");--> statement-breakpoint
CREATE INDEX "standings_by_person" ON "standings" USING btree ("person_id","to_day");--> statement-breakpoint
CREATE INDEX "standings_by_change" ON "standings" USING btree ("to_day","changes_day");--> statement-breakpoint
CREATE INDEX "standings_in_order" ON "standings" USING btree ("requirement_id","to_day","standing","sort_key","person_id","unit_id");--> statement-breakpoint
CREATE INDEX "standings_by_unit" ON "standings" USING btree ("unit_id","to_day","requirement_id","standing");--> statement-breakpoint
CREATE INDEX "outbox_by_person" ON "outbox" USING btree ("to_person_id","created_at");--> statement-breakpoint
CREATE UNIQUE INDEX "outbox_once" ON "outbox" USING btree ("key");