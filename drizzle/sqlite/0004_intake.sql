CREATE TABLE `intake_batches` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`made_by` text,
	`created_at` integer NOT NULL,
	`file_name` text NOT NULL,
	`file_hash` text NOT NULL,
	`file_removed_at` integer,
	`sheet` text,
	`from_day` text NOT NULL,
	`category` text NOT NULL,
	`state` text NOT NULL,
	`changed_at` integer NOT NULL,
	`source` text,
	`plan` text,
	`choices` text,
	`passed` text,
	`problem` text,
	`counts` text NOT NULL,
	`phase` text,
	`cursor` integer NOT NULL,
	`committed_at` integer,
	`undone_at` integer,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `intake_batches_by_unit` ON `intake_batches` (`unit_id`,`created_at`);--> statement-breakpoint
CREATE INDEX `intake_batches_by_state` ON `intake_batches` (`state`);--> statement-breakpoint
CREATE TABLE `intake_rows` (
	`batch_id` text NOT NULL,
	`row` integer NOT NULL,
	`understood` text NOT NULL,
	`identity` text,
	`verdict` text,
	`reasons` text,
	`unit_id` text,
	`candidates` text,
	`decision` text,
	`person_id` text,
	`outcome` text,
	`is_made` integer,
	PRIMARY KEY(`batch_id`, `row`),
	FOREIGN KEY (`batch_id`) REFERENCES `intake_batches`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `intake_rows_by_verdict` ON `intake_rows` (`batch_id`,`verdict`);--> statement-breakpoint
CREATE INDEX `intake_rows_by_person` ON `intake_rows` (`person_id`);