CREATE TABLE "attempt_answers" (
	"attempt_id" text NOT NULL,
	"question" text NOT NULL,
	"is_late" boolean NOT NULL,
	"answer" jsonb NOT NULL,
	"sequence" integer NOT NULL,
	"event_id" text NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "attempt_answers_attempt_id_question_is_late_pk" PRIMARY KEY("attempt_id","question","is_late")
);
--> statement-breakpoint
CREATE TABLE "attempts" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"exam" text NOT NULL,
	"number" integer NOT NULL,
	"paper" jsonb NOT NULL,
	"opened_at" timestamp (3) with time zone NOT NULL,
	"deadline_at" timestamp (3) with time zone,
	"submitted_at" timestamp (3) with time zone,
	"closed_at" timestamp (3) with time zone,
	"credit" integer,
	"is_passed" boolean
);
--> statement-breakpoint
CREATE TABLE "maintenance_windows" (
	"id" text PRIMARY KEY NOT NULL,
	"starts_at" timestamp (3) with time zone NOT NULL,
	"ends_at" timestamp (3) with time zone NOT NULL,
	"announced_by" text,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "time_allowances" (
	"person_id" text PRIMARY KEY NOT NULL,
	"extra_percent" integer NOT NULL,
	"reason" text NOT NULL,
	"granted_by" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_lines" (
	"id" text PRIMARY KEY NOT NULL,
	"at" timestamp (3) with time zone NOT NULL,
	"actor_id" text,
	"verb" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"before" jsonb,
	"after" jsonb,
	"reason" text
);
--> statement-breakpoint
CREATE TABLE "certificate_counters" (
	"issuer" text NOT NULL,
	"year" integer NOT NULL,
	"last" integer NOT NULL,
	CONSTRAINT "certificate_counters_issuer_year_pk" PRIMARY KEY("issuer","year")
);
--> statement-breakpoint
CREATE TABLE "certificates" (
	"id" text PRIMARY KEY NOT NULL,
	"code" text NOT NULL,
	"issuer" text NOT NULL,
	"year" integer NOT NULL,
	"number" integer NOT NULL,
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"issue" integer NOT NULL,
	"facts" jsonb NOT NULL,
	"issued_at" timestamp (3) with time zone NOT NULL,
	"replaces_id" text,
	"replaced_at" timestamp (3) with time zone,
	"revoked_at" timestamp (3) with time zone,
	"revoked_by" text,
	"revocation_reason" text
);
--> statement-breakpoint
CREATE TABLE "catalogue" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "courses" (
	"id" text PRIMARY KEY NOT NULL,
	"slug" text NOT NULL,
	"current_edition_id" text,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "edition_lessons" (
	"edition_id" text NOT NULL,
	"lesson" text NOT NULL,
	"position" integer NOT NULL,
	"document_hash" text NOT NULL,
	CONSTRAINT "edition_lessons_edition_id_lesson_pk" PRIMARY KEY("edition_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "edition_media" (
	"edition_id" text NOT NULL,
	"path" text NOT NULL,
	"hash" text NOT NULL,
	"type" text NOT NULL,
	"bytes" integer NOT NULL,
	CONSTRAINT "edition_media_edition_id_path_pk" PRIMARY KEY("edition_id","path")
);
--> statement-breakpoint
CREATE TABLE "editions" (
	"id" text PRIMARY KEY NOT NULL,
	"course_id" text NOT NULL,
	"number" integer NOT NULL,
	"content_hash" text NOT NULL,
	"sheet" jsonb NOT NULL,
	"published_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "exam_questions" (
	"edition_id" text NOT NULL,
	"question" text NOT NULL,
	"lesson" text NOT NULL,
	"content" jsonb NOT NULL,
	CONSTRAINT "exam_questions_edition_id_question_pk" PRIMARY KEY("edition_id","question")
);
--> statement-breakpoint
CREATE TABLE "load_problems" (
	"slug" text PRIMARY KEY NOT NULL,
	"problems" jsonb NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrolments" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"course_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"started_at" timestamp (3) with time zone NOT NULL,
	"completed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "lesson_progress" (
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"lesson" text NOT NULL,
	"opened_at" timestamp (3) with time zone,
	"read_at" timestamp (3) with time zone,
	"seconds" integer NOT NULL,
	CONSTRAINT "lesson_progress_person_id_edition_id_lesson_pk" PRIMARY KEY("person_id","edition_id","lesson")
);
--> statement-breakpoint
CREATE TABLE "practice_answers" (
	"person_id" text NOT NULL,
	"edition_id" text NOT NULL,
	"lesson" text NOT NULL,
	"question" text NOT NULL,
	"answer" jsonb NOT NULL,
	"credit" integer NOT NULL,
	"best_credit" integer NOT NULL,
	"answered_at" timestamp (3) with time zone NOT NULL,
	"event_id" text NOT NULL,
	CONSTRAINT "practice_answers_person_id_edition_id_question_pk" PRIMARY KEY("person_id","edition_id","question")
);
--> statement-breakpoint
CREATE TABLE "events" (
	"person_id" text NOT NULL,
	"id" text NOT NULL,
	"edition_id" text NOT NULL,
	"kind" text NOT NULL,
	"content" jsonb NOT NULL,
	"happened_at" timestamp (3) with time zone NOT NULL,
	"received_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "events_person_id_id_pk" PRIMARY KEY("person_id","id")
);
--> statement-breakpoint
CREATE TABLE "lesson_documents" (
	"hash" text PRIMARY KEY NOT NULL,
	"source" text NOT NULL,
	"compiler" text NOT NULL,
	"document" jsonb NOT NULL,
	"key" jsonb NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "leases" (
	"name" text PRIMARY KEY NOT NULL,
	"holder" text NOT NULL,
	"until" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"id" text PRIMARY KEY NOT NULL,
	"to_person_id" text,
	"address" text NOT NULL,
	"subject" text NOT NULL,
	"body" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"send_after" timestamp (3) with time zone NOT NULL,
	"tries" integer NOT NULL,
	"sent_at" timestamp (3) with time zone,
	"failed_at" timestamp (3) with time zone,
	"last_problem" text
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"purpose" text NOT NULL,
	"text_version" text NOT NULL,
	"is_given" boolean NOT NULL,
	"channel" text NOT NULL,
	"at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "one_time_codes" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text,
	"purpose" text NOT NULL,
	"code_hash" text NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL,
	"used_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"full_name" text NOT NULL,
	"sort_key" text NOT NULL,
	"folded" text NOT NULL,
	"email" text,
	"phone" text,
	"password_hash" text,
	"role" text NOT NULL,
	"birth_year" integer,
	"language" text NOT NULL,
	"guardian_name" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"closed_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"handle" text NOT NULL,
	"device" text NOT NULL,
	"is_shared" boolean NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL,
	"last_seen_at" timestamp (3) with time zone NOT NULL,
	"expires_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"account" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp (3) with time zone NOT NULL,
	"locked_until" timestamp (3) with time zone
);
--> statement-breakpoint
ALTER TABLE "attempt_answers" ADD CONSTRAINT "attempt_answers_attempt_id_attempts_id_fk" FOREIGN KEY ("attempt_id") REFERENCES "public"."attempts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "attempts" ADD CONSTRAINT "attempts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "time_allowances" ADD CONSTRAINT "time_allowances_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_lessons" ADD CONSTRAINT "edition_lessons_document_hash_lesson_documents_hash_fk" FOREIGN KEY ("document_hash") REFERENCES "public"."lesson_documents"("hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_media" ADD CONSTRAINT "edition_media_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "editions" ADD CONSTRAINT "editions_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "exam_questions" ADD CONSTRAINT "exam_questions_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_course_id_courses_id_fk" FOREIGN KEY ("course_id") REFERENCES "public"."courses"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolments" ADD CONSTRAINT "enrolments_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "consents" ADD CONSTRAINT "consents_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "one_time_codes" ADD CONSTRAINT "one_time_codes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "attempts_by_number" ON "attempts" USING btree ("person_id","edition_id","exam","number");--> statement-breakpoint
CREATE INDEX "attempts_by_deadline" ON "attempts" USING btree ("closed_at","deadline_at");--> statement-breakpoint
CREATE INDEX "audit_lines_by_subject" ON "audit_lines" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_lines_by_actor" ON "audit_lines" USING btree ("actor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_by_code" ON "certificates" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_by_number" ON "certificates" USING btree ("issuer","year","number");--> statement-breakpoint
CREATE UNIQUE INDEX "certificates_once" ON "certificates" USING btree ("person_id","edition_id","issue");--> statement-breakpoint
CREATE INDEX "certificates_by_edition" ON "certificates" USING btree ("edition_id");--> statement-breakpoint
CREATE UNIQUE INDEX "courses_by_slug" ON "courses" USING btree ("slug");--> statement-breakpoint
CREATE INDEX "edition_media_by_hash" ON "edition_media" USING btree ("hash");--> statement-breakpoint
CREATE UNIQUE INDEX "editions_by_number" ON "editions" USING btree ("course_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "enrolments_by_person" ON "enrolments" USING btree ("person_id","edition_id");--> statement-breakpoint
CREATE INDEX "enrolments_by_course" ON "enrolments" USING btree ("course_id","person_id");--> statement-breakpoint
CREATE INDEX "events_by_edition" ON "events" USING btree ("person_id","edition_id");--> statement-breakpoint
CREATE INDEX "outbox_by_due" ON "outbox" USING btree ("sent_at","failed_at","send_after");--> statement-breakpoint
CREATE INDEX "consents_by_person" ON "consents" USING btree ("person_id","purpose");--> statement-breakpoint
CREATE UNIQUE INDEX "one_time_codes_by_hash" ON "one_time_codes" USING btree ("code_hash");--> statement-breakpoint
CREATE INDEX "one_time_codes_by_person" ON "one_time_codes" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "people_by_username" ON "people" USING btree ("username");--> statement-breakpoint
CREATE INDEX "people_by_email" ON "people" USING btree ("email");--> statement-breakpoint
CREATE INDEX "people_by_phone" ON "people" USING btree ("phone");--> statement-breakpoint
CREATE INDEX "people_by_sort_key" ON "people" USING btree ("sort_key","id");--> statement-breakpoint
CREATE INDEX "sessions_by_person" ON "sessions" USING btree ("person_id");--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_by_handle" ON "sessions" USING btree ("handle");