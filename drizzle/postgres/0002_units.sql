CREATE TABLE "main_memberships" (
	"person_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"unit_id" text NOT NULL,
	"membership_id" text NOT NULL,
	"category" text NOT NULL,
	"is_waiting" boolean NOT NULL,
	CONSTRAINT "main_memberships_person_id_from_day_pk" PRIMARY KEY("person_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "memberships" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"position" text NOT NULL,
	"category" text NOT NULL,
	"is_main" boolean NOT NULL,
	"since" text NOT NULL,
	"origin_id" text NOT NULL,
	"waits_from_id" text,
	"reason" text,
	"end_reason" text,
	"batch_id" text,
	"reorganisation_id" text
);
--> statement-breakpoint
CREATE TABLE "reorganisation_links" (
	"id" text PRIMARY KEY NOT NULL,
	"reorganisation_id" text NOT NULL,
	"from_id" text,
	"to_id" text,
	"effective_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "reorganisations" (
	"id" text PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"decision_number" text,
	"decision_day" text,
	"effective_day" text NOT NULL,
	"note" text,
	"made_at" timestamp (3) with time zone NOT NULL,
	"made_by" text,
	"details" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_holdings" (
	"id" text PRIMARY KEY NOT NULL,
	"person_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"role" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"reason" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_aliases" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"text" text NOT NULL,
	"folded" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_lines" (
	"ancestor_id" text NOT NULL,
	"unit_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"depth" integer NOT NULL,
	CONSTRAINT "unit_lines_ancestor_id_unit_id_from_day_pk" PRIMARY KEY("ancestor_id","unit_id","from_day")
);
--> statement-breakpoint
CREATE TABLE "unit_sites" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"place_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "unit_states" (
	"id" text PRIMARY KEY NOT NULL,
	"unit_id" text NOT NULL,
	"from_day" text NOT NULL,
	"to_day" text NOT NULL,
	"code" text,
	"name" text NOT NULL,
	"folded" text NOT NULL,
	"type" text NOT NULL,
	"parent_id" text
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" text PRIMARY KEY NOT NULL,
	"created_at" timestamp (3) with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "main_memberships" ADD CONSTRAINT "main_memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_waits_from_id_units_id_fk" FOREIGN KEY ("waits_from_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_reorganisation_id_reorganisations_id_fk" FOREIGN KEY ("reorganisation_id") REFERENCES "public"."reorganisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_links" ADD CONSTRAINT "reorganisation_links_reorganisation_id_reorganisations_id_fk" FOREIGN KEY ("reorganisation_id") REFERENCES "public"."reorganisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_links" ADD CONSTRAINT "reorganisation_links_from_id_units_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "reorganisation_links" ADD CONSTRAINT "reorganisation_links_to_id_units_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_holdings" ADD CONSTRAINT "role_holdings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_aliases" ADD CONSTRAINT "unit_aliases_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_sites" ADD CONSTRAINT "unit_sites_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_sites" ADD CONSTRAINT "unit_sites_place_id_units_id_fk" FOREIGN KEY ("place_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_states" ADD CONSTRAINT "unit_states_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_states" ADD CONSTRAINT "unit_states_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "main_memberships_by_unit" ON "main_memberships" USING btree ("unit_id","to_day","from_day","is_waiting","category");--> statement-breakpoint
CREATE INDEX "memberships_by_unit" ON "memberships" USING btree ("unit_id","to_day","from_day","person_id");--> statement-breakpoint
CREATE INDEX "memberships_by_person" ON "memberships" USING btree ("person_id","from_day");--> statement-breakpoint
CREATE INDEX "memberships_by_batch" ON "memberships" USING btree ("batch_id");--> statement-breakpoint
CREATE INDEX "reorganisation_links_by_event" ON "reorganisation_links" USING btree ("reorganisation_id");--> statement-breakpoint
CREATE INDEX "reorganisation_links_by_from" ON "reorganisation_links" USING btree ("from_id");--> statement-breakpoint
CREATE INDEX "reorganisation_links_by_to" ON "reorganisation_links" USING btree ("to_id");--> statement-breakpoint
CREATE INDEX "reorganisations_by_day" ON "reorganisations" USING btree ("effective_day");--> statement-breakpoint
CREATE INDEX "role_holdings_by_person" ON "role_holdings" USING btree ("person_id","to_day");--> statement-breakpoint
CREATE INDEX "role_holdings_by_unit" ON "role_holdings" USING btree ("unit_id","to_day");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_aliases_once" ON "unit_aliases" USING btree ("unit_id","folded");--> statement-breakpoint
CREATE INDEX "unit_lines_by_unit" ON "unit_lines" USING btree ("unit_id","ancestor_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_sites_once" ON "unit_sites" USING btree ("unit_id","place_id","from_day");--> statement-breakpoint
CREATE INDEX "unit_sites_by_place" ON "unit_sites" USING btree ("place_id");--> statement-breakpoint
CREATE UNIQUE INDEX "unit_states_once" ON "unit_states" USING btree ("unit_id","from_day");--> statement-breakpoint
CREATE INDEX "unit_states_by_parent" ON "unit_states" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "unit_states_by_code" ON "unit_states" USING btree ("code");