CREATE TABLE `name_beginnings` (
	`text` text NOT NULL,
	`sort_key` text NOT NULL,
	`person_id` text NOT NULL,
	PRIMARY KEY(`text`, `person_id`, `sort_key`)
) WITHOUT ROWID;
--> statement-breakpoint
WITH RECURSIVE beginnings (text, sort_key, person_id) AS (
	SELECT folded, sort_key, id FROM people WHERE folded <> ''
	UNION ALL
	SELECT substr(text, instr(text, ' ') + 1), sort_key, person_id FROM beginnings WHERE instr(text, ' ') > 0
)
INSERT INTO name_beginnings (text, sort_key, person_id)
SELECT text, sort_key, person_id FROM beginnings WHERE text <> ''
UNION
SELECT username, sort_key, id FROM people WHERE folded <> ''
ORDER BY 1, 3;
--> statement-breakpoint
DROP INDEX `people_by_sort_key`;--> statement-breakpoint
CREATE INDEX `people_by_sort_key` ON `people` (`sort_key`,`id`,`folded`,`username`);--> statement-breakpoint
DROP INDEX `memberships_by_unit`;--> statement-breakpoint
ALTER TABLE `memberships` ADD `sort_key` text DEFAULT '' NOT NULL;
--> statement-breakpoint
UPDATE memberships SET sort_key = (SELECT people.sort_key FROM people WHERE people.id = memberships.person_id);
--> statement-breakpoint
CREATE INDEX `memberships_by_unit` ON `memberships` (`unit_id`,`to_day`,`from_day`,`person_id`,`sort_key`);