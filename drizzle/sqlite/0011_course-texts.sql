CREATE TABLE `edition_texts` (
	`edition_id` text NOT NULL,
	`language` text NOT NULL,
	`kind` text NOT NULL,
	`name` text NOT NULL,
	`document_hash` text NOT NULL,
	PRIMARY KEY(`edition_id`, `language`, `kind`, `name`),
	FOREIGN KEY (`edition_id`) REFERENCES `editions`(`id`) ON UPDATE no action ON DELETE no action,
	FOREIGN KEY (`document_hash`) REFERENCES `lesson_documents`(`hash`) ON UPDATE no action ON DELETE no action
);
