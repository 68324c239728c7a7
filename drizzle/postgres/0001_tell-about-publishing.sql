CREATE FUNCTION tell_about_publishing() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('catalogue', NEW.version::text);
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER catalogue_published AFTER INSERT OR UPDATE ON "catalogue" FOR EACH ROW EXECUTE FUNCTION tell_about_publishing();
