CREATE TABLE "previews" (
	"key" text PRIMARY KEY NOT NULL,
	"requirement_id" text NOT NULL,
	"named" jsonb NOT NULL,
	"asked_at" timestamp (3) with time zone NOT NULL,
	"headcounts" integer NOT NULL,
	"stepped_at" timestamp (3) with time zone NOT NULL,
	"progress" jsonb NOT NULL,
	"done_at" timestamp (3) with time zone,
	"preview" jsonb
);
--> statement-breakpoint
ALTER TABLE "previews" ADD CONSTRAINT "previews_requirement_id_requirements_id_fk" FOREIGN KEY ("requirement_id") REFERENCES "public"."requirements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "previews_by_requirement" ON "previews" USING btree ("requirement_id");--> statement-breakpoint
CREATE INDEX "exceptions_by_state" ON "exceptions" USING btree ("state","person_id");