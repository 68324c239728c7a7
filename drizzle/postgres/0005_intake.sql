CREATE TABLE "intake_batches" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"made_by" text,
	"created_at" timestamp (3) with time zone NOT NULL,
	"file_name" text NOT NULL,
	"file_hash" text NOT NULL,
	"file_removed_at" timestamp (3) with time zone,
	"sheet" text,
	"from_day" text NOT NULL,
	"category" text NOT NULL,
	"state" text NOT NULL,
	"changed_at" timestamp (3) with time zone NOT NULL,
	"source" jsonb,
	"plan" jsonb,
	"choices" jsonb,
	"passed" jsonb,
	"problem" jsonb,
	"counts" jsonb NOT NULL,
	"phase" text,
	"cursor" integer NOT NULL,
	"committed_at" timestamp (3) with time zone,
	"undone_at" timestamp (3) with time zone
);
--> statement-breakpoint
CREATE TABLE "intake_rows" (
	"batch_id" text NOT NULL,
	"row" integer NOT NULL,
	"understood" jsonb NOT NULL,
	"identity" jsonb,
	"verdict" text,
	"reasons" jsonb,
	"unit_id" text,
	"candidates" jsonb,
	"decision" text,
	"person_id" text,
	"outcome" text,
	"is_made" boolean,
	CONSTRAINT "intake_rows_batch_id_row_pk" PRIMARY KEY("batch_id","row")
);
--> statement-breakpoint
ALTER TABLE "intake_batches" ADD CONSTRAINT "intake_batches_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "intake_rows" ADD CONSTRAINT "intake_rows_batch_id_intake_batches_id_fk" FOREIGN KEY ("batch_id") REFERENCES "public"."intake_batches"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "intake_batches_by_unit" ON "intake_batches" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE INDEX "intake_batches_by_state" ON "intake_batches" USING btree ("state");--> statement-breakpoint
CREATE INDEX "intake_rows_by_verdict" ON "intake_rows" USING btree ("batch_id","verdict");--> statement-breakpoint
CREATE INDEX "intake_rows_by_person" ON "intake_rows" USING btree ("person_id");