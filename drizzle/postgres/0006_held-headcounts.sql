CREATE TABLE "headcount_versions" (
	"id" integer PRIMARY KEY NOT NULL,
	"version" integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE "held_headcounts" (
	"batch_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"day" text NOT NULL,
	"category" text NOT NULL,
	"is_waiting" boolean NOT NULL,
	"change" integer NOT NULL,
	CONSTRAINT "held_headcounts_batch_id_unit_id_day_category_is_waiting_pk" PRIMARY KEY("batch_id","unit_id","day","category","is_waiting")
);
