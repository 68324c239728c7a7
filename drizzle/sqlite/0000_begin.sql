CREATE TABLE `attempt_answers` (
	`attempt_id` text NOT NULL,
	`question` text NOT NULL,
	`is_late` integer NOT NULL,
	`answer` text NOT NULL,
	`sequence` integer NOT NULL,
	`event_id` text NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`attempt_id`, `question`, `is_late`),
	FOREIGN KEY (`attempt_id`) REFERENCES `attempts`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `attempts` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`exam` text NOT NULL,
	`number` integer NOT NULL,
	`paper` text NOT NULL,
	`opened_at` integer NOT NULL,
	`deadline_at` integer,
	`submitted_at` integer,
	`closed_at` integer,
	`credit` integer,
	`is_passed` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `attempts_by_number` ON `attempts` (`person_id`,`edition_id`,`exam`,`number`);--> statement-breakpoint
CREATE INDEX `attempts_by_deadline` ON `attempts` (`closed_at`,`deadline_at`);--> statement-breakpoint
CREATE TABLE `maintenance_windows` (
	`id` text PRIMARY KEY NOT NULL,
	`starts_at` integer NOT NULL,
	`ends_at` integer NOT NULL,
	`announced_by` text,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `time_allowances` (
	`person_id` text PRIMARY KEY NOT NULL,
	`extra_percent` integer NOT NULL,
	`reason` text NOT NULL,
	`granted_by` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `audit_lines` (
	`id` text PRIMARY KEY NOT NULL,
	`at` integer NOT NULL,
	`actor_id` text,
	`verb` text NOT NULL,
	`subject_kind` text NOT NULL,
	`subject_id` text NOT NULL,
	`before` text,
	`after` text,
	`reason` text
);
--> statement-breakpoint
CREATE INDEX `audit_lines_by_subject` ON `audit_lines` (`subject_kind`,`subject_id`);--> statement-breakpoint
CREATE INDEX `audit_lines_by_actor` ON `audit_lines` (`actor_id`);--> statement-breakpoint
CREATE TABLE `certificate_counters` (
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`last` integer NOT NULL,
	PRIMARY KEY(`issuer`, `year`)
);
--> statement-breakpoint
CREATE TABLE `certificates` (
	`id` text PRIMARY KEY NOT NULL,
	`code` text NOT NULL,
	`issuer` text NOT NULL,
	`year` integer NOT NULL,
	`number` integer NOT NULL,
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`issue` integer NOT NULL,
	`facts` text NOT NULL,
	`issued_at` integer NOT NULL,
	`replaces_id` text,
	`replaced_at` integer,
	`revoked_at` integer,
	`revoked_by` text,
	`revocation_reason` text,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_by_code` ON `certificates` (`code`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_by_number` ON `certificates` (`issuer`,`year`,`number`);--> statement-breakpoint
CREATE UNIQUE INDEX `certificates_once` ON `certificates` (`person_id`,`edition_id`,`issue`);--> statement-breakpoint
CREATE INDEX `certificates_by_edition` ON `certificates` (`edition_id`);--> statement-breakpoint
CREATE TABLE `catalogue` (
	`id` integer PRIMARY KEY NOT NULL,
	`version` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `courses` (
	`id` text PRIMARY KEY NOT NULL,
	`slug` text NOT NULL,
	`current_edition_id` text,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `courses_by_slug` ON `courses` (`slug`);--> statement-breakpoint
CREATE TABLE `edition_lessons` (
	`edition_id` text NOT NULL,
	`lesson` text NOT NULL,
	`position` integer NOT NULL,
	`document_hash` text NOT NULL,
	PRIMARY KEY(`edition_id`, `lesson`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_hash`) REFERENCES `lesson_documents`(`hash`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `edition_media` (
	`edition_id` text NOT NULL,
	`path` text NOT NULL,
	`hash` text NOT NULL,
	`type` text NOT NULL,
	`bytes` integer NOT NULL,
	PRIMARY KEY(`edition_id`, `path`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `edition_media_by_hash` ON `edition_media` (`hash`);--> statement-breakpoint
CREATE TABLE `editions` (
	`id` text PRIMARY KEY NOT NULL,
	`course_id` text NOT NULL,
	`number` integer NOT NULL,
	`content_hash` text NOT NULL,
	`sheet` text NOT NULL,
	`published_at` integer NOT NULL,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `editions_by_number` ON `editions` (`course_id`,`number`);--> statement-breakpoint
CREATE TABLE `exam_questions` (
	`edition_id` text NOT NULL,
	`question` text NOT NULL,
	`lesson` text NOT NULL,
	`content` text NOT NULL,
	PRIMARY KEY(`edition_id`, `question`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE TABLE `load_problems` (
	`slug` text PRIMARY KEY NOT NULL,
	`problems` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `enrolments` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`course_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`started_at` integer NOT NULL,
	`completed_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`course_id`) REFERENCES `courses`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `enrolments_by_person` ON `enrolments` (`person_id`,`edition_id`);--> statement-breakpoint
CREATE INDEX `enrolments_by_course` ON `enrolments` (`course_id`,`person_id`);--> statement-breakpoint
CREATE TABLE `lesson_progress` (
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`lesson` text NOT NULL,
	`opened_at` integer,
	`read_at` integer,
	`seconds` integer NOT NULL,
	PRIMARY KEY(`person_id`, `edition_id`, `lesson`)
);
--> statement-breakpoint
CREATE TABLE `practice_answers` (
	`person_id` text NOT NULL,
	`edition_id` text NOT NULL,
	`lesson` text NOT NULL,
	`question` text NOT NULL,
	`answer` text NOT NULL,
	`credit` integer NOT NULL,
	`best_credit` integer NOT NULL,
	`answered_at` integer NOT NULL,
	`event_id` text NOT NULL,
	PRIMARY KEY(`person_id`, `edition_id`, `question`)
);
--> statement-breakpoint
CREATE TABLE `events` (
	`person_id` text NOT NULL,
	`id` text NOT NULL,
	`edition_id` text NOT NULL,
	`kind` text NOT NULL,
	`content` text NOT NULL,
	`happened_at` integer NOT NULL,
	`received_at` integer NOT NULL,
	PRIMARY KEY(`person_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `events_by_edition` ON `events` (`person_id`,`edition_id`);--> statement-breakpoint
CREATE TABLE `lesson_documents` (
	`hash` text PRIMARY KEY NOT NULL,
	`source` text NOT NULL,
	`compiler` text NOT NULL,
	`document` text NOT NULL,
	`key` text NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `leases` (
	`name` text PRIMARY KEY NOT NULL,
	`holder` text NOT NULL,
	`until` integer NOT NULL
);
--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text PRIMARY KEY NOT NULL,
	`to_person_id` text,
	`address` text NOT NULL,
	`subject` text NOT NULL,
	`body` text NOT NULL,
	`created_at` integer NOT NULL,
	`send_after` integer NOT NULL,
	`tries` integer NOT NULL,
	`sent_at` integer,
	`failed_at` integer,
	`last_problem` text
);
--> statement-breakpoint
CREATE INDEX `outbox_by_due` ON `outbox` (`sent_at`,`failed_at`,`send_after`);--> statement-breakpoint
CREATE TABLE `consents` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`purpose` text NOT NULL,
	`text_version` text NOT NULL,
	`is_given` integer NOT NULL,
	`channel` text NOT NULL,
	`at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `consents_by_person` ON `consents` (`person_id`,`purpose`);--> statement-breakpoint
CREATE TABLE `one_time_codes` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text,
	`purpose` text NOT NULL,
	`code_hash` text NOT NULL,
	`created_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	`used_at` integer,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE UNIQUE INDEX `one_time_codes_by_hash` ON `one_time_codes` (`code_hash`);--> statement-breakpoint
CREATE INDEX `one_time_codes_by_person` ON `one_time_codes` (`person_id`);--> statement-breakpoint
CREATE TABLE `people` (
	`id` text PRIMARY KEY NOT NULL,
	`username` text NOT NULL,
	`full_name` text NOT NULL,
	`sort_key` text NOT NULL,
	`folded` text NOT NULL,
	`email` text,
	`phone` text,
	`password_hash` text,
	`role` text NOT NULL,
	`birth_year` integer,
	`language` text NOT NULL,
	`guardian_name` text,
	`created_at` integer NOT NULL,
	`closed_at` integer
);
--> statement-breakpoint
CREATE UNIQUE INDEX `people_by_username` ON `people` (`username`);--> statement-breakpoint
CREATE INDEX `people_by_email` ON `people` (`email`);--> statement-breakpoint
CREATE INDEX `people_by_phone` ON `people` (`phone`);--> statement-breakpoint
CREATE INDEX `people_by_sort_key` ON `people` (`sort_key`,`id`);--> statement-breakpoint
CREATE TABLE `sessions` (
	`id` text PRIMARY KEY NOT NULL,
	`person_id` text NOT NULL,
	`handle` text NOT NULL,
	`device` text NOT NULL,
	`is_shared` integer NOT NULL,
	`created_at` integer NOT NULL,
	`last_seen_at` integer NOT NULL,
	`expires_at` integer NOT NULL,
	FOREIGN KEY (`person_id`) REFERENCES `people`(`id`) ON UPDATE no action ON DELETE no action
);
--> statement-breakpoint
CREATE INDEX `sessions_by_person` ON `sessions` (`person_id`);--> statement-breakpoint
CREATE UNIQUE INDEX `sessions_by_handle` ON `sessions` (`handle`);--> statement-breakpoint
CREATE TABLE `sign_in_failures` (
	`account` text PRIMARY KEY NOT NULL,
	`failures` integer NOT NULL,
	`last_at` integer NOT NULL,
	`locked_until` integer
);
