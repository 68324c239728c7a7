CREATE TABLE `aliases` (
	`person_id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`merge_id` text NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`kept_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`merge_id`) REFERENCES `merges`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `aliases_by_kept` ON `aliases` (`kept_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `identity_claims` (
	`person_id` text NOT NULL,
	`hash` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `hash`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `identity_claims_by_hash` ON `identity_claims` (`hash`,`person_id`);--> statement-breakpoint
CREATE TABLE `identity_numbers` (
	`person_id` text PRIMARY KEY NOT NULL,
	`hash` text NOT NULL,
	`ciphertext` text NOT NULL,
	`key_id` text NOT NULL,
	`set_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `identity_numbers_by_hash` ON `identity_numbers` (`hash`);--> statement-breakpoint
CREATE TABLE `kept_apart` (
	`one_id` text NOT NULL,
	`other_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`decided_by` text,
	PRIMARY KEY(`one_id`, `other_id`),
	FOREIGN KEY (`one_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`other_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `kept_apart_by_other` ON `kept_apart` (`other_id`);--> statement-breakpoint
CREATE TABLE `merges` (
	`id` text PRIMARY KEY NOT NULL,
	`kept_id` text NOT NULL,
	`folded_id` text NOT NULL,
	`reason` text NOT NULL,
	`at` integer NOT NULL,
	`made_by` text,
	`moved` text NOT NULL,
	`undone_at` integer,
	`undone_by` text,
	`undo_reason` text,
	FOREIGN KEY (`kept_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`folded_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `merges_by_kept` ON `merges` (`kept_id`);--> statement-breakpoint
CREATE INDEX `merges_by_folded` ON `merges` (`folded_id`);--> statement-breakpoint
CREATE INDEX `people_by_folded` ON `people` (`folded`,`birth_year`);