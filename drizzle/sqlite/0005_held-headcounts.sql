CREATE TABLE `headcount_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `held_headcounts` (
	`batch_id` text NOT NULL,
	`unit_id` text NOT NULL,
	`day` text NOT NULL,
	`category` text NOT NULL,
	`is_waiting` integer NOT NULL,
	`change` integer NOT NULL,
	PRIMARY KEY(`batch_id`, `unit_id`, `day`, `category`, `is_waiting`)
);
