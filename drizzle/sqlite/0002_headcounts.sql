CREATE TABLE `headcount_changes` (
	`unit_id` text NOT NULL,
	`day` text NOT NULL,
	`category` text NOT NULL,
	`is_waiting` integer NOT NULL,
	`change` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `day`, `category`, `is_waiting`)
);
--> statement-breakpoint
CREATE INDEX `memberships_by_waiting` ON `memberships` (`waits_from_id`);