-- When migrations run as another role than the service, what they make is the service's to use and not to own.
DO $$
BEGIN
    IF current_user <> '${service_role}' THEN
        ALTER DEFAULT PRIVILEGES GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO "${service_role}";
        ALTER DEFAULT PRIVILEGES GRANT USAGE, SELECT, UPDATE ON SEQUENCES TO "${service_role}";
    END IF;
END $$;
