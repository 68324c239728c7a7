CREATE TABLE `previews` (
	`key` text PRIMARY KEY NOT NULL,
	`requirement_id` text NOT NULL,
	`named` text NOT NULL,
	`asked_at` integer NOT NULL,
	`headcounts` integer NOT NULL,
	`stepped_at` integer NOT NULL,
	`progress` text NOT NULL,
	`done_at` integer,
	`preview` text,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `previews_by_requirement` ON `previews` (`requirement_id`);--> statement-breakpoint
CREATE INDEX `exceptions_by_state` ON `exceptions` (`state`,`person_id`);