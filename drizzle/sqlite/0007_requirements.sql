CREATE TABLE `renewals` (
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`opened_at` integer NOT NULL,
	`completed_at` integer,
	PRIMARY KEY(`person_id`, `course_id`, `opened_at`),
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `calendar_feeds` (
	`person_id` text PRIMARY KEY NOT NULL,
	`secret_hash` text NOT NULL,
	`made_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `calendar_feeds_by_secret` ON `calendar_feeds` (`secret_hash`);--> statement-breakpoint
CREATE TABLE `message_refusals` (
	`person_id` text NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	`is_from_letter` integer NOT NULL,
	PRIMARY KEY(`person_id`, `channel`)
);
--> statement-breakpoint
CREATE TABLE `notices` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`kind` text NOT NULL,
	`key` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`path` text,
	`created_at` integer NOT NULL,
	`read_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `notices_once` ON `notices` (`key`);--> statement-breakpoint
CREATE INDEX `notices_by_person` ON `notices` (`person_id`,`read_at`,`created_at`);--> statement-breakpoint
CREATE TABLE `changed_people` (
	`person_id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `credits` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`title` text NOT NULL,
	`folded` text NOT NULL,
	`provider` text NOT NULL,
	`category` text NOT NULL,
	`half_hours` integer NOT NULL,
	`form` text NOT NULL,
	`paper` text,
	`began_day` text NOT NULL,
	`completed_day` text NOT NULL,
	`evidence_hash` text NOT NULL,
	`evidence_name` text NOT NULL,
	`evidence_type` text NOT NULL,
	`evidence_bytes` integer NOT NULL,
	`added_at` integer NOT NULL,
	`added_by` text,
	`state` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	`revoked_at` integer,
	`revoked_by` text,
	`revocation_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `credits_once` ON `credits` (`person_id`,`folded`,`completed_day`,`evidence_hash`);--> statement-breakpoint
CREATE INDEX `credits_by_state` ON `credits` (`state`,`person_id`);--> statement-breakpoint
CREATE TABLE `exceptions` (
	`id` text PRIMARY KEY NOT NULL,
	`kind` text NOT NULL,
	`person_id` text NOT NULL,
	`requirement_id` text,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`due_day` text,
	`reason` text NOT NULL,
	`document_number` text,
	`asked_at` integer,
	`state` text NOT NULL,
	`decided_at` integer,
	`decided_by` text,
	`decision_reason` text,
	`taken_back_at` integer,
	`taken_back_by` text,
	`taken_back_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `exceptions_by_person` ON `exceptions` (`person_id`,`state`);--> statement-breakpoint
CREATE INDEX `exceptions_by_requirement` ON `exceptions` (`requirement_id`,`state`);--> statement-breakpoint
CREATE TABLE `quota_overrides` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`year` integer NOT NULL,
	`half_hours` integer NOT NULL,
	`reason` text NOT NULL,
	`approver` text NOT NULL,
	`document_number` text,
	`at` integer NOT NULL,
	`made_by` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `quota_overrides_by_person` ON `quota_overrides` (`person_id`,`year`,`at`);--> statement-breakpoint
CREATE TABLE `reminders` (
	`requirement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`opens_day` text NOT NULL,
	`due_day` text NOT NULL,
	`step` text NOT NULL,
	`day` text NOT NULL,
	`is_sent` integer NOT NULL,
	PRIMARY KEY(`requirement_id`, `person_id`, `opens_day`, `due_day`, `step`)
);
--> statement-breakpoint
CREATE INDEX `reminders_by_person` ON `reminders` (`person_id`);--> statement-breakpoint
CREATE TABLE `requirement_people` (
	`requirement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	PRIMARY KEY(`requirement_id`, `person_id`, `from_day`),
	FOREIGN KEY (`requirement_id`) REFERENCES `requirements`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requirement_people_by_person` ON `requirement_people` (`person_id`);--> statement-breakpoint
CREATE TABLE `requirements` (
	`id` text PRIMARY KEY NOT NULL,
	`unit_id` text NOT NULL,
	`unit_name` text NOT NULL,
	`title` text NOT NULL,
	`course_ids` text NOT NULL,
	`programme` text,
	`renewal_course_ids` text NOT NULL,
	`clauses` text NOT NULL,
	`window` text NOT NULL,
	`grace_days` integer NOT NULL,
	`at_least_days` integer NOT NULL,
	`decision_number` text NOT NULL,
	`decision_day` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`created_at` integer NOT NULL,
	`created_by` text,
	`published_at` integer,
	`published_by` text,
	`kept_at` integer,
	`ended_at` integer,
	`ended_by` text,
	`end_reason` text,
	FOREIGN KEY (`unit_id`) REFERENCES `units`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `requirements_by_unit` ON `requirements` (`unit_id`,`published_at`);--> statement-breakpoint
CREATE TABLE `standing_changes` (
	`unit_id` text NOT NULL,
	`requirement_id` text NOT NULL,
	`standing` text NOT NULL,
	`day` text NOT NULL,
	`change` integer NOT NULL,
	PRIMARY KEY(`unit_id`, `requirement_id`, `standing`, `day`)
);
--> statement-breakpoint
CREATE TABLE `standing_versions` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL,
	`day` text NOT NULL
);
--> statement-breakpoint
CREATE TABLE `standings` (
	`requirement_id` text NOT NULL,
	`person_id` text NOT NULL,
	`from_day` text NOT NULL,
	`to_day` text NOT NULL,
	`standing` text NOT NULL,
	`unit_id` text,
	`opens_day` text,
	`due_day` text,
	`late_day` text,
	`done_day` text,
	`exception_id` text,
	`changes_day` text NOT NULL,
	`sort_key` text NOT NULL,
	PRIMARY KEY(`requirement_id`, `person_id`, `from_day`)
);
--> statement-breakpoint
CREATE INDEX `standings_by_person` ON `standings` (`person_id`,`to_day`);--> statement-breakpoint
CREATE INDEX `standings_by_change` ON `standings` (`to_day`,`changes_day`);--> statement-breakpoint
CREATE INDEX `standings_in_order` ON `standings` (`requirement_id`,`to_day`,`standing`,`sort_key`,`person_id`,`unit_id`);--> statement-breakpoint
CREATE INDEX `standings_by_unit` ON `standings` (`unit_id`,`to_day`,`requirement_id`,`standing`);--> statement-breakpoint
ALTER TABLE `outbox` ADD `channel` text DEFAULT 'email' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `kind` text DEFAULT 'account' NOT NULL;--> statement-breakpoint
ALTER TABLE `outbox` ADD `key` text;--> statement-breakpoint
ALTER TABLE `outbox` ADD `tried_at` integer;--> statement-breakpoint
ALTER TABLE `outbox` ADD `delivery_id` text;--> statement-breakpoint
CREATE INDEX `outbox_by_person` ON `outbox` (`to_person_id`,`created_at`);--> statement-breakpoint
CREATE UNIQUE INDEX `outbox_once` ON `outbox` (`key`);