CREATE TABLE `reminder_runs` (
	`day` text PRIMARY KEY NOT NULL,
	`began_at` integer NOT NULL,
	`reported_through` text NOT NULL,
	`ended_at` integer
);
