CREATE TABLE "edition_texts" (
	"edition_id" text NOT NULL,
	"language" text NOT NULL,
	"kind" text NOT NULL,
	"name" text NOT NULL,
	"document_hash" text NOT NULL,
	CONSTRAINT "edition_texts_edition_id_language_kind_name_pk" PRIMARY KEY("edition_id","language","kind","name")
);
--> statement-breakpoint
ALTER TABLE "edition_texts" ADD CONSTRAINT "edition_texts_edition_id_editions_id_fk" FOREIGN KEY ("edition_id") REFERENCES "public"."editions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "edition_texts" ADD CONSTRAINT "edition_texts_document_hash_lesson_documents_hash_fk" FOREIGN KEY ("document_hash") REFERENCES "public"."lesson_documents"("hash") ON DELETE no action ON UPDATE no action;