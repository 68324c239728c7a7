CREATE TABLE "reminder_runs" (
	"day" text PRIMARY KEY NOT NULL,
	"began_at" timestamp (3) with time zone NOT NULL,
	"reported_through" text NOT NULL,
	"ended_at" timestamp (3) with time zone
);
