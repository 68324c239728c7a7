CREATE TABLE "headcount_changes" (
	"unit_id" text NOT NULL,
	"day" text NOT NULL,
	"category" text NOT NULL,
	"is_waiting" boolean NOT NULL,
	"change" integer NOT NULL,
	CONSTRAINT "headcount_changes_unit_id_day_category_is_waiting_pk" PRIMARY KEY("unit_id","day","category","is_waiting")
);
--> statement-breakpoint
CREATE INDEX "memberships_by_waiting" ON "memberships" USING btree ("waits_from_id");