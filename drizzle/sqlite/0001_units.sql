CREATE TABLE `main_memberships` (
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`unit_id` text NOT NULL,
	`membership_id` text NOT NULL,
	`category` text NOT NULL,
	`is_waiting` integer NOT NULL,
	PRIMARY KEY(`person_id`, `from_day`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `main_memberships_by_unit` ON `main_memberships` (`unit_id`,`to_day`,`from_day`,`is_waiting`,`category`);--> statement-breakpoint
CREATE TABLE `memberships` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`position` text NOT NULL,
	`category` text NOT NULL,
	`is_main` integer NOT NULL,
	`since` text NOT NULL,
	`origin_id` text NOT NULL,
	`waits_from_id` text,
	`reason` text,
	`end_reason` text,
	`batch_id` text,
	`reorganisation_id` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`waits_from_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`reorganisation_id`) REFERENCES `reorganisations`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `memberships_by_unit` ON `memberships` (`unit_id`,`to_day`,`from_day`,`person_id`);--> statement-breakpoint
CREATE INDEX `memberships_by_person` ON `memberships` (`person_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `memberships_by_batch` ON `memberships` (`batch_id`);--> statement-breakpoint
CREATE TABLE `reorganisation_links` (
	`id` text PRIMARY KEY NOT NULL,
	`reorganisation_id` text NOT NULL,
	`from_id` text,
	`to_id` text,
	`effective_day` text NOT NULL,
	FOREIGN KEY (`reorganisation_id`) REFERENCES `reorganisations`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`from_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`to_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `reorganisation_links_by_event` ON `reorganisation_links` (`reorganisation_id`);--> statement-breakpoint
CREATE INDEX `reorganisation_links_by_from` ON `reorganisation_links` (`from_id`);--> statement-breakpoint
CREATE INDEX `reorganisation_links_by_to` ON `reorganisation_links` (`to_id`);--> statement-breakpoint
CREATE TABLE `reorganisations` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`decision_number` text,
	`decision_day` text,
	`effective_day` text NOT NULL,
	`note` text,
	`made_at` integer NOT NULL,
	`made_by` text,
	`details` text NOT NULL
);
--> statement-breakpoint
CREATE INDEX `reorganisations_by_day` ON `reorganisations` (`effective_day`);--> statement-breakpoint
CREATE TABLE `role_holdings` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`role` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`reason` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `role_holdings_by_person` ON `role_holdings` (`person_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `role_holdings_by_unit` ON `role_holdings` (`unit_id`,`to_day`);--> statement-breakpoint
CREATE TABLE `unit_aliases` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`text` text NOT NULL,
	`folded` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_aliases_once` ON `unit_aliases` (`unit_id`,`folded`);--> statement-breakpoint
CREATE TABLE `unit_lines` (
	`ancestor_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`depth` integer NOT NULL,
	PRIMARY KEY(`ancestor_id`, `unit_id`, `from_day`)
);
--> statement-breakpoint
CREATE INDEX `unit_lines_by_unit` ON `unit_lines` (`unit_id`,`ancestor_id`);--> statement-breakpoint
CREATE TABLE `unit_sites` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`place_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`place_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_sites_once` ON `unit_sites` (`unit_id`,`place_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `unit_sites_by_place` ON `unit_sites` (`place_id`);--> statement-breakpoint
CREATE TABLE `unit_states` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`code` text,
	`name` text NOT NULL,
	`folded` text NOT NULL,
	`type` text NOT NULL,
	`parent_id` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`parent_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `unit_states_once` ON `unit_states` (`unit_id`,`from_day`);--> statement-breakpoint
CREATE INDEX `unit_states_by_parent` ON `unit_states` (`parent_id`);--> statement-breakpoint
CREATE INDEX `unit_states_by_code` ON `unit_states` (`code`);--> statement-breakpoint
CREATE TABLE `units` (
	`id` text PRIMARY KEY NOT NULL,
	`created_at` integer NOT NULL
);
